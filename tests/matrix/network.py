"""Addresses of the network app."""

from tests.matrix.row import row

ROWS = {
    "network:directory": row("get", everybody=200),
    "network:service": row("get", "service", everybody=200),
    "network:contacts": row("get", everybody=200),
    "network:contacts-csv": row("get", everybody=200),
    "network:contacts-vcard": row("get", everybody=200),
    "network:contact-vcard": row("get", "contact", everybody=200),
    "network:edition-publish": row("post", everybody=403, anonymous=302, coordinator=409),
    "network:edition": row("get", "edition", everybody=200, anonymous=302, no_role=404),
    "network:edition-pdf": row("get", "edition", everybody=409, anonymous=302, no_role=404),
    "network:crisis": row("get", everybody=200),
    "network:acting": row("post", everybody=403, anonymous=302),
}
