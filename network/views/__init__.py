"""What the addresses of the directory do."""
