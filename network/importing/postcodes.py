"""Postcodes as five digits again, where a spreadsheet took the leading zero."""

import re

_FIRST_TWO = frozenset(range(1, 100)) - {5, 11, 43, 62}
"""Leading pairs that exist in Germany."""


def mend_postcode(raw: str) -> tuple[str, bool]:
    """The postcode in ``raw`` and whether a lost zero was put back; "" when there is none."""
    digits = re.sub(r"^(?:D|DE)\s*[-–]?\s*", "", raw.strip(), flags=re.IGNORECASE)
    digits = digits.removesuffix(".0")
    if not re.fullmatch(r"\d{4,5}", digits, flags=re.ASCII):
        return "", False
    whole = digits.zfill(5)
    exists = int(whole[:2]) in _FIRST_TWO
    return (whole, len(digits) == 4) if exists else ("", False)


def split_address(raw: str) -> tuple[str, str, str]:
    """Street, postcode and place of a one-cell address; what does not fit stays in the street."""
    match = re.search(r"(?:\bD\s*[-–]\s*)?\b(\d{5})(?!\d)\s*([^\W\d_][^,;|\n]*)?", raw)
    if not match:
        return raw.strip(), "", ""
    before, after = raw[: match.start()], raw[match.end() :]
    street = " ".join(part.strip(" ,;|\n") for part in (before, after) if part.strip(" ,;|\n"))
    return street, match.group(1), (match.group(2) or "").strip()
