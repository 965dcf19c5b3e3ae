"""The emergency view: who can help now, here; who opens next; who is responsible, and why."""
