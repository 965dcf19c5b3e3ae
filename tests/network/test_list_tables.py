"""Tables of a list: several under one title, turned or upright, and soon read."""

import time

import pytest

from tests.network.lists import dialled, read, saved, table

WIDE = "Angebote\nName;Telefon;E-Mail;Ort\nA;115;a@example.org;Bonn\nB;115;b@example.org;Bonn\n"
PLACED = "Einrichtung;Straße;PLZ;Ort;Telefon\nC;Weg 1;53111;Bonn;115\nD;Weg 2;53111;Bonn;115\n"
NO_TABLE = "Telefon;Fax;E-Mail\n\n"
BY_KIND = (
    "Art;Name;Telefon\nKlinik;Haus Nord;030 23125-101\nVerein;Haus Süd;030 23125-102\n"
    "Treffpunkt;Haus Ost;030 23125-103\nHotline;Haus West;030 23125-104\n"
)
BLOCK = "Name:;{name}\nTelefon:;030 23125-{number}\nAdresse:;Weg {number}, 10115 Berlin\n"
HEADINGS = ["Krisendienste", "Rund um die Uhr", "Kliniken"]


def test_two_tables_may_have_one_title():
    entries = read(f"{WIDE}\nAngebote\n{PLACED}")

    assert [each.values["name"] for each in entries] == ["A", "B", "C", "D"]
    assert entries[2].values["street"] == "Weg 1"


def test_each_of_several_tables_has_a_name_of_its_own():
    found = table(f"{WIDE}\nAngebote\n{PLACED}\n{WIDE}")

    names = list(dict.fromkeys(row[-1] for row in found.rows))
    assert names == ["Angebote", "Angebote, Tabelle 2", "Angebote, Tabelle 3"]


def test_different_titles_stay_as_they_are():
    found = table(f"{WIDE}\nWohnen\n{PLACED}")

    assert {row[-1] for row in found.rows} == {"Angebote", "Wohnen"}


def test_of_two_parts_with_one_title_none_vanishes():
    found = table(f"{WIDE}\nAngebote\n{NO_TABLE}")
    last = table(f"Angebote\n{NO_TABLE}\n{WIDE}")

    assert "Telefon | Fax | E-Mail" in " ".join(found.aside)
    assert "Telefon | Fax | E-Mail" in " ".join(last.aside)


def test_a_list_whose_first_column_holds_words_of_heads_stays_upright():
    entries = read(BY_KIND)

    names = [each.values["name"] for each in entries]
    assert names == ["Haus Nord", "Haus Süd", "Haus Ost", "Haus West"]
    assert [dialled(each)[0][-3:] for each in entries] == ["101", "102", "103", "104"]


def test_a_list_that_repeats_its_head_on_each_page_stays_upright():
    entries = read(BY_KIND + BY_KIND.replace("Haus", "Heim"))

    assert len(entries) == 8


def test_an_entry_may_be_called_like_a_column():
    hotline, _verein = read(
        "Name;Hotline\nTelefon;030 23125-120\nOrt;Berlin\n\n"
        "Name;Verein\nTelefon;030 23125-121\nOrt;Berlin\n"
    )

    assert (hotline.values["name"], dialled(hotline)) == ("Hotline", ["+493023125120"])


def test_names_side_by_side_are_still_turned():
    first, _second = read(
        saved([["Name", "Klinik", "Treff Au"], ["Telefon", "115", "110"], ["Ort", "Bonn", "Köln"]])
    )

    assert (first.values["name"], first.values["town"]) == ("Klinik", "Bonn")


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_between_blocks_is_told_and_no_entry(heading):
    parts = [BLOCK.format(name="Haus Nord", number=101), BLOCK.format(name="Süd", number=102)]
    text = f"{parts[0]}\n{heading};\n{parts[1]}"

    assert [each.values["name"] for each in read(text)] == ["Haus Nord", "Süd"]
    assert table(text).aside == [heading]
    assert table("".join(parts)).aside == []


def test_a_label_without_a_text_is_no_heading():
    block = BLOCK.format(name="Haus Nord", number=101)
    found = table(f"{block}Fax:;\n\n{block}Fax:;030 23125-109\n")

    assert (found.columns[-1], found.aside) == ("Fax", [])


def test_blanks_in_a_cell_cost_no_time():
    cells = ";".join(["A" + " " * 5000 + "b"] * 14)

    start = time.process_time()
    found = table(f"Einrichtung;Ort;Telefon\nA;Bonn;115\n{cells}\n")
    spent = time.process_time() - start

    assert len(found.rows) == 2
    assert spent < 2


def test_many_rows_are_soon_read():
    row = "Treff {0};Weg {0};10119;Berlin;030 23125-{0};Verein Nord e.V.;Mo-Fr 10-14 Uhr;{1}\n"
    rows = "".join(row.format(n, "Wir beraten Menschen in Krisen " * 3) for n in range(2000))

    start = time.process_time()
    found = table(f"Einrichtung;Straße;PLZ;Ort;Telefon;Träger;Zeiten;Beschreibung\n{rows}")
    spent = time.process_time() - start

    assert len(found.rows) == 2000
    assert spent < 1.5
