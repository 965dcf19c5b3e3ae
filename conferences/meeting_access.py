"""What an actor may do with a committee meeting, and which of its items they read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from conferences.meeting_workflow import MEETING_STEPS, MeetingSide, MeetingState, MeetingStep
from conferences.models import AgendaItem, Body, Meeting, MeetingCopy, Resolution, Seat
from conferences.vocabulary import THERE, ItemState
from core import clock
from core.actor import Actor
from core.refusals import Refusal, insist

NOWHERE = MeetingSide(0)


def runs(actor: Actor, body: Body) -> bool:
    """Whether the actor works in the office that convenes this body."""
    return actor.holds("coordinate_region") and actor.facility == body.office_id


def sits(actor: Actor, body: Body) -> bool:
    """Whether the actor's person has a seat today."""
    if actor.person is None:
        return False
    if body.seat_known and body.seat_known[0] == actor.person.pk:
        return body.seat_known[1]
    return Seat.taken_by(actor).filter(body=body).exists()


def body_sides(actor: Actor, body: Body) -> MeetingSide:
    """Every side on which the actor stands towards a body."""
    office = MeetingSide.OFFICE if runs(actor, body) else NOWHERE
    return office | (MeetingSide.SEAT if sits(actor, body) else NOWHERE)


def may(actor: Actor, step: MeetingStep, meeting: Meeting) -> Refusal | None:
    """None when ``actor`` may take ``step`` now, else the sentence that says why not."""
    rule = MEETING_STEPS.get((MeetingState(meeting.state), step))
    if rule is None:
        words = gettext("„%(step)s“ ist nicht möglich: Die Sitzung ist im Zustand „%(state)s“.")
        return Refusal(words % {"step": step.label, "state": MeetingState(meeting.state).label})
    if not body_sides(actor, meeting.body) & rule.side:
        return Refusal(_("Diesen Schritt macht die Geschäftsstelle."), forbidden=True)
    check = CHECKS.get(step)
    sentence = check(meeting) if check else None
    return Refusal(sentence) if sentence else None


def require(actor: Actor, step: MeetingStep, meeting: Meeting) -> None:
    """Raise what ``may`` answers: PermissionDenied (403) or StepRefused (409)."""
    insist(may(actor, step, meeting))


def reads_internal(actor: Actor, body: Body) -> bool:
    """Whether internal items are for this reader: the office and the seats."""
    return bool(body_sides(actor, body))


@dataclass(frozen=True, slots=True)
class ReadableItem:
    """An agenda item as one reader sees it; of a hidden one only the number is left."""

    pk: UUID
    number: int
    title: str
    text: str
    result: str
    is_internal: bool
    is_hidden: bool
    comes_back: bool
    resolutions: tuple[Resolution, ...]


def readable_items(actor: Actor, meeting: Meeting) -> list[ReadableItem]:
    """The listed items, the words of internal ones taken out for everybody outside the body."""
    rows = [item for item in meeting.items.all() if item.state == ItemState.LISTED]
    inside = reads_internal(actor, meeting.body)
    told = reads_results(actor, meeting)
    return [_readable(item, item.is_internal and not inside, told) for item in rows]


def listed_item(meeting: Meeting, pk: UUID) -> AgendaItem:
    """A numbered point of this meeting; Http404 for another one's."""
    found = meeting.items.filter(pk=pk, number__isnull=False).first()
    if found is None:
        raise Http404
    return found


def reads_results(actor: Actor, meeting: Meeting) -> bool:
    """Results are read inside the body at once, by everybody else once published."""
    return reads_internal(actor, meeting.body) or meeting.state == MeetingState.PUBLISHED


def _readable(item: AgendaItem, is_hidden: bool, told: bool) -> ReadableItem:
    return ReadableItem(
        pk=item.pk,
        number=item.number or 0,
        title=gettext("Interner Punkt") if is_hidden else item.title,
        text="" if is_hidden else item.text,
        result="" if is_hidden or not told else item.result,
        is_internal=item.is_internal,
        is_hidden=is_hidden,
        comes_back=item.comes_back and not is_hidden,
        resolutions=() if is_hidden or not told else tuple(item.resolutions.all()),
    )


def public_copies(meeting: Meeting) -> list[MeetingCopy]:
    """What everybody reads: the public PDF of the latest edition once it is published, alone."""
    public = [copy for copy in meeting.copies() if copy.is_public]
    return public[:1] if meeting.state == MeetingState.PUBLISHED else []


def readable_copies(actor: Actor, meeting: Meeting) -> list[MeetingCopy]:
    """Every PDF for the body, the newest edition first; for all others what everybody reads."""
    inside = reads_internal(actor, meeting.body)
    return meeting.copies() if inside else public_copies(meeting)


def readable_copy(meeting: Meeting, copy_id: UUID, *, by: Actor) -> MeetingCopy:
    """The PDF, if it is one of those that the actor may read; Http404 for any other."""
    found = next((copy for copy in readable_copies(by, meeting) if copy.pk == copy_id), None)
    if found is None:
        raise Http404
    return found


def _can_invite(meeting: Meeting) -> Promise | None:
    if not any(item.state == ItemState.LISTED for item in meeting.items.all()):
        return _("Die Tagesordnung ist leer. Nehmen Sie zuerst einen Punkt auf.")
    if meeting.starts_at <= clock.now():
        return _("Der Termin liegt in der Vergangenheit. Bitte legen Sie einen neuen fest.")
    return None


def _can_hold(meeting: Meeting) -> Promise | None:
    if meeting.starts_at > clock.now():
        return _("Die Sitzung hat noch nicht begonnen.")
    if not any(row.presence in THERE for row in meeting.attendance.all()):
        return _("Halten Sie zuerst fest, wer da war.")
    return None


def _can_approve(meeting: Meeting) -> Promise | None:
    if meeting.chair and meeting.keeper:
        return None
    return _("Es fehlt, wer die Sitzung geleitet oder wer das Protokoll geschrieben hat.")


Check = Callable[[Meeting], Promise | None]
CHECKS: Mapping[MeetingStep, Check] = {
    MeetingStep.INVITE: _can_invite,
    MeetingStep.HOLD: _can_hold,
    MeetingStep.APPROVE: _can_approve,
}
