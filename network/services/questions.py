"""Asking the owners of contacts, once a quarter, whether everything still holds."""

import datetime as dt

from django.db import transaction

from core import audit, clock, mail, notices, outbox, tokens
from core.actor import Actor
from network.models import Contact
from network.models.contact import CONFIRM_DAYS

ASK = "network.contact_question"
LINK = "network.contact-question"
"""The purpose of the link in the mail."""

VALID = dt.timedelta(days=45)


@transaction.atomic
def ask_owner(*, contact: Contact, by: Actor) -> bool:
    """Order the mail to the owner, once for each date of question; False when it was ordered."""
    if not mailbox_of(contact):
        return False
    since = contact.confirmed_on
    again = since is not None and (clock.today() - since).days > CONFIRM_DAYS
    key = f"{ASK}:{contact.pk}:{since}:{'again' if again else 'first'}"
    if not notices.notify(ASK, contact.pk, dedupe_key=key, facility=contact.facility_id):
        return False
    outbox.enqueue(ASK, contact.pk, by=by)
    return True


@transaction.atomic
def send_question(*, contact: Contact, by: Actor) -> None:
    """Write to the owner with a fresh link; an older one ends."""
    to = mailbox_of(contact)
    if not to:
        return
    tokens.withdraw(purpose=LINK, object_id=contact.pk)
    token = tokens.issue(
        purpose=LINK, object_id=contact.pk, facility=contact.facility_id, valid_for=VALID
    )
    mail.send(ASK, to, path=f"/l/kontakt/{token}/")
    audit.record(by=by, deed="contact.asked", obj=contact)


def mailbox_of(contact: Contact) -> str:
    """Where the owner reads: the post's own mailbox, else the facility's."""
    return contact.email or contact.facility.email
