"""A small map of a page of entries, drawn from our own rows: points, names of places, a scale."""

from network.sketch.draw import Pin, Sketch, sketch_of

__all__ = ["Pin", "Sketch", "sketch_of"]
