"""Names as parts of an address."""

from django.utils.text import slugify

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug_of(name: str) -> str:
    """``name`` in plain letters and hyphens, umlauts as two letters; "" when it has no letter."""
    return slugify(name.lower().translate(_UMLAUTS))
