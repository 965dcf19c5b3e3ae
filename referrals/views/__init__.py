"""Pages of the app: HTTP in, one form or service, HTTP out."""
