"""Columns that hold more or something else than their name says, and rows of several sheets."""

import pytest

from tests.network.lists import dialled, read, saved


def test_numbers_behind_an_address_are_no_street():
    (entry,) = read(
        "Einrichtung;Adresse / Kontakt\n"
        'Haus;"Weg 1, 98527 Suhl\nTel. 030 23125-101\na@example.org"\n'
    )

    assert (entry.values["street"], entry.values["town"]) == ("Weg 1", "Suhl")
    assert (dialled(entry), entry.values["email"]) == (["+493023125101"], "a@example.org")
    assert entry.values["type"] == "other"


def test_an_address_alone_stays_one():
    (entry,) = read("Einrichtung;Adresse / Kontakt\nHaus;Weg 1, 98527 Suhl\n")

    assert (entry.values["street"], dialled(entry)) == ("Weg 1", [])


def test_an_address_of_mail_is_no_place():
    (entry,) = read("Einrichtung;Ort;Funktionsadresse\nHaus;Suhl;a@example.org\n")

    assert (entry.values["email"], entry.values["street"]) == ("a@example.org", "")


def sheets(name):
    offices = [["Gesundheitsamt", "Ort", "Telefon"], ["Stadt Gera", "Gera", "115"]]
    return saved(
        [*offices, ["Landkreis Greiz", "Greiz", "115"]],
        more={"Kliniken": [["Klinik", "Ort", name], ["Haus Aalen", "Aalen", "Gesundheitsamt"]]},
    )


def test_rows_of_a_sheet_without_a_known_name_are_called_by_their_first_words():
    names = [entry.values["name"] for entry in read(sheets("Telefon"))]

    assert names == ["Stadt Gera", "Landkreis Greiz", "Haus Aalen"]


def test_a_column_that_named_rows_fill_too_names_none():
    names = [entry.values["name"] for entry in read(sheets("Gesundheitsamt"))]

    assert "Stadt Gera" not in names
    assert "Haus Aalen" in names


def test_a_group_without_a_name_is_called_by_its_theme():
    (entry,) = read("Thema;Ort;Telefon;Zeit\nDepression;Gera;115;Di 18-20 Uhr\n")

    assert (entry.values["name"], entry.values["hours_text"]) == ("Depression", "Di 18-20 Uhr")


@pytest.mark.parametrize(
    ("name", "text", "is_public"),
    [
        ("Wohnprojekt", "Schutzraum für von Gewalt betroffene Frauen", False),
        ("Frauenübernachtung", "", False),
        ("Haus", "Notschlafstelle für Frauen", False),
        ("Haus", "Schutzplätze für Mädchen", False),
        ("Wohnprojekt", "Räume für Kunst", True),
        ("Café Frauenzimmer", "offener Treff", True),
        ("Haus", "Notschlafstelle für Männer", True),
    ],
)
def test_safe_places_of_women_are_not_public(name, text, is_public):
    (entry,) = read(f"Name;Straße;Ort;Telefon;Beschreibung\n{name};Weg 1;Mainz;115;{text}\n")

    assert entry.values["address_public"] is is_public
