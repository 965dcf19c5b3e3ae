"""Lists as other regions write them: abbreviated heads, sheets of their own."""

import pytest

from network.importing.columns import Field, assign, recognise
from network.importing.kinds import kind_of
from network.importing.postcodes import split_address
from tests.network.lists import dialled, open_times, read, saved


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Vorw.", Field.AREA_CODE),
        ("Ruf-Nr.", Field.PHONE),
        ("Zentrale", Field.PHONE),
        ("Sprechstd.", Field.HOURS),
        ("Tel. Sprechzeit", Field.HOURS),
        ("Gruppentreffen", Field.HOURS),
        ("Treffpunkt", Field.ADDRESS),
        ("Altersgr.", Field.AGE),
        ("Personenkr.", Field.TARGET_GROUP),
        ("Tr.", Field.ORGANISATION),
        ("Träger/Einr.", Field.NAME),
        ("Träger", Field.ORGANISATION),
        ("zul. aktual.", Field.AS_OF),
        ("Lkr./Stadt", Field.DISTRICT),
        ("Stadt", Field.PLACE),
    ],
)
def test_heads_are_known_by_their_abbreviations(column, field):
    assert recognise(column) == field


def test_a_column_behind_an_area_code_holds_numbers():
    (entry, _other) = read("Name;Ort;Vorw.;Amt\nA;Bonn;030;23125-101\nB;Bonn;030;23125-102\n")

    assert dialled(entry) == ["+493023125101"]


def test_a_column_of_words_behind_an_area_code_holds_none():
    found = assign(["Name", "Vorw.", "Amt"], rows=[["A", "030", "Nord"], ["B", "030", "Süd"]])

    assert Field.PHONE not in found


def test_numbers_under_a_word_for_hours_are_numbers():
    first, *_others = read(
        "Name;Ort;Erreichbarkeit;Sprechzeiten\n"
        "A;Bonn;030 23125-101;Mo 9-12\nB;Bonn;030 23125-102;Di 9-12\nC;Bonn;115;Mi 9-12\n"
    )

    assert (dialled(first), open_times(first)) == (["+493023125101"], {(0, 540, 720)})


def test_the_area_code_follows_from_a_postcode_alone():
    (entry,) = read("Name;Anschrift;Telefon\nAmt;Weg 1, 22765;66969-101\n")

    assert dialled(entry) == ["+494066969101"]


def test_a_column_of_counties_beside_the_towns_is_no_town():
    (entry, _other) = read(
        "Name;Gemeinde;PLZ;Ort\nA;Altenburger Land;4600;Altenburg\nB;Saale-Orla;7381;Pößneck\n"
    )

    assert (entry.values["town"], entry.values["postcode"]) == ("Altenburg", "04600")
    assert entry.values["district"] == "Altenburger Land"


def test_the_only_column_of_towns_is_one_even_where_the_postcodes_are_others():
    assert Field.PLACE in assign(["Name", "PLZ", "Ort"], rows=[["A", "04600", "Bonn"]] * 2)


@pytest.mark.parametrize("cell", ["Lange Str. 1a/b, D 17489 Greifswald", "DE-17489 Greifswald"])
def test_the_state_before_a_postcode_is_no_part_of_the_street(cell):
    assert split_address(cell)[0] in ("Lange Str. 1a/b", "")


def test_a_house_called_d_stays_in_the_street():
    assert split_address("Weg 1 Haus D 17489 Greifswald")[0] == "Weg 1 Haus D"


@pytest.mark.parametrize("cell", ["online", "(aufsuchend, kein fester Ort)", "wechselnd"])
def test_an_offer_at_no_place_has_no_street(cell):
    (entry,) = read(f"Name;Treffpunkt;Telefon\nGruppe;{cell};115\n")

    assert (entry.values["street"], entry.values["access"]) == ("", cell)


@pytest.mark.parametrize("cell", ["Hinter der Kirche", "Online-Straße 5", "Aufsuchende Hilfe 3"])
def test_a_place_without_a_number_is_a_place(cell):
    (entry,) = read(f"Name;Treffpunkt;Telefon\nGruppe;{cell};115\n")

    assert entry.values["street"] == cell


def two_sheets():
    return saved(
        [["Angebot", "Träger", "Ort", "Tel."], ["Leben lernen", "AKL e. V.", "Ulm", "115"]],
        more={"Stationär": [["Klinik", "Ort", "Zentrale"], ["Haus Aalen", "Aalen", "115"]]},
    )


def test_a_sheet_calls_its_entries_by_its_own_column():
    first, second = read(two_sheets())

    assert (first.values["name"], second.values["name"]) == ("Leben lernen", "Haus Aalen")
    assert first.values["provider_name"] == "AKL e. V."


def test_a_sheet_says_nothing_of_the_rows_of_another():
    first, second = read(two_sheets())

    assert (first.values["type"], second.values["type"]) == ("other", "clinic")


