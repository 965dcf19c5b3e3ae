"""Addresses of the core."""

from tests.matrix.row import row

ROWS = {
    "core:start": row("get", everybody=302, anonymous=200),
    "core:tasks": row("get", everybody=200, anonymous=302),
    "core:account": row("get", everybody=200, anonymous=302),
    "core:kept-text": row("get", everybody=404, anonymous=302),
    "core:imprint": row("get", everybody=200),
    "core:privacy": row("get", everybody=200),
    "core:accessibility": row("get", everybody=200),
    "core:robots": row("get", everybody=200),
    "core:healthz": row("get", everybody=200),
    "core:readyz": row("get", everybody=200),
    "core:demo-outbox": row("get", everybody=404),
    "core:components": row("get", everybody=200),
    "account_login": row("get", everybody=302, anonymous=200),
    "account_logout": row("get", everybody=200, anonymous=302),
    "account_signup": row("get", everybody=302, anonymous=200),
    "account_change_password": row("get", everybody=200, anonymous=302),
    "account_set_password": row("get", everybody=302),
    "account_inactive": row("get", everybody=200),
    "account_reauthenticate": row("get", everybody=200, anonymous=302),
    "account_reset_password": row("get", everybody=200),
    "account_reset_password_done": row("get", everybody=200),
    "account_reset_password_from_key": row("get", "reset", everybody=200),
    "account_reset_password_from_key_done": row("get", everybody=200),
    "account_email": row("get", everybody=200, anonymous=302),
    "account_email_verification_sent": row("get", everybody=200),
}
