"""What the title of a list, the name of its sheet and a name itself tell of a refuge."""

import io

import openpyxl
import pytest

from core.actor import SCHEDULER
from network.importing.rows import Reader
from network.importing.run import import_directory
from network.importing.table import read_table
from network.models import Service
from tests.factories import RegionFactory
from tests.network.lists import TODAY, public, read, saved, table

HOUSE = "Name;Adresse;Telefon\nHaus Linde;Lindenallee 5, 50823 Köln;0221 4710-323\n"


@pytest.mark.parametrize(
    "title",
    ["Schutzeinrichtungen für gewaltbetroffene Frauen", "Frauenhäuser\nNotübernachtungen"],
)
def test_a_title_tells_what_its_rows_are(title):
    (entry,) = read(f"{title}\n\n{HOUSE}")

    assert entry.values["address_public"] is False


def test_a_row_of_another_kind_under_two_titles_says_where_it_is():
    house, office = read(
        f"Frauenhäuser\nSuchtberatung\n\n{HOUSE}"
        "Suchtberatung Nord;Wegstr. 3, 50823 Köln;0221 4710-324\n"
    )

    assert (house.values["address_public"], office.values["address_public"]) == (False, True)


def test_the_name_of_the_only_sheet_tells_it_too():
    raw = saved([["Name", "Adresse", "Telefon"], ["Haus Linde", "Lindenallee 5", "0221 4710-323"]])
    named, unnamed = (called(raw, name) for name in ("Frauenhäuser", "Tabelle1"))

    assert (named.titles, unnamed.titles) == (["Frauenhäuser"], [])
    assert [hides(each) for each in (named, unnamed)] == [True, False]


def called(raw, name):
    """The table of the workbook with its only sheet called so."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    book.active.title = name
    file = io.BytesIO()
    book.save(file)
    return read_table(file.getvalue())


def hides(listed):
    (entry,) = Reader(listed, "liste", TODAY).entries()
    return not entry.values["address_public"]


def test_the_house_of_a_refuge_is_no_part_of_its_name():
    (entry,) = read("Name;Standort;Telefon\nFrauenhaus;Lindenallee;0221 4710-323\n")

    assert entry.values["name"] == "Frauenhaus"
    assert "Lindenallee" in str(entry.values["internal_remark"])


def test_an_address_in_a_name_is_doubted_once():
    (entry,) = read("Name;Telefon\nFrauenhaus Lindenweg 5;115\n")

    assert entry.reasons.count("im Namen steht vielleicht eine Adresse, bitte prüfen") == 1


def test_a_name_that_sounds_like_a_street_is_looked_at_first():
    street, star = read("Name;Telefon\nFrauenhaus Lindenallee;115\nFrauenhaus Stern;115\n")

    assert (street.values["state"], star.values["state"]) == ("in_review", "published")


@pytest.mark.parametrize("column", ["Fax", "Sprachen", "Website", "Träger"])
def test_no_other_field_says_where_a_refuge_is(column):
    told = "0221 4710-325 (Büro Lindenstr. 5)"

    (entry,) = read(
        f"Name;Straße;PLZ;Ort;Telefon;{column}\n"
        f"Frauenhaus;Lindenstraße 5;50823;Köln;0221 4710-323;{told}\n"
    )

    assert "(Büro" not in public(entry)


def test_a_street_is_known_by_its_short_form():
    (entry,) = read(
        "Name;Straße;PLZ;Ort;Telefon;Hinweise\n"
        "Frauenhaus;Lindenstraße 5;50823;Köln;115;Treff in der Lindenstr., Ecke Markt\n"
    )

    assert "Lindenstr." not in public(entry)


@pytest.mark.django_db
def test_a_place_that_is_public_already_is_not_called_hidden():
    region, listed = RegionFactory(), table(HOUSE.replace("Haus Linde", "Frauenhaus Linde"))
    load = {"table": listed, "region": region, "source": "liste", "by": SCHEDULER}
    import_directory(**load)
    Service.objects.update(address_public=True)

    (line,) = import_directory(**load).lines

    assert Service.objects.get().address_public is True
    assert line.reasons == (
        "die Adresse ist öffentlich, obwohl hier vielleicht Schutz gesucht wird",
    )


@pytest.mark.parametrize(
    "words",
    [
        *("Frauennotwohnung", "Notwohnung für Frauen", "Safe House", "anonyme Unterbringung"),
        *("Wohnprojekt für von Gewalt betroffene Frauen", "shelter for women and children"),
        *("domestic violence shelter", "Opfer von Menschenhandel, geschützte Unterbringung"),
    ],
)
def test_a_refuge_is_known_by_other_words_too(words):
    (entry,) = read(f"Name;Angebot;Adresse\nHaus Linde;{words};Lindenallee 5, 50823 Köln\n")

    assert entry.values["address_public"] is False


@pytest.mark.parametrize(
    "words",
    ["Geschützter Wohnbereich für alte Frauen", "Beratung für von Gewalt betroffene Frauen"],
)
def test_what_only_sounds_like_a_refuge_says_where_it_is(words):
    (entry,) = read(f"Name;Angebot;Adresse\nHaus Linde;{words};Lindenallee 5, 50823 Köln\n")

    assert entry.values["address_public"] is True
