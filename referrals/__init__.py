"""A person on the way from one facility to another."""
