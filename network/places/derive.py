"""Derive ``places.csv.gz`` from GeoNames: ``python -m network.places.derive geonames_de.csv``.

The source lists the postcodes of single companies and offices ("Großempfänger") with the
company as the place. It takes them from another file than the places, and it shows: the Land
of a company bears a number ("07"), the Land of a place its letters ("NW").
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from network.places.counties import County, counties

TARGET = Path(__file__).with_name("places.csv.gz")
COLUMNS = ("postcode", "name", "county", "land", "latitude", "longitude")

Row = dict[str, str]


def is_place(row: Row) -> bool:
    """Whether a row of the source is a place, and not the address of one recipient."""
    return row["state_code"].isalpha()


def derived(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The rows of the table, sorted, each place of a postcode once per county."""
    source = [row for row in rows if row["community_code"]]
    known = counties(source)
    found: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
    for row in filter(is_place, source):
        key = _key(row, known[row["community_code"]])
        found[key].append((float(row["latitude"]), float(row["longitude"])))
    return [(*key, *_middle(points)) for key, points in sorted(found.items())]


def write(rows: Iterable[tuple[str, ...]], target: Path) -> None:
    """The table as CSV, packed without a time stamp: the same rows give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    target.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def _key(row: Row, county: County) -> tuple[str, ...]:
    return row["zipcode"], " ".join(row["place"].split()), county.name, county.land


def _middle(points: list[tuple[float, float]]) -> Iterator[str]:
    for axis in zip(*points, strict=True):
        yield f"{sum(axis) / len(axis):.4f}"


def main() -> None:
    """Read the file named on the command line and write the table."""
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        write(derived(csv.DictReader(file)), TARGET)


if __name__ == "__main__":
    main()
