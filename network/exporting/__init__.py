"""The published directory for other programs; whatever is exported passes through ``entry``."""
