"""Numbers of people at home stay with the network; endings of an office's line are its numbers."""

import pytest

from network.importing.columns import Field, recognise
from tests.network.lists import dialled, public, read

MOBILE = "0152 28817386"
DIALLED_MOBILE = "+4915228817386"
HEAD = "Name;Ort;Telefon\n"


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Tel. privat", Field.INTERNAL),
        ("Private Handynummer", Field.INTERNAL),
        ("Privatversicherte", None),
    ],
)
def test_columns_of_what_people_have_at_home_are_internal(column, field):
    assert recognise(column) == field


@pytest.mark.parametrize(
    "cell", [f"{MOBILE} (privat)", f"{MOBILE} Frau P. (privat, ab 18 Uhr)", f"privat: {MOBILE}"]
)
def test_a_number_called_private_stays_with_the_network(cell):
    (entry,) = read(f"{HEAD}Gruppe;Bonn;030 23125-101, {cell}\n")

    assert dialled(entry) == ["+493023125101"]
    assert MOBILE not in public(entry)
    assert MOBILE in entry.values["internal_remark"]
    assert any(reason.startswith("private Nummer, nur intern") for reason in entry.reasons)


def test_a_number_in_a_private_column_stays_with_the_network():
    (entry,) = read(f"{HEAD[:-1]};Telefon privat\nGruppe;Bonn;030 23125-101;{MOBILE}\n")

    assert (dialled(entry), MOBILE in public(entry)) == (["+493023125101"], False)
    assert MOBILE in entry.values["internal_remark"]


def test_a_number_for_private_patients_is_public():
    (entry,) = read(f"{HEAD}Klinik;Bonn;{MOBILE} (Privat-Ambulanz)\n")

    assert dialled(entry) == [DIALLED_MOBILE]


def test_endings_in_a_column_of_their_own_stand_beside_a_switchboard():
    (entry,) = read("Name;Ort;Zentrale;Durchwahl\nKlinik;Bonn;0221 4710-0;-210\n")

    assert dialled(entry) == ["+4922147100", "+492214710210"]


@pytest.mark.parametrize("cell", ["0221 4710-160 oder 170", "0221 4710-160/170"])
def test_an_ending_without_its_hyphen_is_as_long_as_the_one_before(cell):
    (entry,) = read(f"{HEAD}Amt;Bonn;{cell}\n")

    assert dialled(entry) == ["+492214710160", "+492214710170"]


@pytest.mark.parametrize("cell", ["0221 4710-160 / 24 h", "0221 4710-160/24", "0221 4710-0/24"])
def test_other_figures_behind_a_number_are_no_ending(cell):
    (entry,) = read(f"{HEAD}Amt;Bonn;{cell}\n")

    assert len(dialled(entry)) == 1


@pytest.mark.parametrize(
    ("fax", "shown"), [("-109", "0221 4710-109"), ("109", "109"), ("0221 9-1", "0221 9-1")]
)
def test_a_fax_that_begins_with_a_hyphen_ends_the_number_beside_it(fax, shown):
    (entry,) = read(f"Name;Ort;Telefon;Fax\nAmt;Bonn;0221 4710-101;{fax}\n")

    assert entry.values["fax"] == shown


def test_a_number_without_an_ending_lends_a_fax_none():
    (entry,) = read("Name;Ort;Telefon;Fax\nAmt;Bonn;0221 4710101;-109\n")

    assert entry.values["fax"] == "-109"
