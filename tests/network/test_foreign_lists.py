"""Lists of other regions: columns, shapes and encodings that nobody agreed upon with us."""

import io

import openpyxl
import pytest

from core.actor import SCHEDULER
from network.importing.rows import Reader
from network.importing.run import import_directory
from network.models import Service
from tests.factories import RegionFactory
from tests.network.lists import TODAY, dialled, open_times, read, saved, table


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1252", "utf-16-le"])
def test_umlauts_of_every_system(encoding):
    (entry,) = read("Name;Straße;Ort\nMühle für Süchtige;Größerweg 2;Köln\n", encoding=encoding)

    assert entry.values["name"] == "Mühle für Süchtige"
    assert (entry.values["street"], entry.values["town"]) == ("Größerweg 2", "Köln")


def test_a_list_without_a_head_is_read_by_its_cells():
    found = table(
        "Kontaktstelle Spree;Uferstr. 4;10997;Berlin;030 23125-110;Mo-Fr 10-16 Uhr\n"
        "Krisenwohnung;Weg 2;10115;Berlin;030 23125-111;rund um die Uhr\n"
    )

    first, second = Reader(found, "liste", TODAY).entries()

    assert found.sure
    assert [first.values[name] for name in ("name", "street", "postcode", "town")] == [
        *("Kontaktstelle Spree", "Uferstr. 4", "10997", "Berlin")
    ]
    assert (dialled(first), second.values["type"]) == (["+493023125110"], "crisis")
    assert len(second.hours.spans[0].days) == 8


def test_names_and_numbers_alone_are_a_list():
    entries = read("Krisentelefon,030 23125-120\nBereitschaftsdienst,116117\nPolizei,110\n")

    assert [dialled(each) for each in entries] == [["+493023125120"], ["116117"], ["110"]]


def test_a_head_of_two_rows_with_merged_groups():
    (entry,) = read(
        saved(
            [
                ["Stand: 01.10.2026"],
                ["Einrichtung", "Anschrift", None, "Öffnungszeiten", None],
                [None, "Straße", "PLZ Ort", "Mo-Do", "Fr"],
                ["SPZ Berg", "Weg 1", "42103 Wuppertal", "9-16 Uhr", "9-13 Uhr"],
            ],
            merged=["B2:C2", "D2:E2", "A2:A3"],
        )
    )

    assert (entry.values["name"], entry.values["type"]) == ("SPZ Berg", "spz")
    assert entry.values["postcode"] == "42103"
    assert open_times(entry) == {*((day, 540, 960) for day in range(4)), (4, 540, 780)}


def test_a_provider_merged_over_several_rows_stands_in_each_and_links_are_kept():
    first, second = read(
        saved(
            [
                ["Träger", "Angebot", "Ort", "Internet"],
                ["Brücke", "Suchtberatung", "54290 Trier", "Homepage"],
                [None, "Betreutes Wohnen", "54290 Trier", None],
            ],
            merged=["A2:A3"],
            links=[("D2", "https://example.org/sucht")],
        )
    )

    assert (first.values["provider_name"], second.values["provider_name"]) == ("Brücke", "Brücke")
    assert first.values["website"] == "https://example.org/sucht"


def test_sums_notes_and_other_sheets_are_no_entries_but_are_told():
    book = openpyxl.load_workbook(
        io.BytesIO(
            saved(
                [
                    ["Name", "PLZ", "Ort", "Plätze"],
                    ["Haus Elbe", 1067, "Dresden", 6],
                    ["Haus Spree", 10115, "Berlin", 8],
                    ["Summe", None, None, 14],
                ]
            )
        )
    )
    book.create_sheet("Legende").append(["WH", "Wohnheim"])
    file = io.BytesIO()
    book.save(file)

    found = table(file.getvalue())

    assert len(found.rows) == 2
    assert found.aside == ["Summe 14", "Legende: WH | Wohnheim"]


def test_lines_of_explanation_and_borders_are_no_entries():
    explained = read("Name;Ort;Tel\n(der Stelle);;(mit Vorwahl)\nHaus;Bonn;115\n")
    bordered = read("| Name | Ort | Tel |\n|---|---|---|\n| Haus | Bonn | 115 |\n")

    assert [each.values["name"] for each in (*explained, *bordered)] == ["Haus", "Haus"]


def test_crosses_say_for_whom_and_on_which_days():
    (groups,) = read("Name;Ort;Erwachsene;Senioren;Türkisch\nHaus;Bonn;x;;x\n")
    (days,) = read("Name;Ort;Mo;Di;Mi;Uhrzeit\nTreff;Bonn;x;;x;10-14 Uhr\n")

    assert groups.values["target_groups"] == "Erwachsene"
    assert groups.values["languages"] == "Türkisch"
    assert open_times(days) == {(0, 600, 840), (2, 600, 840)}


def test_hours_of_several_days_from_and_to():
    (entry,) = read(
        "Name;Ort;Mo-Fr von;Mo-Fr bis;So/Feiertag von;So/Feiertag bis\n"
        "Dienst;Bonn;07:00;20:00;09:00;12:00\n"
    )

    week = {(day, 420, 1200) for day in range(5)}
    assert open_times(entry) == {*week, (6, 540, 720), (7, 540, 720)}


def test_area_code_number_and_extension_in_three_columns():
    (entry,) = read(
        "Stelle;Vorwahl;Rufnummer;Durchwahl;Fax-Durchwahl;Ort\nAmt;030;23125;123;199;Berlin\n"
    )

    assert dialled(entry) == ["+493023125123"]
    assert entry.values["fax"] == "030 23125-199"


