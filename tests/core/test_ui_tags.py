"""The tags and filters every template may use."""

import datetime as dt
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
import time_machine
from django.template import Context, Template

from core import look

NOW = dt.datetime(2026, 11, 24, 9, 12, tzinfo=dt.UTC)
TUESDAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _tuesday_morning():
    with time_machine.travel(NOW, tick=False):
        yield


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)


def test_a_day_and_a_moment_are_said_in_german_and_in_local_time():
    assert render("{{ d|tag }}", d=TUESDAY) == "Di 24.11.2026"
    assert render("{{ d|tag_kurz }}", d=dt.date(2026, 11, 25)) == "Mi 25.11."
    assert render("{{ d|tag_kurz }}", d=dt.date(2027, 1, 4)) == "Mo 04.01.2027"
    assert render("{{ d|zeitpunkt }}", d=at(24, 13)) == "Di 24.11.2026, 14:00 Uhr"
    assert render("{{ d|zeit_kurz }}", d=at(25, 11)) == "Mi 25.11., 12:00"


def test_an_address_breaks_between_its_parts_and_stays_text():
    html = render("{{ a|breakable }}", a="aufnahme.haus@<b>example.org")

    assert html == "aufnahme<wbr>.haus<wbr>@&lt;b&gt;example<wbr>.org"


def test_a_moment_after_midnight_belongs_to_the_local_day():
    assert render("{{ d|tag }}", d=at(24, 23, 30)) == "Mi 25.11.2026"


def test_no_date_is_said_as_nothing():
    assert render("[{{ d|tag }}{{ d|tag_kurz }}{{ d|zeitpunkt }}{{ d|zeit_kurz }}]", d=None) == "[]"


@pytest.mark.parametrize(
    ("value", "word", "tone"),
    [
        (at(24, 9, 11), "seit heute, 10:11", "over"),
        (at(23, 15), "seit gestern, 16:00", "over"),
        (at(19, 15), "seit Do 19.11., 16:00", "over"),
        (dt.date(2026, 11, 23), "seit gestern", "over"),
        (at(24, 13), "heute, 14:00", "today"),
        (TUESDAY, "heute", "today"),
        (at(25, 11), "morgen, Mi 25.11., 12:00", "later"),
        (dt.date(2026, 11, 27), "Fr 27.11.", "later"),
        (None, "keine Frist", "none"),
    ],
)
def test_a_deadline_says_in_words_whether_it_is_over_today_or_later(value, word, tone):
    badge = look.due(value)

    assert (badge.word, badge.tone) == (word, tone)


def test_a_receipt_is_new_for_every_form():
    first, second = render("{% receipt %}"), render("{% receipt %}")

    assert first != second
    assert UUID(first.split('value="')[1].split('"')[0])


def test_the_acting_facility_is_carried_by_the_form():
    facility = uuid4()
    request = SimpleNamespace(actor=SimpleNamespace(facility=facility))

    assert f'name="acting" value="{facility}"' in render("{% acting_field %}", request=request)


def test_without_an_acting_facility_the_form_carries_none():
    assert render("{% acting_field %}") == ""


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("112", "112"),
        ("116 117", "116117"),
        ("030 23125-100", "+493023125100"),
        ("+49 30 1", "+49301"),
        ("+49 (0)30 23125-100", "+493023125100"),
        ("0049 (0) 30 23125-100", "+493023125100"),
        ("0049 30 23125-100", "+493023125100"),
        ("(030) 23125-100", "+493023125100"),
        ("030 23125-100, 030 23125-101", "+493023125100"),
        ("030 23125-100 App. 12", "+493023125100"),
        ("030 23125-100 oder 101", "+493023125100"),
    ],
)
def test_a_phone_number_becomes_a_link_that_can_be_dialled(number, link):
    assert render("{{ n|tel }}", n=number) == link


def test_text_beside_an_icon_cannot_break_out_of_it():
    assert "<script" not in render("{% icon name %}", name='"><script>')
