"""Small things that every paper says."""

import hashlib
import json
import re
from typing import Any

from network.search.text import fold


def sort_key(name: str) -> str:
    """``name`` as a German index sorts it: umlauts as their vowel, signs left out."""
    return fold(name.lstrip("„“\"'(")) or name


def shortened(text: str, most: int) -> str:
    """At most ``most`` characters, cut between words."""
    plain = re.sub(r"[ \t]+", " ", text).strip()
    return plain if len(plain) <= most else plain[: most - 1].rsplit(" ", 1)[0] + " …"


def fingerprint(content: Any) -> str:
    """The same for the same content, whenever it is asked."""
    said = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(said.encode()).hexdigest()
