"""Addresses of the network app."""

from tests.matrix.row import row

ROWS = {
    "network:directory": row("get", everybody=200),
    "network:service": row("get", "service", everybody=200),
    "network:crisis": row("get", everybody=200),
    "network:acting": row("post", everybody=403, anonymous=302),
}
