"""Taking an entry through its life: submitting, publishing, returning, closing, ending."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock
from core.actor import Actor
from core.errors import Refused, StepRefused
from network.life import DEEDS, STEPS, Standing, Step, refusal
from network.models import Service
from network.services.reviews import RETURNED, tell_owners


@transaction.atomic
def take_step(*, service: Service, step: Step, by: Actor, note: str = "") -> Service:
    """Move the entry on; ``note`` says to its owner what is missing when it is returned."""
    row, standing = _standing(service, by)
    why_not = refusal(step, row, standing)
    if why_not is not None:
        raise StepRefused(why_not)
    row.state = STEPS[row.state, step]
    _settle(row, step, standing, note)
    row.save()
    audit.record(by=by, deed=DEEDS[step], obj=row)
    if step == Step.RETURN:
        tell_owners(kind=RETURNED, service=row, by=by)
    return row


@transaction.atomic
def close_for_a_while(
    *, service: Service, start: dt.date, until: dt.date | None, by: Actor
) -> Service:
    """The service is closed for some days; with an open end until somebody says otherwise."""
    row, standing = _standing(service, by)
    if not standing.keeps:
        raise PermissionDenied
    if not row.published:
        raise StepRefused(
            _("Vorübergehend schließen kann nur ein Angebot, dessen Eintrag veröffentlicht ist.")
        )
    if until is not None and until < max(start, clock.today()):
        raise Refused(_("Das Ende liegt vor dem Anfang oder ist schon vorbei."))
    row.closed_from, row.closed_until = start, until
    row.save(update_fields=["closed_from", "closed_until"])
    audit.record(by=by, deed="entry.closed", obj=row)
    return row


def _settle(row: Service, step: Step, standing: Standing, note: str) -> None:
    """What the step says beside the state: looked at, checked, to be completed, open again."""
    if step in (Step.SUBMIT, Step.PUBLISH):
        row.needs_look = ""
        row.verified_on = clock.today() if standing.keeps else row.verified_on
    if step == Step.RETURN:
        row.needs_look = " ".join(note.split())[:300] or _("Bitte vervollständigen.")
    if step in (Step.REOPEN, Step.INACTIVATE):
        row.closed_from = row.closed_until = None


def _standing(service: Service, by: Actor) -> tuple[Service, Standing]:
    """The entry, locked, and how ``by`` stands to it; refused to everybody else."""
    row = Service.objects.select_for_update().get(pk=service.pk)
    keeps = Service.objects.kept_by(by).filter(pk=row.pk).exists()
    reviews = Service.objects.reviewed_by(by).filter(pk=row.pk).exists()
    if not keeps and not reviews:
        raise PermissionDenied
    return row, Standing(keeps, reviews)
