"""Addresses of the network app."""

from tests.matrix.row import Row

ROWS: dict[str, Row] = {}
