"""Publishing a contact list: frozen, numbered, dated, printed by the worker, then told."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock, files, outbox
from core.actor import SCHEDULER, Actor
from core.errors import Refused
from core.models import StoredFile
from network.changes import changes
from network.contact_lists import lines_of
from network.documents import contact_list_pdf
from network.models import ContactListEdition, Facility, Region, Subscription

PRINT = "network.edition_published"
TELL = "network.edition_news"


@transaction.atomic
def publish_edition(*, by: Actor) -> ContactListEdition:
    """Freeze the region's contacts as the next edition; the worker renders its PDFs."""
    region = _region_of(by)
    before = ContactListEdition.objects.filter(region=region).order_by("-number").first()
    rows = [line.as_json() for line in lines_of(region, named=True)]
    public_rows = [line.as_json() for line in lines_of(region, named=False)]
    said = changes(before.rows, rows) if before else []
    if not rows:
        raise Refused(_("Es gibt noch keine Kontakte, die in einer Ausgabe stehen könnten."))
    if before and not said and not changes(before.public_rows, public_rows):
        raise Refused(_("Seit der letzten Ausgabe hat sich an den Kontakten nichts geändert."))
    edition = ContactListEdition.objects.create(
        region=region,
        number=before.number + 1 if before else 1,
        as_of=clock.today(),
        rows=rows,
        public_rows=public_rows,
        changes=said,
        published_by=by.person.pk if by.person else None,
    )
    audit.record(by=by, deed="edition.published", obj=edition)
    outbox.enqueue(PRINT, edition.pk, by=by)
    return edition


@transaction.atomic
def print_edition(*, edition_id: UUID, by: Actor) -> None:
    """Render and keep both PDFs of an edition, then order its mails; once, however often asked."""
    edition = _locked(edition_id)
    if edition.pdf_id:
        return
    before = ContactListEdition.objects.filter(region=edition.region, number=edition.number - 1)
    edition.pdf = _printed(edition, before.first(), named=True, by=by)
    edition.public_pdf = _printed(edition, before.first(), named=False, by=by)
    edition.save(update_fields=["pdf", "public_pdf"])
    told = Subscription.objects.confirmed().filter(
        region=edition.region, confirmed_at__lte=edition.created_at
    )
    # what follows a publication does not hang on who published it
    outbox.enqueue_all(TELL, [(edition.pk, each.pk) for each in told], by=SCHEDULER)


def _locked(edition_id: UUID) -> ContactListEdition:
    rows = ContactListEdition.objects.select_related("region").select_for_update(of=("self",))
    return rows.get(pk=edition_id)


def _printed(
    edition: ContactListEdition, before: ContactListEdition | None, *, named: bool, by: Actor
) -> StoredFile:
    ending = "" if named else "-oeffentlich"
    return files.store(
        contact_list_pdf(edition, before, named=named),
        content_type="application/pdf",
        name=f"kontaktliste-ausgabe-{edition.number}{ending}.pdf",
        data_key=None,
        by=by,
    )


def _region_of(by: Actor) -> Region:
    """The region of the coordination's office, locked so that numbers stay in order."""
    if by.facility is None or not by.holds("coordinate_region"):
        raise PermissionDenied
    office = Facility.objects.values_list("organisation__region_id", flat=True).get(pk=by.facility)
    return Region.objects.select_for_update().get(pk=office)
