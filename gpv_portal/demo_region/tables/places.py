"""Towns and quarters; their postcodes lie in the Land and belong to no real place."""

from typing import NamedTuple

REGION, LAND = "Kreis Auental", "NW"


class Place(NamedTuple):
    """One area below another; ``inhabitants`` decide whether a stranger may read its name."""

    key: str
    level: str
    name: str
    parent: str
    postcodes: tuple[str, ...]
    inhabitants: int


PLACES = (
    Place("nw", "land", "Nordrhein-Westfalen", "", (), 18_034_000),
    Place("auental", "district", "Kreis Auental", "nw", (), 157_800),
    Place("lindenbrueck", "borough", "Lindenbrück", "auental", ("59101", "59102", "59103"), 92_400),
    Place("seefurt", "borough", "Seefurt", "auental", ("59121", "59122"), 41_600),
    Place("altmoor", "borough", "Altmoor", "auental", ("59141", "59142"), 23_800),
    Place("lb-sued", "quarter", "Lindenbrück-Süd", "lindenbrueck", ("59101",), 34_200),
    Place("lb-mitte", "quarter", "Lindenbrück-Mitte", "lindenbrueck", ("59102",), 28_900),
    Place("lb-nord", "quarter", "Lindenbrück-Nord", "lindenbrueck", ("59103",), 29_300),
    Place("sf-hafen", "quarter", "Seefurt-Hafen", "seefurt", ("59121",), 22_700),
    Place("sf-ost", "quarter", "Seefurt-Ost", "seefurt", ("59122",), 18_900),
    Place("am-dorf", "quarter", "Altmoor-Dorf", "altmoor", ("59141",), 14_600),
    Place("am-heide", "quarter", "Moorheide", "altmoor", ("59142",), 9_200),
)

POSTCODES = {
    place.key: (place.postcodes[0], place.name) for place in PLACES if place.level == "quarter"
}
"""Quarter key to (postcode, name of the quarter)."""

TOWNS = {
    place.key: next(town.name for town in PLACES if town.key == place.parent)
    for place in PLACES
    if place.level == "quarter"
}
"""Quarter key to the name of its town."""

POINTS = {
    "lb-sued": (51.5990, 8.0110),
    "lb-mitte": (51.6120, 8.0160),
    "lb-nord": (51.6270, 8.0190),
    "sf-hafen": (51.6510, 8.1120),
    "sf-ost": (51.6540, 8.1430),
    "am-dorf": (51.5480, 8.1510),
    "am-heide": (51.5360, 8.1890),
}
"""Quarter key to the middle of the quarter: latitude and longitude of an invented map."""
