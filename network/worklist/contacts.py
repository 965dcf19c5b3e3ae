"""What waits for somebody who keeps contacts."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock, worklist
from core.actor import Actor
from core.working_time import end_of_day
from core.worklist import Key, Task
from network.contact_care import unreached
from network.models import Contact, Facility
from network.models.contact import CONFIRM_DAYS

WARD, CONTACT = "ward", "contact"


@worklist.register
def wards_without_contact(actor: Actor, after: Key | None) -> list[Task]:
    """Wards of one's clinic where nobody answers: a warning until somebody does."""
    if actor.facility is None or not actor.holds("manage_facility"):
        return []
    facility = Facility.objects.visible_to(actor).get(pk=actor.facility)
    contacts = list(Contact.objects.visible_to(actor))
    tasks = (
        Task(
            due_at=end_of_day(clock.today()),
            kind=WARD,
            id=unit.pk,
            title=_("Station ohne erreichbaren Kontakt: %(ward)s") % {"ward": unit.name},
            url=f"{reverse('network:administration')}#kontakte",
            note=_("Tragen Sie eine Person mit Telefon oder E-Mail ein, oder eine Vertretung."),
            word=_("niemand erreichbar"),
            loud=True,
        )
        for unit in unreached(facility, contacts)
    )
    return worklist.following(tasks, after)


@worklist.register
def contacts_to_confirm(actor: Actor, after: Key | None) -> list[Task]:
    """Contacts of one's facility that nobody has confirmed for a quarter."""
    if not actor.holds("manage_facility"):
        return []
    last = clock.today() - dt.timedelta(days=CONFIRM_DAYS)
    old = Contact.objects.visible_to(actor).filter(confirmed_on__lt=last)
    return worklist.following(map(_confirming, old), after)


def _confirming(contact: Contact) -> Task:
    since = contact.confirmed_on or contact.created_at.date()
    return Task(
        due_at=clock.start_of(since + dt.timedelta(days=CONFIRM_DAYS)),
        kind=CONTACT,
        id=contact.pk,
        title=_("Stimmt der Kontakt noch? %(function)s") % {"function": contact.function},
        url=reverse("network:contact-edit", kwargs={"pk": contact.pk}),
    )
