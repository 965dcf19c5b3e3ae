"""The only writers of conferences and meetings; each locks, asks, writes and records."""
