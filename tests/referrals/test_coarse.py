"""What a service learns of age and home before the person chose it: a band and a large area."""

from datetime import date

import pytest

from referrals import services
from referrals.engine.need import coarse_area
from referrals.vocabulary import age_band
from referrals.workflow import State
from tests.factories import AreaFactory
from tests.referrals.cases import bring, identity
from tests.referrals.reading import fresh

TODAY = date(2026, 11, 24)

# fmt: off
BANDS = [
    ((2008, 11, 24), "18-24"),   # of age today
    ((2001, 11, 25), "18-24"),   # 25 tomorrow
    ((2001, 11, 24), "25-29"),
    ((1986, 11, 25), "30-39"),   # 40 tomorrow
    ((1986, 11, 24), "40-49"),
    ((1977,  1,  1), "40-49"),
    ((1956, 11, 25), "60-69"),   # 70 tomorrow
    ((1956, 11, 24), "70+"),
    ((1921,  2,  3), "70+"),     # the oldest stand with all others
]
# fmt: on


@pytest.mark.parametrize(("born", "band"), BANDS)
def test_the_age_is_told_as_a_band(born, band):
    assert age_band(TODAY, date(*born)) == band


@pytest.fixture
def home(db):
    """900 people in a village of a town with 4,000, in a district with 30,000."""
    district = AreaFactory(name="Bezirk Süd", inhabitants=30_000)
    town = AreaFactory(name="Kleinstadt", inhabitants=4_000, parent=district)
    return AreaFactory(name="Weiler", inhabitants=900, parent=town)


def test_the_area_is_the_first_that_is_large_enough(home):
    assert coarse_area(home) == "Bezirk Süd"
    assert coarse_area(home.parent) == "Bezirk Süd"


@pytest.mark.parametrize(("inhabitants", "told"), [(9_999, ""), (10_000, "Ort"), (None, "")])
def test_a_small_or_uncounted_area_with_nothing_around_it_is_not_told(db, inhabitants, told):
    assert coarse_area(AreaFactory(name="Ort", inhabitants=inhabitants)) == told
    assert coarse_area(None) == ""


def test_what_was_sent_holds_band_and_area_alone(case, home, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    services.change_client(
        client=case.client,
        identity=identity(birth_date=date(1986, 11, 25)),
        area=home,
        by=case.sender,
    )

    referral = fresh(bring(case, State.REQUESTED)).referral

    assert (referral.age_band, referral.area_label) == ("30-39", "Bezirk Süd")
