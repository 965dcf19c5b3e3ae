"""One module per kind of installation; ``base`` is the secure one."""
