"""vCard 4 and CSV with whatever a name can hold, byte by byte, and read by a foreign reader."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.contact_lists import Line
from network.exports import as_csv
from network.vcards import as_vcards

LINE = Line(
    id="3f1c6a0e-0000-4000-8000-000000000000",
    part=0,
    house="Klinik; am, Weidendamm\\",
    function="Sozialdienst",
    ward="Station 2",
    person="Zoë Brandt-Nguyễn",
    vacant=False,
    phone="030 23125-512",
    fax="030/2312 App. 12 oder 13",
    mail="sozialdienst-2@example.org",
    kim="a@b.kim.example",
    hours="Mo–Fr",
    deputy="Tobias",
    deputy_phone="1",
    responsible_for="",
    confirmed="01.11.2026",
    overdue=False,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)


def unfolded(content):
    return content.replace(b"\r\n ", b"").decode()


@given(TEXT, TEXT, TEXT)
def test_no_name_breaks_a_card_or_adds_a_line(person, function, hours):
    line = replace(LINE, person=person, function=function, hours=hours, phone=hours)

    content = as_vcards([line])

    assert content.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert content.endswith(b"\r\nEND:VCARD\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert all(len(row) <= 75 for row in content.split(b"\r\n"))
    rows = unfolded(content).split("\r\n")[:-1]
    names = [row.partition(":")[0].partition(";")[0] for row in rows]
    known = {"BEGIN", "VERSION", "UID", "KIND", "FN", "ORG", "TITLE", "TEL", "EMAIL", "NOTE", "END"}
    assert set(names) <= known
    assert names.count("FN") == names.count("BEGIN") == names.count("END") == 1


@given(TEXT)
def test_no_name_becomes_a_formula_or_another_cell(person):
    content = as_csv([replace(LINE, person=person)])

    _head, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert len(row) == 16
    assert not row[3].lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("name", ["=1+1", "  =1+1", "+49", "-1", "@x", "\t=1", "\u00a0=1"])
def test_what_a_spreadsheet_would_calculate_is_a_text(name):
    content = as_csv([replace(LINE, person=name)]).decode("utf-8-sig")

    assert f"'{name}" in content


def test_a_number_that_can_be_dialled_is_an_address_and_another_stays_text():
    card = unfolded(as_vcards([LINE]))

    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+49-30-23125512' in card
    assert 'TEL;TYPE="work,fax":030/2312 App. 12 oder 13' in card
    assert "ORG:Klinik\\; am\\, Weidendamm\\\\" in card


@pytest.mark.external
def test_a_foreign_reader_takes_the_list():
    vobject = pytest.importorskip("vobject")

    cards = list(vobject.readComponents(as_vcards([LINE, replace(LINE, person="")]).decode()))

    assert [card.fn.value for card in cards] == ["Zoë Brandt-Nguyễn", "Sozialdienst"]
    assert "Klinik; am, Weidendamm\\" in str(cards[0].org.value)
