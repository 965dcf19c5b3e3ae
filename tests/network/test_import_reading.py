"""Tables, telephone numbers, postcodes and hours as other people write them."""

import pytest

from network.importing.columns import Field, assign, recognise
from network.importing.hours import read_hours
from network.importing.phones import read_phones
from network.importing.postcodes import mend_postcode, split_address
from network.importing.table import NotATable, read_table

LINES = (
    "Einrichtung;Straße;PLZ;Telefon\r\nBrücke;Weg 1;06108;0345 1\r\nHaus;Gasse 2;06110;0345 2\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_gives_the_same_table(encoding, separator):
    table = read_table(LINES.replace(";", separator).encode(encoding))

    assert table.columns == ["Einrichtung", "Straße", "PLZ", "Telefon"]
    assert table.rows == [
        ["Brücke", "Weg 1", "06108", "0345 1"],
        ["Haus", "Gasse 2", "06110", "0345 2"],
    ]


def test_title_rows_above_the_head_are_kept_apart():
    table = read_table(f"Adressverzeichnis;;;\r\n;;;\r\nStand 2026;;;\r\n{LINES}".encode())

    assert table.titles == ["Adressverzeichnis", "Stand 2026"]
    assert len(table.rows) == 2


def test_cells_beyond_the_head_and_short_rows_are_kept():
    table = read_table(b"Name;PLZ\nA;1;mehr\nB\nC;2\n")

    assert table.columns == ["Name", "PLZ", "Spalte 3"]
    assert table.rows == [["A", "1", "mehr"], ["B", "", ""], ["C", "2", ""]]


def test_a_quoted_cell_keeps_its_separator_and_line_break():
    table = read_table(b'Name;Telefon\n"A; B";"1\n2"\nC;3\n')

    assert table.rows[0] == ["A; B", "1\n2"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \n ",
        b"PK\x03\x04zip",
        b'{"a": 1, "b": 2}\n{"a": 1, "b": 2}',
        b"%PDF-1.7 ...",
        b"Lieber Herr M\xfcller,\nwie besprochen.\nMit Gru\xdf",
        bytes(range(256)) * 20,
        b"a;b\n1;2\n",
        b"Name;PLZ\n",
        b'Name;PLZ\n"' + b"x" * 200_000 + b";",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_table_gets_a_sentence(raw):
    with pytest.raises(NotATable, match=r"[.“]$"):
        read_table(raw)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("E-Mail", Field.EMAIL),
        ("e_mail", Field.EMAIL),
        ("STRASSE", Field.STREET),
        ("Straße/Hausnr.", Field.STREET),
        ("Öffnungszeiten", Field.HOURS),
        ("Sprechzeiten", Field.HOURS),
        ("Träger", Field.ORGANISATION),
        ("Postleitzahl", Field.POSTCODE),
        ("Quell-ID", Field.SOURCE_ID),
        ("Lieblingsfarbe", None),
        ("", None),
    ],
)
def test_columns_are_known_by_their_german_names(column, field):
    assert recognise(column) is field


def test_two_columns_of_one_kind_are_both_kept():
    assert assign(["Tel.", "Telefon", "Fax"]) == {Field.PHONE: [0, 1], Field.FAX: [2]}


@pytest.mark.parametrize(
    ("raw", "dialled"),
    [
        ("030 23125-100", ["+493023125100"]),
        ("030 / 23 12 51 01", ["+493023125101"]),
        ("(030) 231 25-102", ["+493023125102"]),
        ("+49 (0)30 23125 103", ["+493023125103"]),
        ("23125-104", ["+493023125104"]),
        ("030/23125105/6/7", ["+493023125105"]),
        ("030 23125106 / 030 23125107", ["+493023125106", "+493023125107"]),
        ("030/23 12 51 08 App. 12 oder 23 12 51 09", ["+493023125108", "+493023125109"]),
        ("Sekretariat 030/ 23125-110", ["+493023125110"]),
        ("02 21 / 47 10-111", ["+492214710111"]),
        ("110", ["110"]),
        ("116 117", ["116117"]),
        ("112 oder 115", ["112", "115"]),
    ],
)
def test_telephone_numbers_are_read_as_people_write_them(raw, dialled):
    cell = read_phones(raw, area_code="030")

    assert [phone.dial for phone in cell.numbers] == dialled
    assert cell.raw == raw
    assert not cell.problems


