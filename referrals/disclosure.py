"""Which fields of a case which reader sees: the one function behind every page, list and file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core import clock
from core.actor import Actor
from referrals.deadlines import AFTER_COMPLETION
from referrals.models import Inquiry, Referral, Release
from referrals.models.release import hold_releases, valid_releases
from referrals.standing import is_receiver, is_sender
from referrals.vocabulary import INTRODUCING, Category
from referrals.workflow import FINAL, State

AFTERWARDS = frozenset({"reference", "state", "dates", "answer"})
"""What is left after the end: reference, dates and the service's own answer."""

STAGE_1 = AFTERWARDS | {
    "kind",
    "sender",
    "callback",
    "age_band",
    "area",
    "service_type",
    "needs",
    "flags",
    "wanted_from",
    "urgency",
    "risk",
    "cost_state",
    "remarks",
    "questions",
}
IDENTITY = frozenset({"last_name", "first_name", "birth_date"})
CONTACT = frozenset(
    {"phone", "address", "guardian_name", "guardian_phone", "guardian_tasks", "wishes"}
)
STAGE_2 = IDENTITY | CONTACT | {"appointment", "bridge"}
STAGE_3: Mapping[Category, frozenset[str]] = MappingProxyType(
    {
        Category.DISCHARGE_PLAN: frozenset({"discharge_plan"}),
        Category.MEDICATION: frozenset({"medication"}),
        Category.CRISIS_AGREEMENT: frozenset({"crisis_agreement"}),
        Category.FILES: frozenset({"files"}),
    }
)
ALL_STAGE_3 = frozenset[str]().union(*STAGE_3.values())
EVERYTHING = STAGE_1 | STAGE_2 | ALL_STAGE_3
NOTHING: frozenset[str] = frozenset()

HANDED_OVER = frozenset({State.CONFIRMED, State.ARRIVED, State.COMPLETED})


def _releases(inquiry: Inquiry) -> list[Release]:
    return valid_releases(
        inquiry.client_id,
        hearing=inquiry.receiver_facility_id,
        speaking=inquiry.sender_facility_id,
        moment=clock.now(),
    )


def _naming(inquiry: Inquiry, releases: list[Release]) -> list[Release]:
    receiver, sender = inquiry.receiver_facility_id, inquiry.sender_facility_id
    return [release for release in releases if release.covers(receiver, (), speaking=sender)]


def granted(inquiry: Inquiry) -> frozenset[Category]:
    """What valid releases let the sender tell the receiver at this moment."""
    if inquiry.held_grants is not None:
        return inquiry.held_grants
    return frozenset[Category]().union(*(release.granted for release in _releases(inquiry)))


def visible_fields(actor: Actor, inquiry: Inquiry) -> frozenset[str]:
    """The names of what ``actor`` may see of this inquiry and its case, at this moment."""
    if is_sender(actor, inquiry):
        return AFTERWARDS if inquiry.state == State.ENTERED_IN_ERROR else EVERYTHING
    if is_receiver(actor, inquiry):
        return _as_receiver(actor, inquiry)
    if inquiry.escalated_to_id == actor.facility and actor.holds("coordinate_region"):
        return STAGE_1 - {"questions"} if inquiry.state not in FINAL else NOTHING
    return NOTHING


def fields_for_coordination(actor: Actor, referral: Referral) -> frozenset[str]:
    """The whole case without a name, for the coordination that was asked to help with it."""
    asked = referral.escalated_to_id == actor.facility and actor.holds("coordinate_region")
    return STAGE_1 - {"questions"} if asked and referral.closed_at is None else NOTHING


def _as_receiver(actor: Actor, inquiry: Inquiry) -> frozenset[str]:
    if is_over(inquiry):
        return AFTERWARDS
    if not inquiry.identity_open or actor.person is None:
        return STAGE_1
    given = granted(inquiry)
    if not given >= INTRODUCING:
        return STAGE_1
    return STAGE_1 | STAGE_2 | _handover(actor, inquiry, given)


def stage_of(visible: frozenset[str]) -> int:
    """How much of the person these fields show: 1, 2 or 3; 0 when it is over."""
    if visible & ALL_STAGE_3:
        return 3
    if visible & IDENTITY:
        return 2
    return 1 if "needs" in visible else 0


def is_over(inquiry: Inquiry) -> bool:
    """Ended otherwise than by arrival, or more than 28 days ago."""
    if inquiry.state not in FINAL:
        return False
    if inquiry.state != State.COMPLETED or inquiry.ended_at is None:
        return True
    return clock.now() >= inquiry.ended_at + AFTER_COMPLETION


def _handover(actor: Actor, inquiry: Inquiry, given: frozenset[Category]) -> frozenset[str]:
    if inquiry.state not in HANDED_OVER or not is_named(actor, inquiry):
        return NOTHING
    return NOTHING.union(*(STAGE_3[category] for category in given if category in STAGE_3))


def is_named(actor: Actor, inquiry: Inquiry) -> bool:
    """Whether the actor is the named worker, the deputy, or leads the team."""
    if actor.person is None:
        return False
    named = {inquiry.worker_id, inquiry.deputy_id}
    return actor.person.pk in named or actor.holds("lead_team")


def covering_release(inquiry: Inquiry, *, lock: bool = False) -> Release | None:
    """One valid release under which the receiver may learn who the person is.

    ``lock`` holds all releases of the person until the transaction ends, so that none is
    withdrawn between the look and the disclosure.
    """
    if lock:
        hold_releases(inquiry.client_id)
    read = None if lock else inquiry.releases_read
    rows = _releases(inquiry) if read is None else _naming(inquiry, read)
    fitting = [release for release in rows if release.granted >= INTRODUCING]
    return max(fitting, key=lambda release: (release.valid_until, release.pk), default=None)
