"""Cells that say little: a town alone, no place at all, the end of a fax number, places."""

import pytest

from tests.network.lists import open_times, read


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


@pytest.mark.parametrize("note", ["Hinterhof", "U-Bhf. Mitte", "Eingang"])
def test_where_a_house_stands_is_no_part_of_its_town(note):
    (entry,) = read(f"Name;Anschrift;Telefon\nTreff;Weg 1, 10115 Berlin ({note});115\n")

    assert (entry.values["street"], entry.values["town"]) == (f"Weg 1 ({note})", "Berlin")


def test_a_sign_for_the_same_below_nothing_is_no_fax():
    _first, entry = read("Name;Telefon;Fax\nTreff;115;\nHof;115;dto.\n")

    assert entry.values["fax"] == ""
    assert "dto." in str(entry.values["internal_remark"])


def test_the_column_of_a_number_is_no_note():
    (entry,) = read("Name;Tel. Nr.;Mobil\nTreff;030 23125-130;0171 3920011\n")

    assert [phone.note for phone in entry.phones] == ["", "Mobil"]


def test_holidays_may_be_written_short():
    (entry,) = read("Name;Telefon;Zeiten\nTreff;115;Mo-Fr 9-16, Sa/So/Fei 11-15 Uhr\n")

    weekend = {(day, 660, 900) for day in (5, 6, 7)}
    assert open_times(entry) == {(day, 540, 960) for day in range(5)} | weekend


@pytest.mark.parametrize(
    ("phone", "fax", "whole"),
    [
        ("030 23125-120", "-122", "030 23125-122"),
        ("030 23125-120 / -121", "-122", "030 23125-122"),
        ("030 23125-120", "122", "122"),
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
