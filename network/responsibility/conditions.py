"""Whether a rule holds for a question: one function per condition, yes, maybe or no."""

import datetime as dt
from functools import lru_cache

from django.utils.translation import gettext as _

from network.importing.hours import read_hours
from network.models import Region, ResponsibilityRule
from network.opening import Span, State, holidays_of, opening_at
from network.responsibility.ground import Finding, Fit, Whereabouts
from network.responsibility.place import House, house, street_key, up_to
from network.responsibility.question import Question, in_office_hours

Rule = ResponsibilityRule
YES: Finding = (Fit.YES, "")
NO: Finding = (Fit.NO, "")


def findings(rule: Rule, question: Question, where: Whereabouts) -> list[Finding]:
    """What each condition of ``rule`` but its hours says, in the order of the reasons."""
    return [
        (Fit.YES if question.kind in ("", rule.kind) else Fit.NO, ""),
        YES if rule.is_valid_on(question.day) else NO,
        _criterion(rule, question),
        _street(rule, question),
        _area(rule, where),
        _postcode(rule, question),
        _age(rule, question),
        (Fit.MAYBE, rule.condition) if rule.condition else YES,
    ]


def _criterion(rule: Rule, question: Question) -> Finding:
    free = rule.criterion == Rule.Criterion.FREE_CHOICE
    return YES if free or question.criterion in ("", rule.criterion) else NO


def _area(rule: Rule, where: Whereabouts) -> Finding:
    if rule.area is not None:
        if not where.known and rule.street:
            return Fit.MAYBE, _("Ort oder Postleitzahl fehlt")
        return where.inside(rule.area)
    if rule.area_text:
        return Fit.MAYBE, _("Gebiet nur als Text: „%s“") % rule.area_text
    return YES if where.known else (Fit.MAYBE, _("der Ort ist nicht im Verzeichnis"))


def _postcode(rule: Rule, question: Question) -> Finding:
    if not rule.postcode or rule.postcode == question.place.postcode:
        return YES
    return NO if question.place.postcode else (Fit.MAYBE, _("Postleitzahl fehlt"))


def _street(rule: Rule, question: Question) -> Finding:
    if not rule.street:
        return YES
    if not question.place.street:
        return Fit.MAYBE, _("Straße fehlt: gilt für %s") % rule.where
    if street_key(rule.street) != street_key(question.place.street):
        return NO
    if not (rule.house_from or rule.house_to or rule.house_side):
        return YES
    fits = {_in_span(rule, each) for each in question.place.houses}
    if len(fits) == 1:
        return YES if fits.pop() else NO
    return Fit.MAYBE, _("Hausnummer fehlt oder reicht über die Grenze")


def _in_span(rule: Rule, number: House) -> bool:
    first, last = house(rule.house_from), up_to(rule.house_to)
    side = {"odd": 1, "even": 0}.get(rule.house_side)
    return (
        (first is None or first <= number)
        and (last is None or number <= last)
        and (side is None or number[0] % 2 == side)
    )


def _age(rule: Rule, question: Question) -> Finding:
    if rule.age_from is None and rule.age_to is None:
        return YES
    if question.age is None:
        return Fit.MAYBE, _("Alter fehlt")
    low = rule.age_from is None or question.age >= rule.age_from
    return YES if low and (rule.age_to is None or question.age <= rule.age_to) else NO


def hours_fit(rule: Rule, at: dt.datetime, region: Region) -> Finding:
    """Whether ``rule`` holds at that hour."""
    if rule.hours == Rule.Hours.ALWAYS:
        return YES
    if rule.hours == Rule.Hours.SPANS:
        return _spans(rule, at, region)
    office = in_office_hours(region, at)
    return YES if office == (rule.hours == Rule.Hours.OFFICE) else NO


def _spans(rule: Rule, at: dt.datetime, region: Region) -> Finding:
    opening = opening_at(_read(rule.hours_text), at, holidays_of(region.land))
    if opening.state is State.UNKNOWN:
        return Fit.MAYBE, _("Zeiten nicht sicher: „%s“") % rule.hours_text
    return YES if opening.state is State.OPEN else NO


@lru_cache(maxsize=1_000)
def _read(text: str) -> tuple[Span, ...]:
    return tuple(read_hours(text).spans)
