"""Addresses of the referrals app."""

from tests.matrix.row import Row

ROWS: dict[str, Row] = {}
