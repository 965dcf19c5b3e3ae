"""Kreis Auental: the invented region that the demo shows; its tables import every app."""
