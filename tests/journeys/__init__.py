"""Whole stories in a real browser, with an accessibility check on every page."""
