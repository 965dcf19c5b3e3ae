"""The only place where sealed texts are read, beside the answer to who may do what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import audit, clock, files
from core.access import fetch
from core.actor import Actor
from core.refusals import Refusal
from core.sealing import reveal
from referrals.disclosure import (
    AFTERWARDS,
    ALL_STAGE_3,
    CONTACT,
    EVERYTHING,
    IDENTITY,
    NOTHING,
    STAGE_1,
    STAGE_2,
    fields_for_coordination,
    stage_of,
    visible_fields,
)
from referrals.models import (
    Client,
    Document,
    HandoverSection,
    Inquiry,
    Referral,
)
from referrals.models.inquiry import InquiryQuerySet
from referrals.models.release import hold_releases, hold_releases_of
from referrals.permits import may, require, steps_for
from referrals.readable import Happened, Meeting, Opened, Said
from referrals.standing import is_sender
from referrals.vocabulary import Category
from referrals.workflow import Step

__all__ = [
    "Refusal",
    "fetch_held",
    "may",
    "opened",
    "opened_appointments",
    "opened_document",
    "opened_history",
    "opened_names",
    "opened_questions",
    "opened_without_name",
    "require",
    "steps_for",
    "visible_fields",
]

CLIENT_TEXTS = tuple(sorted(IDENTITY | CONTACT))


@transaction.atomic
def opened(
    client: Client,
    *,
    by: Actor,
    stage: int,
    purpose: str,
    inquiry: Inquiry | None = None,
    referral: Referral | None = None,
) -> Opened:
    """Decrypt what ``by`` may see up to ``stage`` (1, 2 or 3), and write the read record.

    Without ``inquiry`` the reader must belong to the client's own facility; with one,
    ``visible_fields`` decides. Raises PermissionDenied when nothing may be seen. Releases
    that disclose are locked until the transaction ends; to its sender an inquiry discloses nothing.
    """
    case = referral or (inquiry.referral if inquiry else None)
    visible = _of_owner(client, by) if inquiry is None else _of_reader(client, by, inquiry, stage)
    if not visible:
        raise PermissionDenied
    visible &= _up_to(stage)
    texts = _texts(client, case, inquiry, visible)
    audit.record(
        by=by,
        deed="client.opened" if inquiry is None else "inquiry.opened",
        obj=inquiry or client,
        case=case.pk if case else client.pk,
        detail=f"{purpose}, Stufe {max(stage_of(visible), 1)}",
    )
    return Opened(visible, texts, inquiry.pk if inquiry else None)


@transaction.atomic
def opened_without_name(referral: Referral, *, by: Actor) -> Opened:
    """The pseudonymous case as the coordination reads it, with its read record."""
    visible = fields_for_coordination(by, referral)
    if not visible:
        raise PermissionDenied
    texts = _revealed(referral, "remarks", visible)
    audit.record(
        by=by,
        deed="referral.read_without_name",
        obj=referral,
        case=referral.pk,
        detail="Koordination, Stufe 1",
    )
    return Opened(visible, texts)


def opened_questions(inquiry: Inquiry, *, by: Actor, seen: Opened | None = None) -> list[Said]:
    """Questions and answers for whoever may see them; part of the page that ``opened`` records.

    ``seen`` is what ``opened`` answered for this inquiry, so that nobody asks the releases again.
    """
    if "questions" not in _visible(inquiry, by, seen):
        return []
    said = []
    for question in inquiry.questions.all():
        question.inquiry = inquiry
        texts = reveal(question, "text", "answer")
        said.append(Said(question, texts["text"], texts["answer"]))
    return said


def opened_appointments(
    inquiry: Inquiry, *, by: Actor, seen: Opened | None = None
) -> list[Meeting]:
    """Appointments for whoever knows the person; part of the page that ``opened`` records."""
    if "appointment" not in _visible(inquiry, by, seen):
        return []
    meetings = []
    for appointment in inquiry.appointments.all():
        appointment.inquiry = inquiry
        meetings.append(Meeting(appointment, reveal(appointment, "place")["place"]))
    return meetings


def opened_history(inquiry: Inquiry, *, by: Actor, seen: Opened | None = None) -> list[Happened]:
    """The events that ``by`` may read: the sender all, the receiver those of both sides' steps.

    A note is shown to the facility that wrote it, and a reason of the sender never to the
    receiver.
    """
    visible = _visible(inquiry, by, seen)
    if not visible or visible <= AFTERWARDS and not is_sender(by, inquiry):
        return []
    happened = []
    for event in inquiry.events.select_related("person", "facility").order_by("number"):
        event.inquiry = inquiry
        own = event.facility_id == by.facility
        if not own:
            event.reason = event.reason if is_sender(by, inquiry) else ""
        readable = own or (is_sender(by, inquiry) and event.step in SHARED_NOTES)
        happened.append(Happened(event, reveal(event, "note")["note"] if readable else ""))
    return happened


SHARED_NOTES = frozenset({Step.RETRACT, Step.DECLINE, Step.FAIL, Step.UNDO_CONTACT})
"""Notes of the receiver that are meant for the sender."""


def opened_document(document: Document, *, by: Actor, inquiry: Inquiry | None = None) -> bytes:
    """The content of a file of the handover; PermissionDenied unless files are visible."""
    client = document.referral.client
    if inquiry is not None and inquiry.referral_id != document.referral_id:
        raise PermissionDenied
    visible = _of_owner(client, by) if inquiry is None else _of_reader(client, by, inquiry, 3)
    if "files" not in visible:
        raise PermissionDenied
    audit.record(by=by, deed="document.opened", obj=document, case=document.referral_id)
    return files.load(document.file, by=by)


def opened_names(clients: Iterable[Client], *, by: Actor, purpose: str) -> dict[UUID, str]:
    """Names of clients of the reader's own facility, for a list; one read record for all."""
    names = {}
    for client in clients:
        if not _of_owner(client, by):
            raise PermissionDenied
        texts = reveal(client, "last_name", "first_name")
        names[client.pk] = f"{texts['first_name']} {texts['last_name']}".strip()
    if names:
        audit.record(by=by, deed="client.names_listed", detail=f"{purpose}, {len(names)}")
    return names


