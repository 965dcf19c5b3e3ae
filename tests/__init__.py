"""Tests, one directory per part of the portal."""
