"""Further objects for the pages: the state in which a form opens, and states that show more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from conferences.services import approving, convening, releasing, scheduling, sitting
from referrals.workflow import State
from tests.conferences import tables
from tests.factories import ServiceFactory
from tests.people import People
from tests.referrals.cases import bring, make_case

Maker = Callable[[People], dict[str, Any]]


def _proposed(people: People) -> tables.Table:
    return tables.propose(people, tables.make_client(people.clinic))


def _scheduled(people: People) -> tables.Table:
    table = _proposed(people)
    tables.schedule(table, people)
    return table


def _invited(people: People) -> tables.Table:
    table = _scheduled(people)
    scheduling.invite(conference=table.now(), by=table.owner)
    return table


def _written(people: People) -> tables.Table:
    table = _invited(people)
    tables.hold(table)
    tables.write(table)
    return table


def _released(people: People) -> tables.Table:
    from conferences.services import recording

    table = _written(people)
    recording.present(conference=table.now(), by=table.owner)
    releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    return table


def _conference(made: Callable[[People], tables.Table], people: People) -> dict[str, Any]:
    return {"pk": made(people).conference.pk}


def _seat(people: People) -> dict[str, Any]:
    table = _scheduled(people)
    return {"pk": table.conference.pk, "person": table.seat("facilitation").pk}


def _planned_meeting(people: People) -> dict[str, Any]:
    return _address_of(tables.make_committee(people))


def _announced_meeting(people: People) -> dict[str, Any]:
    committee = tables.make_committee(people)
    convening.add_item(meeting=committee.now(), title="Tierhaltung", by=committee.office)
    convening.invite(meeting=committee.now(), by=committee.office)
    return _address_of(committee)


def _published_meeting(people: People) -> dict[str, Any]:
    committee = tables.sit(tables.make_committee(people))
    sitting.agree(meeting=committee.now(), what="Flyer", who="Kreis", by=committee.office)
    approving.approve(meeting=committee.now(), by=committee.office)
    sitting.take(meeting=committee.now(), step="publish", by=committee.office)
    return _address_of(committee)


def _address_of(committee: tables.Committee) -> dict[str, Any]:
    return {"slug": committee.body.slug, "pk": committee.meeting.pk}


def _body(people: People) -> dict[str, Any]:
    return {"slug": _published_meeting(people)["slug"]}


def _asked(state: State, people: People) -> dict[str, Any]:
    return {"pk": bring(make_case(people), state).pk}


def _sent(state: State, people: People) -> dict[str, Any]:
    inquiry = bring(make_case(people), state)
    return {"referral": inquiry.referral_id, "pk": inquiry.pk}


def _referral(state: State, people: People) -> dict[str, Any]:
    return {"pk": bring(make_case(people), state).referral_id}


def _person(state: State, people: People) -> dict[str, Any]:
    return {"pk": bring(make_case(people), state).client_id}


def _published_entry(people: People) -> dict[str, Any]:
    ServiceFactory()
    return {}


STATES = (State.QUERY, State.WAITLISTED, State.OFFERED, State.CONFIRMED, State.ARRIVED)
TABLES = (_proposed, _scheduled, _invited, _written, _released)
EVERY_TABLE = tuple(partial(_conference, made) for made in TABLES)
PROPOSED, SCHEDULED, INVITED, WRITTEN, RELEASED = EVERY_TABLE

FURTHER: dict[str, tuple[Maker, ...]] = {
    "network:sitemap": (_published_entry,),
    "conferences:conference": EVERY_TABLE,
    "conferences:edit-form": (PROPOSED, SCHEDULED),
    "conferences:professional-form": (PROPOSED,),
    "conferences:guest-form": (PROPOSED,),
    "conferences:approval-form": (_seat,),
    "conferences:date-form": (PROPOSED, SCHEDULED),
    "conferences:poll-form": (SCHEDULED,),
    "conferences:minutes-form": (INVITED, WRITTEN),
    "conferences:body": (_body,),
    "conferences:meeting": (_planned_meeting, _announced_meeting, _published_meeting),
    "conferences:meeting-date-form": (_planned_meeting,),
    "conferences:propose-form": (_announced_meeting,),
    "referrals:inquiry": tuple(partial(_asked, state) for state in STATES),
    "referrals:inquiry-sheet": tuple(partial(_asked, state) for state in STATES),
    "referrals:sent-inquiry": tuple(partial(_sent, state) for state in STATES),
    "referrals:sent-inquiry-sheet": tuple(partial(_sent, state) for state in STATES),
    "referrals:referral": tuple(partial(_referral, state) for state in STATES),
    "referrals:services": tuple(partial(_referral, state) for state in STATES[:3]),
    "referrals:accesses": (partial(_referral, State.CONFIRMED),),
    "referrals:slip": (partial(_referral, State.CONFIRMED),),
    "referrals:person": tuple(partial(_person, state) for state in STATES),
    "referrals:release-new": (partial(_person, State.CONFIRMED),),
    "referrals:referral-new": (partial(_person, State.CONFIRMED),),
}
