"""Lists made to be printed: the same once more, names down the side, words broken."""

import pytest

from network.importing.cells import clean
from tests.network.lists import dialled, open_times, read, saved, table

DITTO = (
    "Einrichtung;Träger;PLZ Ort;Telefon\n"
    "SpDi Tal;Landkreis;10115 Berlin;030 23125-101\n"
    "dto. Außenstelle Au;s. o.;10117 Berlin;dito\n"
    "dto. Außenstelle Berg;ders.;10119 Berlin;030 23125-102\n"
)
BLOCKS = (
    "Name:;Krisenpension\nStraße:;Weg 8\nPLZ / Ort:;10827 Berlin\nTelefon:;030 23125-150\n"
    "Zeiten:;Mo-Fr 9-16 Uhr\n;\nTeil 2;\nName:;Tagesstätte Linde\nStraße:;Weg 2\n"
    "PLZ / Ort:;10823 Berlin\nTelefon:;030 23125-151\n;030 23125-152\nHinweis:;ab 18 Jahren\n"
)
SIDE_BY_SIDE = [
    ["Name", "Haus Elbe", "Haus Spree"],
    ["Straße", "Weg 1", "Weg 2"],
    ["PLZ", "10115", "10117"],
    ["Ort", "Berlin", "Berlin"],
    ["Telefon", "030 23125-110", "030 23125-111"],
]


def test_the_same_once_more_is_what_stands_above():
    _first, second, third = read(DITTO)

    assert second.values["name"] == "SpDi Tal, Außenstelle Au"
    assert third.values["name"] == "SpDi Tal, Außenstelle Berg"
    assert {each.values["provider_name"] for each in (second, third)} == {"Landkreis"}
    assert {each.values["type"] for each in (second, third)} == {"spdi"}
    assert dialled(second) == ["+493023125101"]


def test_the_same_below_nothing_stays_a_word():
    (_first, second) = read("Name;Träger;Ort;Telefon\nA;;Bonn;115\nB;s. o.;Bonn;115\n")

    assert second.values["provider_name"] == "s. o."


def test_an_ending_below_is_written_out_and_does_not_stand_for_the_next():
    _first, second, third = table(
        "Name;Ort;Telefon\nA;Bonn;030 23125-0\nB;Bonn;dto. -12\nC;Bonn;dto.\n"
    ).rows

    assert (second[2], third[2]) == ("030 23125-0, -12", "030 23125-0")


def test_one_entry_below_the_other_with_the_names_down_the_side():
    found = table(BLOCKS)
    first, second = read(BLOCKS)

    assert (first.values["name"], second.values["name"]) == ("Krisenpension", "Tagesstätte Linde")
    assert (first.values["postcode"], dialled(first)) == ("10827", ["+493023125150"])
    assert open_times(first) == {(day, 540, 960) for day in range(5)}
    assert dialled(second) == ["+493023125151", "+493023125152"]
    assert "ab 18 Jahren" in second.cells.values()
    assert "Teil 2" in " ".join([*found.titles, *found.aside])


def test_entries_side_by_side():
    first, second = read(saved(SIDE_BY_SIDE))

    assert (first.values["name"], second.values["name"]) == ("Haus Elbe", "Haus Spree")
    assert dialled(second) == ["+493023125111"]


def test_names_and_numbers_without_a_head_are_not_turned():
    entries = read("Krisentelefon;030 23125-120\nBeratungsstelle;030 23125-121\nPolizei;110\n")

    assert [len(each.phones) for each in entries] == [1, 1, 1]


def test_a_word_broken_at_the_end_of_a_line_is_whole():
    (entry,) = read(
        'Angebot;Anschrift;Tel\n"Kontakt- und Beratungs-\nstelle";'
        '"Park-\nstraße 20\n10115 Berlin";115\n'
    )

    assert entry.values["name"] == "Kontakt- und Beratungsstelle"
    assert entry.values["street"] == "Parkstraße 20"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("info@krisen-\ndienst.de", "info@krisen-dienst.de"),
        ("www.sozial-\nwerk-nord.de", "www.sozial-werk-nord.de"),
        ("www.sozial-\nwerk-\nnord.de", "www.sozial-werk-nord.de"),
        ("krisen-\ndienst.de/hilfe", "krisen-dienst.de/hilfe"),
        ("https://sozial-\nwerk", "https://sozial-werk"),
        ("Park-\nstr.20", "Parkstr.20"),
        ("info@au.de Beratungs-\nstelle e.V.", "info@au.de Beratungsstelle e.V."),
    ],
)
def test_an_address_broken_at_its_hyphen_keeps_it(broken, whole):
    assert clean(broken) == whole


