"""Plain facts out of short cells; anything that is not plain gives None and stays text."""

import re
from datetime import time

from network.models import Service

_YES = frozenset(
    ("ja", "j", "x", "yes", "y", "1", "true", "wahr", "✓", "✔", "vorhanden", "möglich", "gegeben")
    + ("+", "●", "•", "☑", "✅", "√")
    + ("barrierefrei", "rollstuhlgerecht", "erforderlich", "notwendig", "nötig")
)
_NO = frozenset(("nein", "n", "no", "0", "false", "falsch", "✗", "keine", "nicht", "kein"))
_NO_TELLING = frozenset(
    (
        "",
        "k.a.",
        "k. a.",
        "k.a",
        "ka",
        "keine angabe",
        "keine angaben",
        "unbekannt",
        "?",
        "n/a",
        "-",
        "–",
    )
)
_COSTS: tuple[tuple[str, str], ...] = (
    (
        Service.Cost.FREE,
        r"kostenlos|kostenfrei|unentgelt|gratis|^keine|^nichts$|^0 ?(?:€|eur)|^free$|ohne kosten",
    ),
    (Service.Cost.INSURANCE, r"krankenkass|krankenversich|\bgkv\b|\bsgb v\b|kassenleist"),
    (Service.Cost.PARTICIPATION, r"eingliederung|\bsgb (?:ix|xii)\b|auf antrag|sozialhilfe"),
    (Service.Cost.OWN, r"selbstzahl|eigenanteil|eigenbeitrag|\d\s?(?:€|eur)|kostenpflichtig"),
)
_AGE = re.compile(
    r"(?:alter:? ?)?(?:(?:ab|von|über|ü) ?(\d{1,3})|(\d{1,3}) ?(?=\+|[-–]|bis))?"
    r"(?: ?jahren?)? ?(?:(\+)|(?:[-–]|bis(?: zu)?) ?(\d{1,3}))?"
)
_NORTH, _EAST = (46.0, 56.0), (5.0, 16.0)
_OLDEST = 120


def yes_or_no(text: str) -> bool | None:
    """True or False when the cell says just that, None for anything else: not known."""
    plain = text.strip().casefold().rstrip(".!")
    if plain in _YES:
        return True
    return False if plain in _NO else None


def says_nothing(text: str) -> bool:
    """Whether the cell says that its owner does not know."""
    return text.strip().casefold() in _NO_TELLING


def cost_of(text: str) -> str:
    """The one kind of cost that the text names, "" for none or several."""
    plain = text.casefold().strip()
    found = {kind for kind, pattern in _COSTS if re.search(pattern, plain)}
    return str(found.pop()) if len(found) == 1 else ""


def age_of(text: str) -> tuple[int | None, int | None]:
    """From and to in years, as in "ab 18", "18-65 Jahre", "bis 27" or "unter 18"."""
    plain = re.sub(r"\s*j(?:\.|ahren?|hre?\.?)?$", "", " ".join(text.casefold().split()))
    if match := re.fullmatch(r"(?:unter|u) ?(\d{1,2})", plain):
        return None, int(match[1]) - 1
    match = _AGE.fullmatch(plain)
    if not match or not plain:
        return None, None
    first, last = match[1] or match[2], match[4]
    ages = int(first) if first else None, int(last) if last else None
    known = [age for age in ages if age is not None]
    return ages if known == sorted(known) and all(a <= _OLDEST for a in known) else (None, None)


def whole_number(text: str) -> int | None:
    """A count of up to four digits, alone or with its word: "12", "12 Betten"."""
    match = re.fullmatch(r"(\d{1,4})(?:\s*(?:betten|plätze|bett|platz))?", text.strip().casefold())
    return int(match[1]) if match else None


def clock_time(text: str) -> time | None:
    """ "22:00 Uhr", "22.30" or "22 Uhr"."""
    match = re.fullmatch(r"(?:bis )?(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?uhr)?", text.casefold())
    if not match or int(match[1]) > 24 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]) % 24, int(match[2] or 0))


def coordinates(north: str, east: str) -> tuple[float, float] | None:
    """Latitude and longitude in and around Germany; exchanged ones are put right."""
    try:
        first, second = (float(each.strip().replace(",", ".")) for each in (north, east))
    except ValueError:
        return None
    for lat, lon in ((first, second), (second, first)):
        if _NORTH[0] <= lat <= _NORTH[1] and _EAST[0] <= lon <= _EAST[1]:
            return lat, lon
    return None


def coordinate_pair(text: str) -> tuple[float, float] | None:
    """Both out of one cell, as in "52.5200, 13.4050" or "POINT (13.4 52.5)"."""
    numbers = re.findall(r"\d{1,2}\.\d{2,}", text)
    numbers = numbers or re.findall(r"\d{1,2},\d{2,}", text)
    return coordinates(numbers[0], numbers[1]) if len(numbers) == 2 else None
