"""Forms: they read what was typed and word what is wrong with it."""
