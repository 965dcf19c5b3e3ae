"""Postcodes and places: everybody's, and no company's."""

import csv
import gzip
import os
import re
from pathlib import Path

import pytest

from network.places import at_postcode, distance_km, everywhere, named
from network.places.derive import COLUMNS, TARGET, derived, write

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")
_COMPANY = re.compile(
    r"\b(?:g?GmbH|AG|KG|KdöR|e\. ?V|Bank|Sparkasse|Amt|Amtsgericht|Rathaus|Verlag)\b"
    r"|[&@!]|\d|versicherung|verwaltung|ministerium|Klinik"
)


def source(**columns):
    return {
        "zipcode": "59000",
        "place": "Ort",
        "state_code": "NW",
        "community": "Kreis Unna",
        "community_code": "05978",
        "latitude": "51.5",
        "longitude": "7.5",
        **columns,
    }


def test_a_postcode_has_its_place_county_land_and_point():
    (place,) = at_postcode("10115")

    assert (place.name, place.county, place.land) == ("Berlin", "Berlin", "BE")
    assert place.point == pytest.approx((52.5323, 13.3846))
    assert {each.county for each in at_postcode("17337")} == {
        "Landkreis Uckermark",
        "Mecklenburgische Seenplatte",
        "Vorpommern-Greifswald",
    }


@pytest.mark.parametrize("typed", ["Köln", "koeln", "KOLN", " köln "])
def test_a_place_is_found_however_it_is_written(typed):
    assert named(typed)[0].name == "Köln"


def test_whole_words_of_a_name_are_enough_and_parts_of_a_word_are_not():
    assert named("Frankfurt")[0].name == "Frankfurt am Main"
    assert {each.name for each in named("Frankfurt")} >= {"Frankfurt am Main", "Frankfurt (Oder)"}
    assert not [each for each in named("Neu") if each.name.startswith("Neustadt")]
    assert named("St. Wendel")[0].name == "Sankt Wendel"
    assert named("") == named("-") == named("Quantenstadt") == ()


def test_distances_are_kilometres_over_the_ground():
    berlin, hamburg = at_postcode("10115")[0], at_postcode("20095")[0]

    assert distance_km(berlin.point, hamburg.point) == pytest.approx(253, abs=1)
    assert distance_km(berlin.point, berlin.point) == 0


@pytest.mark.parametrize("postcode", ["10875", "44573", "53106", "00000", "", "1011", "²"])
def test_the_code_of_one_company_is_no_place(postcode):
    assert at_postcode(postcode) == ()


def test_no_place_reads_like_a_company():
    assert not {each.name for each in everywhere() if _COMPANY.search(each.name)}
    assert {len(each.postcode) for each in everywhere()} == {5}
    assert len({each.land for each in everywhere()}) == 16


def test_deriving_drops_recipients_and_joins_what_is_one():
    rows = derived(
        [
            source(),
            source(latitude="51.7", community="Unna"),
            source(place="Muster AG", state_code="07"),
            source(zipcode="87491", state_code="", community="", community_code=""),
        ]
    )

    assert rows == [("59000", "Ort", "Kreis Unna", "NW", "51.6000", "7.5000")]


def test_the_same_rows_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write([("59000", "Ort", "Kreis Unna", "NW", "51.6", "7.5")], tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert gzip.decompress((tmp_path / "a").read_bytes()).startswith(",".join(COLUMNS).encode())


def rows_of(name):
    with (Path(REAL_DATA) / "geo" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.skipif(not REAL_DATA, reason="GPV_REAL_DATA names no directory with real lists")
def test_the_table_has_the_postcodes_that_another_list_knows_and_few_more(tmp_path):
    rows = derived(rows_of("geonames_de.csv"))
    write(rows, tmp_path / "again")
    known = {row["plz"] for row in rows_of("osm_plz_ort_kreis.csv")}
    kept = {row[0] for row in rows}
    others = {row["zipcode"] for row in rows_of("geonames_de.csv")} - known

    assert (tmp_path / "again").read_bytes() == TARGET.read_bytes()
    assert len(known & kept) / len(known) >= 0.99
    assert len(others & kept) / len(others) <= 0.07
