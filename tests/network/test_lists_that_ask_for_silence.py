"""What a list itself says is not to be published: in a column of its own or in a remark."""

import pytest

from network.models import Service
from tests.network.lists import public, read

REVIEW, PUBLISHED = Service.State.IN_REVIEW, Service.State.PUBLISHED
STREET = "Lindenweg 4"


def entry_of(column, cell):
    (entry,) = read(
        f"Name;Art;Straße;PLZ;Ort;Telefon;{column}\n"
        f"Haus Elbe;Beratung;{STREET};50931;Köln;0221 4710-330;{cell}\n"
    )
    return entry


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Veröffentlichung", "nein"),
        ("Freigabe", "keine Freigabe"),
        ("Freigabe Internet", "noch nicht erteilt"),
        ("is_public", "0"),
        ("published", "false"),
        ("nicht veröffentlichen", "x"),
    ],
)
def test_a_column_that_refuses_leave_is_obeyed(column, cell):
    entry = entry_of(column, cell)

    assert entry.values["state"] == REVIEW
    assert f"soll laut Liste nicht öffentlich sein: „{column}: {cell}“" in entry.reasons
    assert cell in str(entry.values["internal_remark"])


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Veröffentlichung", "ja"),
        ("Freigabe", "erteilt"),
        ("is_public", "1"),
        ("nicht veröffentlichen", "nein"),
        ("Veröffentlicht am", "01.02.2026"),
        ("Bemerkung", "Wir beraten vertraulich und anonym, Ihre Daten werden nicht weitergegeben"),
        ("Bemerkung", "Eingang über das nicht öffentlich zugängliche Gelände"),
        ("Bemerkung", "E-Mail-Adresse auf Anfrage"),
        ("Bemerkung", "Termine nur nach Anmeldung"),
    ],
)
def test_leave_and_common_words_hide_nothing(column, cell):
    entry = entry_of(column, cell)

    assert (entry.values["state"], entry.values["address_public"]) == (PUBLISHED, True)


@pytest.mark.parametrize(
    "remark",
    [
        *("Adresse nicht veröffentlichen", "bitte Adresse nicht weitergeben", "Adresse ist geheim"),
        *("Adresse auf Anfrage", "Standort nicht öffentlich", "Anschrift nur über Telefon"),
        *("Treffpunkt nicht rausgeben!", "Anschrift wird nicht veröffentlicht!"),
        *("Die Adresse darf nicht herausgegeben werden", "confidential address"),
    ],
)
def test_a_place_that_a_remark_keeps_secret_is_hidden(remark):
    entry = entry_of("Bemerkung", remark)

    assert (entry.values["state"], entry.values["address_public"]) == (REVIEW, False)
    assert remark not in public(entry) + " ".join(entry.reasons)
    assert remark in str(entry.values["internal_remark"])


@pytest.mark.parametrize("remark", ["nur intern", "Nummer bitte nicht weitergeben"])
def test_words_that_name_no_place_keep_the_entry_alone(remark):
    entry = entry_of("Bemerkung", remark)

    assert (entry.values["state"], entry.values["address_public"]) == (REVIEW, True)
    assert remark not in public(entry)


def test_a_consent_to_the_address_alone_hides_it():
    assert entry_of("Anschrift veröffentlichen", "nein").values["address_public"] is False


def test_the_address_itself_may_say_it():
    (entry,) = read("Name;Adresse;Telefon\nHaus;Standort nicht öffentlich, PF 1, 50931 Köln;115\n")

    assert (entry.values["state"], entry.values["address_public"]) == (REVIEW, False)


def test_an_inactive_entry_waits():
    assert entry_of("aktiv", "nein").values["state"] == REVIEW
