"""The worker's doors of this app: mails, and what time brings about."""

from __future__ import annotations

from celery import shared_task
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from core import mail, outbox
from core.actor import Actor
from core.models import OutboxMessage, User
from referrals.engine import mails
from referrals.tasks import clockwork

LOOK = _("Bitte sehen Sie im Portal nach.")
LETTERS = {
    mails.NEW: _("Neue Anfrage - bitte im Portal ansehen"),
    mails.NEW_URGENT: _("Neue Anfrage, dringend - bitte im Portal ansehen"),
    mails.CHANGED: _("Neues zu einer Anfrage - bitte im Portal ansehen"),
    mails.CHOSEN: _("Eine Anfrage geht weiter - bitte im Portal ansehen"),
    mails.ENDED: _("Eine Anfrage ist beendet - bitte im Portal ansehen"),
    mails.DUE: _("Erinnerung: Eine Anfrage wartet auf Sie"),
    mails.LATE: _("Eine Anfrage wartet schon lange"),
    mails.RENEW: _("Eine Entbindung ist abgelaufen - bitte im Portal ansehen"),
    mails.REFERRAL: _("Eine Überleitung wartet auf Sie - bitte im Portal ansehen"),
    mails.IN_REGION: _("Ein Fall ohne Namen wartet auf Sie - bitte im Portal ansehen"),
}


def _send(message: OutboxMessage, _actor: Actor) -> None:
    """One mail to one person who is still active; it says only that something waits."""
    person = User.objects.filter(pk__in=[message.recipient], is_active=True).first()
    if person is None:
        raise PermissionDenied
    mail.send(message.kind, person.email, path=_path(message))


def _path(message: OutboxMessage) -> str:
    if message.kind == mails.IN_REGION:
        return f"/ueberleitungen/offen-in-der-region/{message.object_id}/"
    to_referral = message.kind == mails.REFERRAL or message.kind.endswith(mails.TO_SENDER)
    if to_referral:
        return f"/ueberleitungen/{message.object_id}/"
    return f"/anfragen/{message.object_id}/"


for _kind, _subject in LETTERS.items():
    for _name in (_kind, _kind + mails.TO_SENDER):
        mail.register(_name, subject=_subject, body=LOOK)
        outbox.handles(_name)(_send)


@shared_task
def watch_deadlines() -> None:
    """Reminders, expiries, completions and alarms that have come due; may run twice."""
    clockwork.run()
