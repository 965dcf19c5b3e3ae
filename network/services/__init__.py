"""The only writers of the directory and of memberships."""
