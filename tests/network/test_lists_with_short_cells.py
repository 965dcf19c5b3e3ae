"""Cells that say little: a town alone, no place at all, the end of a fax number, places."""

import pytest

from tests.network.lists import read


@pytest.mark.parametrize("column", ["PLZ/Ort", "Anschrift"])
@pytest.mark.parametrize("town", ["Offenbach", "Berlin-Mitte", "Köln"])
def test_a_place_alone_in_the_address_is_the_town(column, town):
    entry, _other = read(f"Name;{column};Telefon\nTreff;{town};115\nHof;Weg 2, 50931 Köln;115\n")

    assert (entry.values["street"], entry.values["town"]) == ("", town)


@pytest.mark.parametrize("street", ["Lindenallee", "Rathausplatz", "Altes Pfarrhaus"])
def test_words_that_are_no_place_stay_in_the_street(street):
    entry, _other = read(f"Name;Anschrift;Telefon\nTreff;{street};115\nHof;Weg 2, 50931 Köln;115\n")

    assert (entry.values["street"], entry.values["town"]) == (street, "")


@pytest.mark.parametrize(
    "cell",
    [
        *("siehe Webseite", "s. Homepage", "auf Anfrage", "Ort auf telefonische Anfrage"),
        *("nach Anmeldung", "nach tel. Vereinbarung", "Ort wird nach Anmeldung mitgeteilt"),
    ],
)
def test_what_stands_for_an_address_is_no_street(cell):
    entry, _other = read(f"Name;Adresse;Telefon\nTreff;{cell};115\nHof;Weg 2, 50931 Köln;115\n")

    assert (entry.values["street"], entry.values["access"]) == ("", cell)
    assert entry.values["state"] == "published"


@pytest.mark.parametrize(
    ("phone", "fax", "whole"),
    [
        ("030 23125-120", "-122", "030 23125-122"),
        ("030 23125-120 / -121", "-122", "030 23125-122"),
        ("030 23125-120", "122", "030 23125-122"),
        ("030 23125-0", "-199", "030 23125-199"),
        ("030 23125-120", "12", "12"),
        ("030 23125120", "-12", "-12"),
        ("030 23125-120", "030 23125-129", "030 23125-129"),
    ],
)
def test_the_end_of_a_fax_number_is_completed(phone, fax, whole):
    (entry,) = read(f"Name;Telefon;Fax\nTreff;{phone};{fax}\n")

    assert entry.values["fax"] == whole


@pytest.mark.parametrize("cell", ["030 23125-170, Fax -179", "030 23125-170 / Fax 179"])
def test_a_fax_in_the_same_cell_ends_the_number_before_it(cell):
    (entry,) = read(f"Name;Tel./Fax\nTreff;{cell}\n")

    assert (entry.values["fax"], entry.phones[0].dial) == ("030 23125-179", "+493023125170")


@pytest.mark.parametrize(
    ("code", "fax", "whole"),
    [
        ("069", "90009-316", "069 90009-316"),
        ("069", "-316", "069 90009-316"),
        ("069", "069 90009-316", "069 90009-316"),
        ("0171", "90009-316", "90009-316"),
    ],
)
def test_a_fax_has_the_area_code_of_its_column(code, fax, whole):
    (entry,) = read(f"Name;Ort;Vorwahl;Rufnummer;Fax\nTreff;Offenbach;{code};90009-315;{fax}\n")

    assert entry.values["fax"] == whole


@pytest.mark.parametrize(
    ("kind", "column", "beds", "text"),
    [
        ("Werkstatt", "Plätze", None, "Plätze: 80"),
        ("Tagesstätte", "Kapazität", None, "Plätze: 80"),
        ("Wohnheim", "Plätze", 80, ""),
        ("Tagesstätte", "Schlafplätze", 80, ""),
        ("Frauenhaus", "Kapazität", 80, ""),
    ],
)
def test_places_are_beds_where_somebody_sleeps(kind, column, beds, text):
    (entry,) = read(f"Name;Art;Telefon;{column}\nHaus Elbe;{kind};115;80\n")

    assert (entry.values.get("beds"), entry.values["conditions"]) == (beds, text)