def test_what_stands_beside_a_number_becomes_its_note():
    assert read_phones("030 23125-100 (Verwaltung)").numbers[0].note == "Verwaltung"
    assert read_phones("030 23125-100 App. 12").numbers[0].note == "App. 12"
    assert read_phones("030/23125105/6").numbers[0].note == "6"


@pytest.mark.parametrize("raw", ["46 40 06 - 0", "nach Vereinbarung", "0157 1", "\0", "9" * 400])
def test_what_is_no_number_stays_text_with_a_reason(raw):
    cell = read_phones(raw)

    assert not cell.numbers
    assert cell.problems


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("9456", ("09456", True)),
        ("9456.0", ("09456", True)),
        ("10115", ("10115", False)),
        ("D-10115", ("10115", False)),
        ("123", ("", False)),
        ("00123", ("", False)),
        ("Berlin", ("", False)),
    ],
)
def test_a_lost_zero_comes_back(raw, mended):
    assert mend_postcode(raw) == mended


def test_an_address_in_one_cell_is_taken_apart():
    assert split_address("Weg 1, 06108 Halle (Saale)") == ("Weg 1", "06108", "Halle (Saale)")
    assert split_address("Hinter der Kirche") == ("Hinter der Kirche", "", "")


@pytest.mark.parametrize(
    ("raw", "spans"),
    [
        ("täglich 20:00-08:00 Uhr", [(range(8), 1200, 1920)]),
        ("täglich 20:00-08:00 Uhr; letzter Einlass 04:00 Uhr", [(range(8), 1200, 1920)]),
        ("Mo-Fr 9-17 Uhr", [(range(5), 540, 1020)]),
        ("Mo. - Fr. 8.30 bis 16.30 Uhr", [(range(5), 510, 990)]),
        ("rund um die Uhr", [(range(8), 0, 1440)]),
        ("Di und Do 14–17 Uhr und nach Vereinbarung", [((1, 3), 840, 1020)]),
        ("Mo 9-12 Uhr + 13-16 Uhr", [((0,), 540, 720), ((0,), 780, 960)]),
        ("Sa, So, Feiertag 10:00-15:00 Uhr", [((5, 6, 7), 600, 900)]),
        ("Di 14-17 Uhr u. n. V.", [((1,), 840, 1020)]),
        ("rund um die Uhr - auch Sonn- u. Feiertags", [(range(8), 0, 1440)]),
        ("Mo-Fr 20:00 bis 08:30 Uhr des folgenden Tages", [(range(5), 1200, 1950)]),
        ("täglich 10 bis 8 Uhr des folgenden Tages", [(range(8), 600, 1920)]),
        ("täglich 9-17 Uhr außer feiertags", [(range(7), 540, 1020)]),
        ("Mo 9-12; Di geschlossen", [((0,), 540, 720)]),
        ("Mon-Fri 09:00-17:00; PH off", [(range(5), 540, 1020)]),
    ],
)
def test_certain_hours_are_structured(raw, spans):
    reading = read_hours(raw)

    assert [(span.days, span.start, span.end) for span in reading.spans] == [
        (frozenset(days), start, end) for days, start, end in spans
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "Mo-Fr 9-17 Uhr, Do 9-18 Uhr",
        "8.00 - 17.00 Uhr, Fr. 8.00 - 13.00 Uhr",
        "telefonisch Mo, Mi 9-11 Uhr",
        "Mo - Fr (außer Mi) 10 - 12 Uhr",
        "Mo nur nach Terminvereinbarung; Di 10:00-13:30",
        "Fr 30-12.00",
        "Mo-Fr",
        "täglich geöffnet",
        "Mo-Fr 9-17 Uhr, Mi geschlossen",
        "1. Mo im Monat 10-12 Uhr",
        "jeden zweiten Mo 9-12 Uhr",
        "werktags 9-17 Uhr",
        "Sa und So rund um die Uhr",
        "Notdienst rund um die Uhr",
        "Mo-Sa 8-8 Uhr",
        "und Do 14:00–16:00 Uhr",
        "Mo 10-9 Uhr",
        "\0" * 50,
    ],
)
def test_anything_doubtful_stays_text(raw):
    reading = read_hours(raw)

    assert reading.raw == raw
    assert not reading.spans
    assert reading.problem
