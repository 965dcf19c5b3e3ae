"""Numbered contact lists of the last year."""

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
    changing = Contact.objects.filter(function="Sozialdienst Station 4")
    today = changing.values_list("person", flat=True).get()
    for back, person in EARLIER:
        changing.update(person=person)
        with clock.at(moments.moment(moments.working_day(back), 8)):
            publish_edition(by=by)
    changing.update(person=today)
    _make_readers(staff)


def _make_readers(staff: Staff) -> None:
    """Those who have asked for the next edition."""
    miriam = staff.acting("miriam", "sozialdienst")
    region = Region.objects.get(slug="auental")
    subscribe(region=region, by=miriam)
    Subscription.objects.create(
        region=region, email="praxis.am.markt@example.org", confirmed_at=clock.now()
    )
