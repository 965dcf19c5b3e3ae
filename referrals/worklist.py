"""What waits for whom in this app: one indexed query for each kind of task."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from core import clock, worklist
from core.actor import Actor
from core.working_time import end_of_day
from core.worklist import Key, Task
from referrals import board
from referrals.access import opened_names
from referrals.models import Inquiry, Referral, Stay
from referrals.models.inquiry import Owner
from referrals.next_steps import next_step_of
from referrals.reasons import Withdraw
from referrals.workflow import State

AT_MOST = worklist.SIZE + 1
CALL_WITHIN = timedelta(days=7)


@worklist.register
def inquiries_to_answer(actor: Actor, after: Key | None) -> list[Task]:
    """Inquiries whose next step is the acting facility's as receiver; by reference only."""
    rows = (
        Inquiry.objects.received_by(actor)
        .waiting_for(Owner.RECEIVER)
        .filter(worklist.behind("inquiry", after))
    )
    return [_answering(row) for row in rows.select_related("service", "referral")[:AT_MOST]]


@worklist.register
def inquiries_of_ours(actor: Actor, after: Key | None) -> list[Task]:
    """Inquiries whose next step is the acting facility's as sender; by name."""
    rows = (
        Inquiry.objects.sent_by(actor)
        .waiting_for(Owner.SENDER)
        .filter(worklist.behind("own_inquiry", after))
    )
    found = list(rows.select_related("service", "referral", "client__data_key")[:AT_MOST])
    names = opened_names((row.client for row in found), by=actor, purpose="Aufgaben")
    return [_deciding(row, names[row.client_id]) for row in found]


@worklist.register
def referrals_without_inquiry(actor: Actor, after: Key | None) -> list[Task]:
    """Referrals that nobody is asked about."""
    rows = Referral.objects.sent_by(actor).filter(due_at__isnull=False)
    rows = rows.filter(worklist.behind("referral", after)).order_by("due_at", "id")
    found = list(rows.select_related("client__data_key")[:AT_MOST])
    names = opened_names((row.client for row in found), by=actor, purpose="Aufgaben")
    return [
        Task(
            due_at=row.due_at,
            kind="referral",
            id=row.pk,
            title=_("Dienste anfragen oder Überleitung beenden"),
            url=f"/ueberleitungen/{row.pk}/",
            chip=names[row.client_id],
            named=True,
            state="",
            note=row.get_service_type_display(),
        )
        for row in found
        if row.due_at
    ]


@worklist.register
def stays_to_settle(actor: Actor, after: Key | None) -> list[Task]:
    """``ohne Anschluss entlassen``, loud until contact or close; and "Entlassen?" from the
    planned day on: a slice of each, in one statement.
    """
    left = board.left_without_connection(actor)
    left = left.filter(worklist.behind("without_connection", after, "contact_due_at"))
    leaving = Stay.objects.visible_to(actor).leaving_until(clock.today())
    leaving = leaving.filter(_behind_day(after)).select_related("client__data_key", "unit")
    leaving = leaving.order_by("planned_discharge_on", "id")
    found = list(left[:AT_MOST].union(leaving[:AT_MOST], all=True))
    names = opened_names((row.client for row in found), by=actor, purpose="Aufgaben")
    tasks = (_staying(row, names[row.client_id]) for row in found)
    return sorted(tasks)[:AT_MOST]


@worklist.register
def workers_to_telephone(actor: Actor, after: Key | None) -> list[Task]:
    """After a death a confirmed service is asked to ring up; it is never told by mail."""
    since = clock.now() - CALL_WITHIN
    rows = Inquiry.objects.received_by(actor).filter(
        worklist.behind("telephone", after, "ended_at"),
        state=State.WITHDRAWN,
        reason=Withdraw.DIED,
        confirmed_at__isnull=False,
        ended_at__gt=since,
    )
    return [
        Task(
            due_at=row.ended_at,
            kind="telephone",
            id=row.pk,
            title=_("Bitte rufen Sie die anfragende Stelle an"),
            url=f"/anfragen/{row.pk}/",
            chip=row.reference,
        )
        for row in rows.order_by("ended_at", "id")[:AT_MOST]
        if row.ended_at
    ]


@worklist.register
def cases_for_coordination(actor: Actor, after: Key | None) -> list[Task]:
    """Pseudonymous cases without an offer, newest escalation last."""
    rows = board.open_in_region(actor).filter(worklist.behind("escalated", after, "escalated_at"))
    return [
        Task(
            due_at=row.escalated_at,
            kind="escalated",
            id=row.pk,
            title=_("Niemand bietet einen Platz an"),
            url=f"/ueberleitungen/offen-in-der-region/{row.pk}/",
            chip=row.reference,
            note=row.get_service_type_display(),
        )
        for row in rows.order_by("escalated_at", "id")[:AT_MOST]
        if row.escalated_at
    ]


def _answering(row: Inquiry) -> Task:
    return Task(
        due_at=row.due_at or row.created_at,
        kind="inquiry",
        id=row.pk,
        title=next_step_of(row),
        url=f"/anfragen/{row.pk}/",
        chip=row.reference,
        state=row.state,
        note=row.service.name,
    )


def _deciding(row: Inquiry, name: str) -> Task:
    return Task(
        due_at=row.due_at or row.created_at,
        kind="own_inquiry",
        id=row.pk,
        title=next_step_of(row),
        url=f"/ueberleitungen/{row.referral_id}/",
        chip=name,
        named=True,
        state=row.state,
        note=row.service.name,
    )


def _staying(row: Stay, name: str) -> Task:
    return _leaving(row, name) if row.discharged_on is None else _left(row, name)


def _left(row: Stay, name: str) -> Task:
    return Task(
        due_at=row.contact_due_at or row.created_at,
        kind="without_connection",
        id=row.pk,
        title=_("Ohne Anschluss entlassen"),
        url=f"/personen/{row.client_id}/",
        chip=name,
        named=True,
        note=_("entlassen am %(day)s") % {"day": f"{row.discharged_on:%d.%m.%Y}"},
        loud=True,
    )


def _leaving(row: Stay, name: str) -> Task:
    day = row.planned_discharge_on or clock.today()
    return Task(
        due_at=end_of_day(day),
        kind="discharge",
        id=row.pk,
        title=_("Entlassen? Bitte eintragen oder verschieben"),
        url=f"/personen/{row.client_id}/",
        chip=name,
        named=True,
        note=row.unit.name if row.unit else "",
    )


def _behind_day(after: Key | None) -> Q:
    """The same order where a whole day is due: at its end, the midnight that follows."""
    if after is None:
        return Q()
    due_at, last_kind, last_id = after
    day = clock.local(due_at).date()
    before = day - timedelta(days=1)
    later, same = Q(planned_discharge_on__gte=day), Q(planned_discharge_on=before)
    if end_of_day(before) != due_at or last_kind > "discharge":
        return later
    return later | (same & Q(pk__gt=last_id) if last_kind == "discharge" else same)
