"""Numbered contact lists of the last year."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from core import clock
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.staff import Staff
from network.models import Contact, Region, Subscription
from network.services.editions import publish_edition
from network.services.subscriptions import subscribe

EARLIER = ((130, "Uwe Lindgren"), (60, "Tobias Hartwig"))
"""Working days before today, and who answered for Station 4 in the edition of that day."""


def make_editions(staff: Staff) -> None:
    """Two editions; the ward has changed hands since, so that a third can be published.

    A social worker and an address outside will be told of it.
    """
    by = staff.acting("hanne", "koordination")
    for back, person in EARLIER:
        day = moments.working_day(back)
        with _as_it_was(day, person), clock.at(moments.moment(day, 8)):
            publish_edition(by=by)
    _make_readers(staff)


@contextmanager
def _as_it_was(day: dt.date, person: str) -> Iterator[None]:
    """The contacts of that day: Station 4 was another's, nobody was confirmed later."""
    now = list(Contact.objects.all())
    Contact.objects.filter(function="Sozialdienst Station 4").update(person=person)
    Contact.objects.filter(confirmed_on__gt=day).update(confirmed_on=day)
    Contact.objects.update(absent_from=None, absent_until=None)
    yield
    Contact.objects.bulk_update(now, ["person", "confirmed_on", "absent_from", "absent_until"])


def _make_readers(staff: Staff) -> None:
    """Those who have asked for the next edition."""
    miriam = staff.acting("miriam", "sozialdienst")
    region = Region.objects.get(slug="auental")
    subscribe(region=region, by=miriam)
    Subscription.objects.create(
        region=region, email="praxis.am.markt@example.org", confirmed_at=clock.now()
    )
