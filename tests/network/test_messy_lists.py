"""Lists as offices really send them: read without a change of the program."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from network.importing import workbook
from network.importing.rows import Reader
from network.importing.table import NotATable, read_table

TODAY = dt.date(2026, 11, 22)


def read(raw, by_hand=None):
    table = read_table(raw if isinstance(raw, bytes) else raw.encode(), by_hand)
    return Reader(table, "liste", TODAY, by_hand).entries()


def xlsx(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def dialled(entry):
    return [phone.dial for phone in entry.phones]


def test_a_workbook_with_a_merged_title_two_sheets_and_numbers_as_numbers():
    head = ["Einrichtung", "Straße", "PLZ", "Ort", "Telefon", "Stand"]
    book = xlsx(
        ("Beratung", [["Adressen 2026"], [], head]),
        ("Wohnheime", [["Adressen 2026"], [], head[:4]]),
    )
    book["Beratung"].merge_cells("A1:F1")
    book["Beratung"].append(
        ["Haus Elbe", "Weg 1", 1067, "Dresden", 3514810100, dt.date(2026, 3, 1)]
    )
    book["Beratung"].append(["Haus Spree", "Weg 2", 10115, "Berlin", "030 23125-100", None])
    book["Wohnheime"].append(["Haus Saale", "Weg 3", 6108, "Halle"])

    first, second, third = read(saved(book))

    assert (first.values["postcode"], dialled(first)) == ("01067", ["+493514810100"])
    assert "Stand der Quelle: 01.03.2026" in first.values["internal_remark"]
    assert second.values["postcode"] == "10115"
    assert (third.values["postcode"], third.values["type"]) == ("06108", "housing")


def test_a_number_format_keeps_its_zeros_and_a_formula_stays_text():
    book = xlsx(("Liste", [["Name", "PLZ", "Ort", "Bemerkung"], ["Haus", 1067, "Dresden", "=A2"]]))
    book["Liste"]["B2"].number_format = "00000"

    (entry,) = read(saved(book))

    assert entry.cells["PLZ"] == "01067"
    assert entry.values["conditions"] == "=A2"


def test_a_web_page_saved_as_a_spreadsheet():
    raw = (
        "<html><meta charset=utf-8><table><tr><th>Name</th><th>Stra&szlig;e</th><th>PLZ/Ort</th>"
        "</tr><tr><td>M&uuml;hle</td><td>Weg 1<br>Hinterhaus</td><td>50931 K&ouml;ln</td></tr>"
        "</table></html>"
    )

    (entry,) = read(raw)

    assert entry.values["name"] == "Mühle"
    assert (entry.values["postcode"], entry.values["town"]) == ("50931", "Köln")


def test_headings_repeated_heads_and_notes_are_no_entries():
    raw = (
        "Wegweiser;;;;\n;;;;\nName;Straße;PLZ;Ort;Telefon\nBezirk Mitte;;;;\n"
        "Haus;Weg 1;10115;Berlin;030 23125-100\nHof;Weg 2;10115;Berlin;030 23125-101\n"
        "Name;Straße;PLZ;Ort;Telefon\nBezirk Pankow;;;;\nBude;Weg 3;10437;Berlin;115\n"
        "Stand: März 2026;;;;\n* ohne Gewähr;;;;\n"
    )

    entries = read(raw)

    assert [each.values["name"] for each in entries] == ["Haus", "Hof", "Bude"]
    districts = ["Bezirk Mitte", "Bezirk Mitte", "Bezirk Pankow"]
    assert [each.values["district"] for each in entries] == districts
    table = read_table(raw.encode())
    assert table.aside == ["Bezirk Mitte", "Bezirk Pankow", "Stand: März 2026", "* ohne Gewähr"]


def test_address_phone_and_reach_in_one_cell_each():
    (entry,) = read(
        "Einrichtung;Anschrift;Kontaktdaten\n"
        'Haus;"Musterstr. 3, 50931Köln";"Tel.: 0221 4710-111, Fax: 0221 4710-112, '
        'info@example.org, www.example.org"\n'
    )

    assert [entry.values[name] for name in ("street", "postcode", "town")] == [
        "Musterstr. 3",
        "50931",
        "Köln",
    ]
    assert dialled(entry) == ["+492214710111"]
    assert entry.values["fax"] == "0221 4710-112"
    assert entry.values["email"] == "info@example.org"
    assert entry.values["website"] == "www.example.org"


def test_split_columns_of_number_and_address():
    (entry,) = read(
        "NAME;STRASSE;HAUSNR;PLZ;ORT;VORWAHL;NUMMER\nHAUS;WEG;3a;50931;KÖLN;221;4710111\n"
    )

    assert entry.values["street"] == "WEG 3a"
    assert dialled(entry) == ["+492214710111"]
    assert entry.values["phone_text"] == "221 4710111"


def test_hours_in_a_column_for_every_day():
    (entry,) = read(
        "Name;Ort;Mo;Di;Mi;Do;Fr\nHaus;Berlin;9-12, 14-16;geschlossen;9-12;-;9-12 Uhr\n"
    )

    spans = {(min(span.days), span.start, span.end) for span in entry.hours.spans}
    assert spans == {(0, 540, 720), (0, 840, 960), (2, 540, 720), (4, 540, 720)}
    assert entry.values["hours_text"].startswith("Mo 9-12, 14-16; Di geschlossen")


def test_hours_from_and_to_in_columns_of_their_own():
    (entry,) = read("Name;Ort;Mo von;Mo bis;Di von;Di bis\nHaus;Berlin;09:00;17:00;;\n")

    assert [(span.start, span.end) for span in entry.hours.spans] == [(540, 1020)]


def test_hours_of_the_telephone_are_not_those_of_the_door():
    (entry,) = read("Name;Ort;Telefonzeiten\nHaus;Berlin;Mo-Fr 9-12 Uhr\n")

    assert not entry.hours.spans
    assert entry.values["hours_text"] == "Telefonzeiten: Mo-Fr 9-12 Uhr"


def test_facts_are_taken_where_a_cell_is_plain():
    (entry,) = read(
        "Name;Ort;barrierefrei;Hunde erlaubt;anonym;Überweisung nötig;Alter;Kosten;Betten;lat;lon\n"
        "Haus;Berlin;ja;nein;k.A.;nein;ab 18 Jahre;kostenlos;12;52,52;13,405\n"
    )

    values = entry.values
    assert (values["barrier_free"], values["with_dog"], values["anonymous"]) == (True, False, None)
    assert values["without_referral"] is True
    assert (values["age_from"], values["age_to"]) == (18, None)
    assert (values["cost"], values["beds"]) == ("free", 12)
    assert (values["latitude"], values["longitude"]) == (52.52, 13.405)


def test_facts_that_are_not_plain_stay_text():
    (entry,) = read(
        "Name;Ort;Barrierefrei;Alter;Kosten;lat;lon\n"
        "Haus;Berlin;teilweise;Jugendliche;nach Absprache;3387;5812\n"
    )

    values = entry.values
    assert values["barrier_free"] is None
    assert "Barrierefrei: teilweise" in values["access"]
    assert "Jugendliche" in values["target_groups"]
    assert "nach Absprache" in values["conditions"]
    assert "3387 5812" in values["internal_remark"]
    assert values["age_from"] is None
    assert "latitude" not in values


def test_columns_of_one_name_empty_columns_and_unseen_letters():
    raw = "Name;;Telefon;Telefon;Ort\n\u200bHaus\u00a0Elbe;;030 23125-100;030 23125-101;Berlin\n"

    (entry,) = read(raw)

    assert entry.values["name"] == "Haus Elbe"
    assert dialled(entry) == ["+493023125100", "+493023125101"]


def test_two_addresses_are_both_kept_and_the_second_is_no_public_one():
    (entry,) = read(
        "Name;Straße;PLZ;Ort;Postanschrift;Träger Straße\n"
        "Haus;Weg 1;10115;Berlin;Postfach 12, 10001 Berlin;Allee 9\n"
    )

    assert entry.values["street"] == "Weg 1"
    assert "Postfach 12, 10001 Berlin" in entry.values["internal_remark"]
    assert "Allee 9" in entry.values["internal_remark"]


def test_several_services_in_one_row_are_named_as_a_doubt():
    (entry,) = read("Name;Art;Ort;Tel\nHaus;BeWo, Tagesstätte;Berlin;115\n")

    assert any("mehrere Angebote" in reason for reason in entry.reasons)


def test_single_quotes_broken_umlauts_and_a_mark_nobody_closed():
    quoted = read("'Name','Ort','Tel'\n'Haus, Hof','Berlin','115'\n'Bude','Berlin','115'\n")
    broken = read("Name;StraÃŸe;Ort\nMÃ¼hle;Weg 1;KÃ¶ln\n")
    lines = "".join(f"Haus {n};Weg {n};Berlin\n" for n in range(30))
    unclosed = read('Name;Straße;Ort\n"Haus;Weg;Berlin\n' + lines)

    assert quoted[0].values["name"] == "Haus, Hof"
    assert (broken[0].values["name"], broken[0].values["town"]) == ("Mühle", "Köln")
    assert len(unclosed) == 31


@pytest.mark.parametrize(
    ("postcode", "town", "whole", "looks"),
    [
        ("1067", "Dresden", "01067", False),
        ("6108", "Halle", "06108", False),
        ("1067", "Köln", "01067", True),
        ("1067", "", "01067", True),
        ("106", "Dresden", "", True),
    ],
)
def test_a_lost_zero_is_sure_only_where_the_town_agrees(postcode, town, whole, looks):
    (entry,) = read(f"Name;Art;PLZ;Ort;Tel\nHaus;BeWo;{postcode};{town};115\n")

    assert entry.values["postcode"] == whole
    assert any("PLZ" in reason for reason in entry.reasons) is looks


def test_columns_without_a_name_are_named_by_hand():
    raw = "alpha;beta;gamma\nHaus Elbe;irgendwas;Köln\nHaus Spree;etwas;Bonn\n"
    assert not read_table(raw.encode()).sure

    entries = read(raw, {"alpha": "name", "beta": "internal", "gamma": "place"})

    assert [each.values["town"] for each in entries] == ["Köln", "Bonn"]
    assert entries[0].values["internal_remark"] == "Intern: irgendwas"


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch):
    raw = saved(xlsx(("Liste", [["Name", "Ort"], ["Haus", "Berlin"]])))
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 2_000)

    with pytest.raises(NotATable, match="zu groß"):
        read_table(raw)


def test_an_archive_that_is_no_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "0" * 1000)

    with pytest.raises(NotATable, match="keine Excel-Tabelle"):
        read_table(file.getvalue())


@pytest.mark.parametrize(("rows", "columns"), [(20_001, 2), (2, 301)])
def test_too_many_rows_or_columns_are_refused_with_a_sentence(rows, columns):
    head = "Name;Ort;" + ";".join(f"x{n}" for n in range(columns - 2))
    raw = head + "\n" + ("a;b;" + "c;" * (columns - 2) + "\n") * rows

    with pytest.raises(NotATable, match="mehr als"):
        read_table(raw.encode())
