"""Berlin's twelve Bezirke and the old ones that lists still name (law of 10 June 1998)."""

from network.models import Area
from network.services.catchments import Book

OLD: dict[str, tuple[str, ...]] = {
    "Mitte": ("Mitte", "Tiergarten", "Wedding"),
    "Friedrichshain-Kreuzberg": ("Friedrichshain", "Kreuzberg"),
    "Pankow": ("Pankow", "Prenzlauer Berg", "Weißensee"),
    "Charlottenburg-Wilmersdorf": ("Charlottenburg", "Wilmersdorf"),
    "Spandau": (),
    "Steglitz-Zehlendorf": ("Steglitz", "Zehlendorf"),
    "Tempelhof-Schöneberg": ("Tempelhof", "Schöneberg"),
    "Neukölln": (),
    "Treptow-Köpenick": ("Treptow", "Köpenick"),
    "Marzahn-Hellersdorf": ("Marzahn", "Hellersdorf"),
    "Lichtenberg": ("Lichtenberg", "Hohenschönhausen"),
    "Reinickendorf": (),
}
"""Bezirk to the old Bezirke it was made of; none where nothing changed."""


def write_boroughs(book: Book) -> None:
    """The Land, its Bezirke and their old parts, in a region of Berlin; elsewhere nothing."""
    if book.region.land != "BE":
        return
    land = book.area("Berlin", Area.Level.LAND)
    for name, parts in OLD.items():
        borough = book.area(name, Area.Level.BOROUGH, parent=land)
        for part in parts:
            book.area(part, Area.Level.QUARTER, parent=borough)
