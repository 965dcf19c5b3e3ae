"""Rows that go on below, heads below heads, and several tables on one sheet."""

from tests.network.lists import dialled, open_times, read, saved, table

CONTINUED = (
    "Einrichtung;Anschrift;Telefon;Öffnungszeiten\n"
    "Treff Licht;Kirchgasse 3;069 90009-301;Mo-Fr 10-16 Uhr\n"
    ";65185 Wiesbaden;;Sa 10-13 Uhr\n"
    "Krisendienst;Luisenplatz 1;069 90009-303;\n"
    ";65185 Wiesbaden;;\n"
    "Tagesstätte;Weg 9;069 90009-304;Mo-Do 9-15 Uhr\n"
    ";65193 Wiesbaden;tag@example.org;\n"
)
STACKED = [
    ["A. Beratung"],
    ["Name", "Straße", "PLZ", "Ort", "Telefon", "Sprechzeiten"],
    ["Beratung Mitte", "Weg 1", 10119, "Berlin", "030 23125-340", "Mo-Fr 10-14 Uhr"],
    [],
    ["B. Wohnen"],
    ["Träger", "Angebot", "Plätze", "Ansprechpartner", "Telefon", "Bezirk"],
    ["Pinel", "Therapeutische WG", 12, "Frau Muster", "030 23125-342", "Mitte"],
    ["Albatros", "Betreutes Einzelwohnen", 30, "Herr Beispiel", "030 23125-343", "Pankow"],
]
GROUPED = [
    ["Landkreis", "Angebot", "Kontakt", None, "Zielgruppe", None, "Zugang", None],
    [None, None, "Tel.", "Mail", "Kinder", "Erwachsene", "ohne Termin", "anonym"],
    ["Tal", "SpDi", "030 23125-401", "spdi@example.org", None, "x", "x", None],
    ["Tal", "Suchtberatung", "030 23125-402", None, "nein", "x", None, "x"],
]


def test_an_address_that_goes_on_below_belongs_to_the_entry_above():
    first, second, third = read(CONTINUED)

    assert {each.values["town"] for each in (first, second, third)} == {"Wiesbaden"}
    assert (first.values["street"], first.values["postcode"]) == ("Kirchgasse 3", "65185")
    assert (5, 600, 780) in open_times(first)
    assert third.values["email"] == "tag@example.org"


def test_a_row_without_a_name_stays_alone_where_the_address_above_is_whole():
    entries = read(
        "Einrichtung;Anschrift;Telefon\nA;Weg 1, 65185 Wiesbaden;069 90009-301\n"
        ";65193 Wiesbaden;069 90009-302\n"
    )

    assert [len(each.phones) for each in entries] == [1, 1]


def test_each_table_of_a_sheet_has_its_own_head():
    first, second, third = read(saved(STACKED))

    assert (first.values["street"], first.values["postcode"]) == ("Weg 1", "10119")
    assert (second.values["provider_name"], second.values["type"]) == ("Pinel", "housing")
    assert (third.values["type"], third.values["district"]) == ("bewo", "Pankow")
    assert "Muster" not in f"{second.values['town']}{second.values['street']}"
    assert len({each.source_id for each in (first, second, third)}) == 3
    assert not third.reasons


def test_titles_of_stacked_tables_are_told():
    assert {"A. Beratung", "B. Wohnen"} <= set(table(saved(STACKED)).titles)


def test_a_head_below_a_head_names_the_parts_of_its_groups():
    first, second = read(saved(GROUPED))

    assert (dialled(first), first.values["email"]) == (["+493023125401"], "spdi@example.org")
    assert [each.values["target_groups"] for each in (first, second)] == ["Erwachsene"] * 2
    assert first.values["walk_in"] is True
    assert second.values["anonymous"] is True


def test_names_of_columns_may_be_short():
    (entry,) = read(
        "Bez. d. Angebots\tTrg.\tAnschr.\tTel.-Nr.\tSprechz.\tZielgr.\tZust. f.\tBem.\n"
        "SPZ Tal\tAWO\tWeg 12, 53840 Troisdorf\tTel. 0221/4710-301\tMo.-Do. 9.00-16.30 h\t"
        "Erw.\tTroisdorf\tneu\n"
    )

    assert [entry.values[name] for name in ("provider_name", "catchment", "conditions")] == [
        *("AWO", "Troisdorf", "neu")
    ]
    assert len(open_times(entry)) == 4
    assert entry.phones[0].note == ""


def test_names_of_columns_may_be_those_of_a_map():
    (entry,) = read(
        "name,addr:street,addr:housenumber,addr:postcode,addr:city,contact:phone\n"
        "SpDi,Neumarkt,15,50667,Köln,+49 221 4710 310\n"
    )

    assert entry.values["street"] == "Neumarkt 15"


def test_a_line_that_tells_a_date_is_no_head():
    (entry,) = read(
        "Stand: 15.09.2026;Angaben der Gesundheitsämter\nGesundheitsamt;Sitz;Telefon\n"
        'Landkreis Tal;"38820 Halberstadt, Weg 14";030 23125-520\n'
    )

    assert (entry.values["street"], entry.values["town"]) == ("Weg 14", "Halberstadt")


def test_a_second_table_is_found_below_a_head_that_repeats():
    entries = read(
        "Name;Ort;Telefon\nA;Bonn;115\nB;Bonn;115\nC;Bonn;115\nName;Ort;Telefon\nD;Bonn;115\n"
        "E;Bonn;115\n;;\nTelefon;Bezirk;Einrichtung\n030 23125-110;Mitte;F\n"
    )

    assert [each.values["name"] for each in entries] == list("ABCDEF")
    assert dialled(entries[-1]) == ["+493023125110"]
