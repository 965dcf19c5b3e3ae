"""Random references: short enough for the telephone, derived from nothing."""

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 7


def random_reference() -> str:
    """Such as ``K-7F3QX2M``; 34 thousand million of them, none guessable from a person."""
    return "K-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