def test_phone_fax_mail_and_page_in_whichever_cell():
    first, second = read(
        "Einrichtung;Tel./Fax;Mail / Web\n"
        "A;Tel.: 030/23125-101, Fax: 030/23125-102;a@example.org www.example.org\n"
        "B;T 030 23125-103 / F 030 23125-104;b(at)example.org\n"
    )

    assert (dialled(first), first.values["fax"]) == (["+493023125101"], "030/23125-102")
    assert (first.values["email"], first.values["website"]) == ("a@example.org", "www.example.org")
    assert (dialled(second), second.values["fax"]) == (["+493023125103"], "030 23125-104")
    assert second.values["email"] == "b@example.org"


def test_name_address_and_numbers_in_two_cells_of_several_lines():
    (entry,) = read(
        'Einrichtung und Anschrift;Ansprechpartner, Telefon\n"Brücke e. V.\nMarkt 3\n10115 Berlin";'
        '"Frau Petra Beispiel\nTel. 030 23125-105\nMo-Fr 8-16 Uhr"\n'
    )

    assert (entry.values["name"], entry.values["street"]) == ("Brücke e. V.", "Markt 3")
    assert (entry.values["postcode"], dialled(entry)) == ("10115", ["+493023125105"])
    assert entry.values["hours_text"] == "Kontakt: Mo-Fr 8-16 Uhr"
    assert not entry.hours.spans


def test_an_address_among_the_numbers():
    (entry,) = read(
        'Name;Kontaktdaten\nHaus;"Seeweg 3\n10115 Berlin\nTel. 030 23125-106\nh@example.org"\n'
    )

    assert [entry.values[name] for name in ("street", "postcode", "town", "email")] == [
        *("Seeweg 3", "10115", "Berlin", "h@example.org")
    ]


def test_the_title_of_a_list_says_what_its_rows_do_not():
    (entry,) = read("Sozialpsychiatrische Dienste;;\nAmt;Ort;Tel\nKreis Nord;Bonn;115\n")

    assert entry.values["type"] == "spdi"
    assert "Art des Angebots nach dem Titel der Liste" in entry.reasons


def test_a_town_known_by_its_postcode_gives_the_area_code():
    (entry,) = read("Einrichtung;PLZ;Tel\nTreff;22765;66969-110\n")

    assert (entry.values["town"], dialled(entry)) == ("Hamburg", ["+494066969110"])
    assert "Ort Hamburg aus der PLZ" in entry.notes


def test_a_number_that_a_spreadsheet_shortened_is_no_number():
    (entry,) = read("Name;Ort;Telefon\nHaus;Dresden;4,93512E+11\n")

    assert not entry.phones
    assert any("gekürzte Nummer" in reason for reason in entry.reasons)


def test_what_a_program_wrote_into_an_empty_cell_is_nothing():
    (entry,) = read("'Name','Ort','Mail'\n'Haus','Bonn',NULL\n'Hof','Bonn',NULL\n")[:1]

    assert entry.values["email"] == ""
    assert entry.cells["Mail"] == "NULL"


@pytest.mark.parametrize(
    ("columns", "row", "values"),
    [
        ("1. Name\nder Stelle;2. Tele-\nfon;3. Plätze (Stand 2026)", "Haus;115;30", {"beds": 30}),
        ("facility_name;operator;city", "Haus;Verein;Bonn", {"provider_name": "Verein"}),
        ("Strasse;Nr;Ort;Name", "Weg;7;Bonn;Haus", {"street": "Weg 7"}),
        ("Name;x;y", "Haus;13.7373;51.0504", {"latitude": 51.0504, "longitude": 13.7373}),
        ("Name;PLZ, Ort;Kreisschlüssel", "Haus;30159 Hannover;03241", {"postcode": "30159"}),
        ("Name;Trägertelefon;Tel", "Haus;030 23125-1;115", {"phone_text": "115"}),
        ("Name;Heimtyp;Entgelt", "Haus;Wohnheim;112,50 €", {"type": "housing", "cost": ""}),
        ("Gruppe;Thema;Treffzeit", "Anker;Sucht;Mi 18-20 Uhr", {"name": "Anker"}),
        ("Name;Frankfurt;Ort", "Haus;;Frankfurt (Oder)", {"town": "Frankfurt (Oder)"}),
    ],
)
def test_columns_in_other_words(columns, row, values):
    head = ";".join(f'"{name}"' for name in columns.split(";"))
    first, _second = read(f"{head}\n{row}\n{row.replace('Haus', 'Hof').replace('Anker', 'Boje')}\n")

    assert {name: first.values.get(name) for name in values} == values


def test_a_second_delivery_in_another_order_changes_what_changed(db):
    region, line = RegionFactory(), "Dienst {0};Beratung;Weg {1};10115;Berlin;030 23125-1{1:02}\n"
    first = "Name;Art;Straße;PLZ;Ort;Tel\n" + "".join(
        line.format(c, n) for n, c in enumerate("ABC")
    )
    second = (
        "Art;Name;Ort;PLZ;Straße;Tel;Stand\nBeratung;Dienst  C;Berlin;10115;Weg 2;030 23125-102;\n"
        "Beratung;Dienst A;Berlin;10115;Weg 0;030 23125-199;\n"
        "Beratung;Dienst D;Berlin;10115;Weg 3;030 23125-103;\n"
    )
    told = {"region": region, "source": "liste", "by": SCHEDULER}
    import_directory(table=table(first), **told)

    report = import_directory(table=table("Titel;;;;;;\n" + second), **told)

    outcomes = [line.outcome.value for line in report.lines]
    assert outcomes == ["changed", "changed", "new"]
    assert (report.gone, report.aside) == (["Dienst B"], ["Titel"])
    assert Service.objects.count() == 4
