"""Cells that would put a refuge's place, a person's mailbox or a wrong number before the public."""

import pytest

from network.importing.persons import names_in
from network.models import Service
from tests.network.lists import dialled, read

REVIEW = Service.State.IN_REVIEW
STREET = "Geheimweg"


@pytest.mark.parametrize(
    "text",
    [
        "Art;Einrichtung und Anschrift\nWohnen;Frauenhaus Mond, Geheimweg 3, 50931 Köln\n",
        "Frauenhäuser im Kreis;;;\nName;Art;Straße;Ort\nMond;Beratung;Geheimweg 3;Köln\n",
        "Abschnitt;Name;Art;Straße;Ort\nFrauenhaus;Mond;Wohnen;Geheimweg 3;Köln\n",
        "Name;Kontakt\nFrauenhaus Mond;Geheimweg 3 50931 Köln Tel. 0221 4710-110\n",
        "Art;Einrichtung und Anschrift\nWohnen;Frauenhaus Mond Geheimweg 3 50931 Köln\n",
        "Name;Telefon\nFrauenhaus Mond;0221 4710-110 (Büro Geheimweg)\n",
    ],
)
def test_no_column_gives_a_refuge_away(text):
    (entry,) = read(text)

    assert entry.values["address_public"] is False
    assert "Adresse vorsorglich nicht öffentlich" in entry.reasons
    said = [entry.values["name"], entry.values["phone_text"], *(each.note for each in entry.phones)]
    assert STREET not in "".join(map(str, said)) or entry.values["state"] == REVIEW
    assert STREET not in "".join(each.note for each in entry.phones)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Tagesstätte Süd Weg 3 50931 Köln", REVIEW),
        ("Tagesstätte Hafenstr. 12", REVIEW),
        ("Tagesstätte 2 Süd", Service.State.PUBLISHED),
    ],
)
def test_a_name_that_holds_an_address_waits_for_somebody_to_look(name, state):
    (entry,) = read(f"Name;Telefon\n{name};0221 4710-110\n")

    assert entry.values["state"] == state


def test_a_postcode_is_no_part_of_a_number():
    (entry,) = read("Name;Kontakt\nTreff;Uferweg 3 50931 Köln Tel. 0221 4710-110\n")
    (other,) = read("Name;Kontakt\nTreff;0221 47101 Zentrale\n")

    assert dialled(entry) == ["+492214710110"]
    assert (entry.values["street"], entry.values["town"]) == ("Uferweg 3", "Köln")
    assert dialled(other) == ["+4922147101"]


@pytest.mark.parametrize(
    ("head", "cells", "times"),
    [
        ("Mo von;Mo bis;Mo von 2;Mo bis 2", "9:00;12:00;14:00;16:00", [(540, 720), (840, 960)]),
        ("Mo von;Mo bis;Mo von 2;Mo bis 2", "9:00;12:00;;", [(540, 720)]),
        ("Mo vorm. von;Mo vorm. bis;Mo nachm. von;Mo nachm. bis", "9:00;;14:00;", []),
        ("Mo von;Mo bis;Mo von 2;Mo bis 2", "9:00;12:00;14:00;", []),
        ("Mo-Fr vorm. von;Mo-Fr vorm. bis;Mo-Fr nachm. von;Mo-Fr nachm. bis", "9:00;;14:00;", []),
    ],
)
def test_half_a_span_of_hours_is_no_span(head, cells, times):
    (entry,) = read(f"Name;Telefon;{head}\nTreff;0221 4710-110;{cells}\n")

    assert [(span.start, span.end) for span in entry.hours.spans] == times
    assert bool(entry.hours.problem) == (not times)


@pytest.mark.parametrize(
    "mail", ["jan.ott@example.org", "emuster@example.org", "e_muster@example.org"]
)
def test_a_mailbox_made_of_a_short_name_stays_with_the_network(mail):
    contact = "Jan Ott" if "ott" in mail else "Eva Muster"
    (entry,) = read(f"Name;Ansprechpartner;E-Mail\nTreff;{contact};{mail}\n")

    assert entry.values["email"] == ""


def test_a_very_long_cell_is_kept_and_costs_little():
    for cell in ("Frau Dr. " + "med" * 2_000, "Mo " * 30_000, "a" * 30_000, "1 " * 15_000):
        (entry,) = read(f"Einrichtung und Anschrift;Öffnungszeiten\n{cell};{cell}\n")
        assert cell.strip() in entry.cells.values()


def test_a_title_is_found_however_it_is_written():
    texts = [
        "Frau Dr. med. Eva Muster",
        "Dr.med. Muster",
        "Prof. Dr. Muster",
        "Dipl.-Psych. Muster",
    ]

    assert [bool(names_in(text)) for text in texts] == [True, True, True, False]
