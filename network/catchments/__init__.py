"""Brings lists of catchment areas that others keep into areas and rules."""
