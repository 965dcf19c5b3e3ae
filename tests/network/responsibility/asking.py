"""Areas, rules and questions, as the tests of responsibility write them."""

import datetime as dt
from zoneinfo import ZoneInfo

from network.models import Area, ResponsibilityRule
from network.responsibility import Question, ground_of, houses_of, read_place, resolve
from tests.factories import AreaFactory

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY_NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=BERLIN)
TUESDAY_NIGHT = dt.datetime(2026, 11, 24, 22, 40, tzinfo=BERLIN)


def area(region, name, level, parent=None, postcodes=(), split=None):
    return AreaFactory(
        region=region,
        name=name,
        slug=name.lower(),
        level=level,
        parent=parent,
        postcodes=list(postcodes),
        split_postcodes=split or {},
    )


def rule(region, office, where="", **fields):
    ground = Area.objects.filter(region=region, name=where).first()
    fields = {"kind": "spdi", "legal_basis": "PsychKG", **fields}
    return ResponsibilityRule.objects.create(region=region, office=office, area=ground, **fields)


def ask(region, text, at=TUESDAY_NOON, **said):
    ground = ground_of(Area.objects.published(region))
    question = Question(read_place(text, ground.known), at, **said)
    return resolve(
        question, region, ground, ResponsibilityRule.objects.published(), houses_of(region)
    )


def said(resolution):
    """(clear, names in order) of the only kind there is."""
    if not resolution.answers:
        return None
    (answer,) = resolution.answers
    return answer.clear, [match.rule.office for match in answer.matches]