def test_an_offer_beside_a_name_in_the_same_row_is_no_name():
    (entry,) = read("Klinik;Angebot;Ort\nHaus Aalen;Gruppen;Aalen\n")

    assert entry.values["name"] == "Haus Aalen"


def test_a_heading_of_two_sorts_says_neither():
    rows = "".join(f"Fachdienst {n};Weg {n};Bonn;115\n" for n in range(4))
    both = read(f"Name;Straße;Ort;Tel\nA. Beratung und Krisenhilfe;;;\n{rows}")
    one = read(f"Name;Straße;Ort;Tel\nKrisenhilfe;;;\n{rows}")

    assert {entry.values["type"] for entry in both} == {"other"}
    assert {entry.values["type"] for entry in one} == {"crisis"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Frauenschutzhaus Nord", "womens_shelter"),
        ("Frauen- und Kinderschutzhaus", "womens_shelter"),
        ("Kinderschutzbund", "other"),
    ],
)
def test_houses_that_protect_women_are_told(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Straße u. Hausnr.", Field.STREET),
        ("Hausnr.", Field.HOUSE_NUMBER),
        ("Pers.kreis", Field.TARGET_GROUP),
        ("Landkreis", Field.DISTRICT),
        ("zuständige Mitarbeiterin", Field.CONTACT),
        ("Zuständig für", Field.CATCHMENT),
        ("Einrichtungsform", Field.TYPE),
        ("Standortgemeinde", Field.PLACE),
        ("Zusatzinfo", Field.REMARK),
        ("Angebot für", Field.TARGET_GROUP),
        ("Angebot", Field.NAME),
        ("Fernsprecher", Field.PHONE),
        ("Festnetz-Nr.", Field.PHONE),
        ("Geöffnet bis", Field.HOURS),
        ("Besucheradr.", Field.ADDRESS),
        ("Kapaz.", Field.BEDS),
        ("HVV", None),
    ],
)
def test_heads_that_hold_another_head_are_told_apart(column, field):
    assert recognise(column) == field


@pytest.mark.parametrize("sign", ["\u2010", "\u2011", "\u2212"])
def test_a_number_does_not_end_at_an_odd_hyphen(sign):
    (entry,) = read(f"Name;Ort;Telefon\nHaus;Bonn;040 66969{sign}101\n")

    assert dialled(entry) == ["+494066969101"]


def test_postcode_and_town_are_known_without_a_head():
    first, _other = read(
        "SpDi Nord;Weg 1;91052 Erlangen;089 99998-101\nSpDi Süd;Weg 2;90762 Fürth;089 99998-102\n"
    )

    assert (first.values["postcode"], first.values["town"]) == ("91052", "Erlangen")


def test_counts_are_no_postcodes():
    found = assign(["Name", "Menge"], rows=[["A", "12345"], ["B", "12345 12"]])

    assert Field.ADDRESS not in found


@pytest.mark.parametrize(
    ("column", "cell", "said", "cost"),
    [
        ("kostenlos", "nein", "kostenlos: nein", None),
        ("kostenlos", "ja", "kostenlos: ja", "free"),
        ("Kosten", "keine", "Kosten: keine", "free"),
        ("Kosten", "Krankenkasse", "Kosten: Krankenkasse", "insurance"),
    ],
)
def test_a_no_below_free_of_charge_promises_nothing(column, cell, said, cost):
    (entry,) = read(f"Name;Ort;Telefon;{column}\nHaus;Bonn;115;{cell}\n")

    assert (entry.values["conditions"], entry.values["cost"] or None) == (said, cost)


def test_crosses_below_shortened_groups_and_languages_count():
    (entry,) = read("Name;Ort;Tel;Jugendl.;Erw.;engl.;Erweitert\nHaus;Bonn;115;x;;x;x\n")

    assert (entry.values["target_groups"], entry.values["languages"]) == ("Jugendl.", "engl.")


def test_short_numbers_written_apart_make_a_column_of_numbers():
    entries = read(
        "Wer;Nummer;Wann\nFeuerwehr;112;24 Stunden\nBereitschaft;116 117;24 Stunden\n"
        "Seelsorge;0800/111 0 111 o. 0800/111 0 222;24 Stunden\n"
    )

    assert [dialled(entry) for entry in entries] == [
        ["112"],
        ["116117"],
        ["+498001110111", "+498001110222"],
    ]


def test_counted_numbers_are_none_to_dial():
    assert Field.PHONE not in assign(["Wer", "Nummer"], rows=[["A", "1"], ["B", "23"]])


@pytest.mark.parametrize(("addition", "name"), [("a", "Haus"), ("Ambulanz", "Haus, Ambulanz")])
def test_a_letter_behind_a_house_number_is_part_of_it(addition, name):
    (entry,) = read(f"Name;Straße;Hausnr.;Zusatz;Ort\nHaus;Weg;3;{addition};Bonn\n")

    assert entry.values["name"] == name
    assert (entry.values["street"] == "Weg 3 a") == (addition == "a")
