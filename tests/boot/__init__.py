"""Boot: services, interpreter, set-up, supervisor."""
