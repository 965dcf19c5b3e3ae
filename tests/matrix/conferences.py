"""Addresses of the conferences app."""

from tests.matrix.row import Row

ROWS: dict[str, Row] = {}
