"""Which texts of a case conference which reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conferences.coverage import granted
from conferences.models import CaseConference
from conferences.models.case_conference import SECTIONS
from conferences.standing import sides
from conferences.workflow import CaseSide, CaseState
from core.actor import Actor
from referrals.vocabulary import Category

HEAD = frozenset({"core_question", "not_to_discuss"})
EXTRA_CATEGORY: Mapping[str, Category] = {"crisis_arrangement": Category.CRISIS_AGREEMENT}
"""Sections that need more than the category Konferenz."""


def visible_sections(actor: Actor, conference: CaseConference) -> frozenset[str]:
    """The texts of the table itself; readers of the released minutes get an edition instead."""
    standing = sides(actor, conference)
    if standing & CaseSide.OWNER:
        return HEAD | frozenset(SECTIONS)
    if conference.state == CaseState.RESTRICTED or not standing:
        return frozenset()
    if not standing & (CaseSide.COORDINATION | CaseSide.KEEPER):
        return HEAD
    return HEAD | allowed_sections(granted(conference, actor.facility))


def allowed_sections(categories: Iterable[Category]) -> frozenset[str]:
    """The sections of the minutes that a release with ``categories`` lets somebody read."""
    given = frozenset(categories)
    if Category.CONFERENCE not in given:
        return frozenset()
    return frozenset(
        name for name in SECTIONS if name not in EXTRA_CATEGORY or EXTRA_CATEGORY[name] in given
    )
