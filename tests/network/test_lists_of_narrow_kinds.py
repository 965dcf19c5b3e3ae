"""Which of several words tells the kind of an entry: the narrower one, and the nearer one."""

import pytest

from network.importing.rows import Reader
from network.importing.table import read_table
from tests.network.lists import TODAY, read, saved


@pytest.mark.parametrize(
    ("told", "name", "kind"),
    [
        ("Beratungsstelle", "Krisendienst West", "crisis"),
        ("Beratung", "Selbsthilfegruppe Angst", "self_help"),
        ("Wohnen", "Zufluchtswohnung Paula", "womens_shelter"),
        ("Pflege", "Ambulante psychiatrische Pflege", "app"),
        ("Eingliederungshilfe", "Tagesstätte Süd", "day_centre"),
        ("Beratung", "Beratungsstelle der Suchthilfe", "contact"),
        ("Beratung", "Kontaktstelle mit Krisendienst", "contact"),
        ("Beratung", "Beratungsstelle des Frauenhauses", "contact"),
        ("Tagesstätte", "Krisendienst West", "day_centre"),
    ],
)
def test_a_name_says_more_than_a_general_kind(told, name, kind):
    (entry,) = read(f"Name;Kategorie;Telefon\n{name};{told};0221 4710-331\n")

    assert entry.values["type"] == kind


HEAD = ["Name", "Straße", "Ort", "Telefon"]
CLUB = ["Club 71", "Weg 3", "Köln", "0221 4710-332"]


def of_sheets(first, more):
    listed = read_table(saved(first, more=more))
    return Reader(listed, "liste", TODAY).entries()


def test_the_heading_above_a_row_tells_more_than_its_sheet():
    tea = ["Teestube", "Weg 4", "Köln", "0221 4710-333"]
    lines = [HEAD, ["Tagesstätten", "", "", ""], CLUB, ["Wohnheime", "", "", ""], tea]
    entries = of_sheets([*lines, CLUB], {"Sucht": [HEAD, ["Hof", *CLUB[1:]]]})

    kinds = [entry.values["type"] for entry in entries]
    assert kinds == ["day_centre", "housing", "housing", "addiction"]


def test_the_title_of_another_sheet_says_nothing():
    titled = [["Suchthilfe im Kreis"], [], HEAD, ["Hof", *CLUB[1:]]]

    club, yard = of_sheets([HEAD, CLUB], {"Blatt B": titled})

    assert (club.values["type"], yard.values["type"]) == ("other", "addiction")


def test_columns_of_groups_that_meet_tell_self_help():
    group, club = read(
        "Gruppenname;Thema;Treffpunkt;Treffen;Telefon;Offen für\n"
        "Lichtungen;Depression;Weg 1, 50931 Köln;Mo 18-20 Uhr;0221 4710-336;alle\n"
        "Tagesstätte Süd;Essen;Weg 2, 50931 Köln;Di 18-20 Uhr;0221 4710-337;alle\n"
    )

    assert (group.values["type"], club.values["type"]) == ("self_help", "day_centre")
    assert group.values["target_groups"] == "alle"


def test_a_name_alone_tells_no_self_help():
    (entry,) = read("Name;Ort;Treffen;Telefon\nLichtungen;Köln;Mo 18-20 Uhr;0221 4710-336\n")

    assert entry.values["type"] == "other"
