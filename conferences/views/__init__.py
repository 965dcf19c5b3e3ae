"""The pages; each fetches through a reader, calls one form or service, and answers."""
