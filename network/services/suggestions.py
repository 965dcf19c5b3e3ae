"""Hints of the public: taken down within limits, decided by whoever answers for the entry."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock
from core.actor import Actor
from core.errors import Refused, StepRefused
from network.models import Service, Suggestion
from network.services.reviews import HINTED, tell_owners

OPEN_PER_ENTRY = 10
PER_HOUR = 60
KEPT = dt.timedelta(days=90)
State = Suggestion.State


@transaction.atomic
def suggest(*, service: Service, text: str, contact: str, by: Actor) -> Suggestion:
    """Take a hint down; the same words about the same entry count once, and the first that
    waits is told to the entry's owners by mail.

    Limits count hints, never people: no address of a visitor is kept.
    """
    row = Service.objects.published().select_for_update().get(pk=service.pk)
    waiting = row.suggestions.filter(state=State.OPEN)
    if same := waiting.filter(text=text).first():
        return same
    since = clock.now() - dt.timedelta(hours=1)
    recent = Suggestion.objects.filter(created_at__gte=since, service__region=row.region_id)
    if waiting.count() >= OPEN_PER_ENTRY or recent.count() >= PER_HOUR:
        raise Refused(
            _(
                "Zurzeit warten schon viele Hinweise auf Antwort. Bitte versuchen Sie es später "
                "noch einmal oder rufen Sie an."
            )
        )
    is_first = not waiting.exists()
    made = row.suggestions.create(text=text, contact=contact)
    audit.record(by=by, deed="suggestion.made", obj=made)
    if is_first:
        tell_owners(kind=HINTED, service=row, by=by)
    return made


@transaction.atomic
def decide(*, service: Service, pk: UUID, accepted: bool, note: str, by: Actor) -> Suggestion:
    """Accept or decline a hint; the entry itself changes only through its form."""
    row = Service.objects.select_for_update().get(pk=service.pk)
    if not Service.objects.kept_by(by).filter(pk=row.pk).exists():
        raise PermissionDenied
    hint = row.suggestions.select_for_update().get(pk=pk)
    if hint.state != State.OPEN:
        raise StepRefused(_("Über diesen Hinweis hat schon jemand entschieden."))
    hint.state = State.ACCEPTED if accepted else State.DECLINED
    hint.note, hint.decided_at, hint.decided_by = note, clock.now(), by.person
    hint.save()
    audit.record(by=by, deed=f"suggestion.{hint.state}", obj=hint)
    return hint


@transaction.atomic
def forget_decided(*, by: Actor) -> int:
    """Delete hints that were decided three months ago, and the ways to reach people with them."""
    old = Suggestion.objects.filter(decided_at__lt=clock.now() - KEPT)
    return old.delete()[0]
