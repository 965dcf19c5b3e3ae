"""Two people at the same moment, in threads and connections of their own."""
