"""Names, mailboxes and doubts in foreign lists: what waits or stays with the network."""

import pytest

from tests.network.lists import public, read


@pytest.mark.parametrize(
    "text",
    [
        "Einrichtung;Vorname;Name;Tel\nHaus Elbe;Eva;Musterfrau;115\n",
        "Einrichtung;Heimleitung;Tel\nHaus Elbe;Musterfrau, Eva;115\n",
        "Einrichtung;Tel\nHaus Elbe;030 23125-107 (Frau Eva Musterfrau)\n",
        "Einrichtung;Tel;Bemerkung\nHaus Elbe;115;bitte Frau Eva Musterfrau verlangen\n",
        "Einrichtung;Tel;Sprechzeiten\nHaus Elbe;115;Mo 9-12 Uhr (Frau Dr. Musterfrau)\n",
        'Einrichtung;Kontakt\nHaus Elbe;"Musterfrau, Tel. 030 23125-108"\n'
        'Haus Spree;"Musterfrau, 030 23125-109"\n',
    ],
)
def test_people_stay_with_the_network(text):
    for entry in read(text):
        assert "Musterfrau" not in public(entry)
        assert "Musterfrau" in str(entry.values["internal_remark"])


def test_a_mailbox_that_bears_a_name_stays_with_the_network():
    own, shared = read(
        "Einrichtung;Ansprechpartner;E-Mail;Ort\n"
        "Haus Elbe;Eva Musterfrau;e.musterfrau@example.org;Bonn\n"
        "Haus Spree;Team Beratung;beratung@example.org;Bonn\n"
    )

    assert own.values["email"] == ""
    assert "e.musterfrau@example.org" in str(own.values["internal_remark"])
    assert shared.values["email"] == "beratung@example.org"


@pytest.mark.parametrize(
    "status", ["geschlossen seit 31.12.2024", "inaktiv", "Angebot eingestellt"]
)
def test_what_its_source_calls_closed_is_not_published(status):
    (entry,) = read(f"Name;Ort;Tel;Status\nHaus;Bonn;115;{status}\n")

    assert entry.values["state"] == "in_review"
    assert any("in Betrieb" in reason for reason in entry.reasons)


def test_a_row_torn_by_its_separator_says_no_hours():
    torn, whole = read(
        "Name;Ort;Tel;Zeiten\nHaus;Bonn;115;Mo-Do 9-16 Uhr; Fr 9-12 Uhr\nHof;Bonn;115;Mo 9-12\n"
    )

    assert not torn.hours.spans
    assert any("Spalte ohne Namen" in reason for reason in torn.reasons)
    assert whole.hours.spans


def test_a_list_of_people_waits_for_somebody_to_look():
    (entry,) = read("Titel;Vorname;Nachname;Ort;Tel\nDr.;Eva;Musterfrau;Bonn;115\n")

    assert (entry.values["name"], entry.values["state"]) == ("Dr. Eva Musterfrau", "in_review")
    assert any("Person" in reason for reason in entry.reasons)
