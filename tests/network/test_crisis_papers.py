"""What the papers for a crisis say, before they are drawn."""

import pytest

from network.models import ResponsibilityRule, Service
from network.paper.crisis import crisis_sheet
from network.paper.handout import handout
from tests.factories import AreaFactory, RegionFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory()


def helper(region, name, kind, **fields):
    """A service of the emergency view with a number."""
    service = ServiceFactory(
        region=region, name=name, type=kind, in_crisis_view=True, facility=None, **fields
    )
    service.phones.create(raw="030 23125-100", dial="+493023125100")
    return service


def answers_for(service, area):
    """A rule by which ``service`` is responsible in ``area``."""
    ResponsibilityRule.objects.create(
        region=area.region, kind=service.type, service=service, area=area, criterion="residence"
    )


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo–Fr 8–16 Uhr", "Montag bis Freitag 8 bis 16 Uhr"),
        (
            "Mo. - Do. 9:30-12 Uhr, So 14–18 Uhr",
            "Montag bis Donnerstag 9:30 bis 12 Uhr, Sonntag 14 bis 18 Uhr",
        ),
        ("Mi mit U-Bahn-Plan", "Mittwoch mit U-Bahn-Plan"),
        ("Sommer-Pause", "Sommer-Pause"),
        ("", "Die Zeiten wissen wir nicht."),
    ],
)
def test_the_handout_says_hours_in_whole_words(region, hours, said):
    helper(region, "Kontaktstelle", Service.Type.CONTACT, hours_text=hours)

    assert handout(region)["lines"][-1]["when"] == said


def test_the_handout_names_both_teams_where_there_are_two(region):
    for name in ("Team Nord", "Team Süd"):
        helper(region, name, Service.Type.SPDI)

    assert {"Team Nord", "Team Süd"} <= {line["title"] for line in handout(region)["lines"]}


def test_a_sheet_begins_further_help_with_the_urgent_and_leaves_out_who_is_elsewhere(region):
    here, there = (
        AreaFactory(region=region, name=name, slug=name.lower(), level="municipality")
        for name in ("Seefurt", "Lindenbrück")
    )
    answers_for(helper(region, "PIA Lindenbrück", Service.Type.PIA), there)
    answers_for(helper(region, "PIA Seefurt", Service.Type.PIA), here)
    helper(region, "Ambulanz bei Nacht", Service.Type.DAY_CLINIC)
    helper(region, "Notfallambulanz", Service.Type.EMERGENCY)

    found = [line["name"] for line in crisis_sheet(region, "seefurt")["others"]]

    assert found == ["Notfallambulanz", "PIA Seefurt", "Ambulanz bei Nacht"]
