"""Reading directories that others keep: any table in, nothing lost."""
