"""Pages that belong to no app: entry, worklist, account, health, errors."""