def _of_owner(client: Client, by: Actor) -> frozenset[str]:
    owns = client.owner_facility_id == by.facility and by.holds("send_referral")
    return EVERYTHING if owns else NOTHING


def _of_reader(client: Client, by: Actor, inquiry: Inquiry, stage: int) -> frozenset[str]:
    if inquiry.client_id != client.pk:
        raise PermissionDenied
    if stage > 1 and not is_sender(by, inquiry) and inquiry.held_grants is None:
        hold_releases(client.pk)
        inquiry.refresh_from_db(fields=["state", "identity_open", "ended_at", "worker", "deputy"])
    return visible_fields(by, inquiry)


def fetch_held(rows: Callable[[Actor], InquiryQuerySet], actor: Actor, **key: Any) -> Inquiry:
    """One inquiry as ``fetch`` finds it, read after its releases were locked until the end.

    What it discloses then comes with the row: nobody can take a release back meanwhile.
    """
    hold_releases_of(rows(actor).filter(**key))
    inquiry = fetch(lambda a: rows(a).with_given(clock.now()), actor, **key)
    told = (frozenset(r["given"]) - frozenset(r["back"]) for r in vars(inquiry)["given_read"])
    inquiry.held_grants = frozenset(Category(name) for name in frozenset[str]().union(*told))
    return inquiry


def _visible(inquiry: Inquiry, by: Actor, seen: Opened | None) -> frozenset[str]:
    if seen is None:
        return visible_fields(by, inquiry)
    if seen.of != inquiry.pk:
        raise PermissionDenied
    return seen.visible


def _up_to(stage: int) -> frozenset[str]:
    return {1: STAGE_1, 2: STAGE_1 | STAGE_2}.get(stage, EVERYTHING)


def _texts(
    client: Client, referral: Referral | None, inquiry: Inquiry | None, visible: frozenset[str]
) -> dict[str, str]:
    texts = reveal(client, *(name for name in CLIENT_TEXTS if name in visible))
    if referral is not None:
        referral.client = client
        texts |= _revealed(referral, "remarks", visible)
        texts |= _sections(referral, client, visible & ALL_STAGE_3)
    if inquiry is not None:
        inquiry.client = client
        texts |= _revealed(inquiry, "bridge", visible)
    return texts


def _revealed(row: Any, name: str, visible: frozenset[str]) -> dict[str, str]:
    return reveal(row, name) if name in visible else {}


def _sections(referral: Referral, client: Client, open_: frozenset[str]) -> dict[str, str]:
    """The handover; nothing is read where nothing of it is open."""
    rows = referral.sections.filter(category__in=open_) if open_ else ()
    return {section.category: _section(section, client) for section in rows}


def _section(section: HandoverSection, client: Client) -> str:
    section.referral.client = client
    return reveal(section, "text")["text"]