def test_a_broken_address_is_kept_as_it_was_written():
    (entry,) = read('Name;Ort;Mail\nA;Bonn;"info@krisen-\ndienst.de"\n')

    assert entry.values["email"] == entry.cells["Mail"] == "info@krisen-dienst.de"


def test_the_number_of_a_page_is_no_heading():
    entries = read(
        "Name;PLZ;Ort;Telefon\nA;10115;Berlin;030 23125-101\nSeite 2 von 3;;;\n"
        "B;10115;Berlin;030 23125-102\nC;10115;Berlin;030 23125-103\n"
    )

    assert [each.values["internal_remark"] for each in entries] == ["", "", ""]


def test_numbers_under_reachability_are_numbers():
    (entry,) = read(
        "Dienst;Standort;;Erreichbarkeit;;Sprechstunde\n"
        ";Adresse;Zugang;Fon;Fax;ohne Anmeldung\n"
        "SpDi;Weg 1, 10115 Berlin;;030 23125-120;030 23125-129;Mo-Fr 9-12 Uhr\n"
    )

    assert (dialled(entry), entry.values["fax"]) == (["+493023125120"], "030 23125-129")
    assert "23125" not in str(entry.values["hours_text"])


def test_a_site_that_is_an_address_names_nobody():
    first, _second = read(
        "Anbieter;Standort;Tel.\nIsar gGmbH;Weg 10, 80337 München;089 99998-140\n"
        "Caritas;Weg 11, 85221 Dachau;089 99998-141\n"
    )

    assert (first.values["name"], first.values["street"]) == ("Isar gGmbH", "Weg 10")
    assert first.values["state"] == "published"


def test_short_kinds_under_a_name_nobody_knows():
    entries = read(
        "HA;Einrichtung;Ort;Tel\nABW;Kompass;Bonn;115\nSHG;Echo;Bonn;115\nKBS;Mitte;Bonn;115\n"
    )

    assert [each.values["type"] for each in entries] == ["bewo", "self_help", "contact"]


def test_a_house_in_brackets_is_no_part_of_the_town():
    house, town = read(
        "Name;Adresse;Tel\nA;Weg 52, 20246 Hamburg (Haus W37);115\n"
        "B;Weg 1, 15230 Frankfurt (Oder);115\n"
    )

    assert (house.values["street"], house.values["town"]) == ("Weg 52 (Haus W37)", "Hamburg")
    assert town.values["town"] == "Frankfurt (Oder)"


@pytest.mark.parametrize(
    "town", ["Brandenburg (an der Havel)", "Neustadt (a. d. Aisch)", "Rothenburg (ob der Tauber)"]
)
def test_where_a_town_lies_is_part_of_its_name(town):
    (entry,) = read(f"Name;Straße;PLZ;Ort;Tel\nA;Weg 5;14770;{town};115\n")

    assert (entry.values["street"], entry.values["town"]) == ("Weg 5", town)


@pytest.mark.parametrize("note", ["im Haus 7", "Aufgang B links", "anfangs der Allee"])
def test_a_remark_behind_a_town_is_no_part_of_its_name(note):
    (entry,) = read(f"Name;Straße;PLZ;Ort;Tel\nA;Weg 5;14770;Brandenburg ({note});115\n")

    assert (entry.values["street"], entry.values["town"]) == (f"Weg 5 ({note})", "Brandenburg")


def test_two_words_of_which_one_is_shortened_stay_two():
    (entry,) = read('Angebot;Ort;Tel\n"Sucht-\nsowie Lebensberatung";Bonn;115\n')

    assert entry.values["name"] == "Sucht- sowie Lebensberatung"


def test_short_kinds_are_names_where_there_is_no_other():
    entries = read("Kürzel;Ort;Tel\nSPZ;Bonn;115\nKBS;Köln;115\nPIA;Trier;115\n")

    assert [each.values["name"] for each in entries] == ["SPZ", "KBS", "PIA"]
