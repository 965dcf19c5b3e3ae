"""Who is told of a new edition: members by choice, outside addresses that have confirmed."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from core import audit, clock, files, mail, outbox, tokens
from core.actor import Actor, Via
from core.errors import LinkOver, Refused
from core.models import AccessToken
from network.models import ContactListEdition, Facility, Membership, Region, Subscription
from network.models.subscription import UNCONFIRMED_DAYS

CONFIRM = "network.subscription_asked"
JOIN, LEAVE = "network.subscription-join", "network.subscription-leave"
"""The purposes of the links in the mails."""

MEMBERS, OUTSIDE = "network.edition_for_members", "network.edition_for_outside"
ASK_AGAIN = dt.timedelta(days=1)
MOST_AN_HOUR = 30
"""New outside addresses of a region in one hour; more look like a machine."""


def readers_of(*, region: Region | None, by: Actor) -> dict[str, int]:
    """How many are told in ``region``, and whether ``by`` is; no address, nothing for strangers."""
    if not by.belongs:
        return {}
    return (
        Subscription.objects.confirmed()
        .filter(region=region)
        .aggregate(
            members=Count("pk", filter=Q(person__isnull=False)),
            outside=Count("pk", filter=Q(person__isnull=True)),
            mine=Count("pk", filter=Q(person=by.person)),
        )
    )


@transaction.atomic
def subscribe(*, region: Region, by: Actor) -> None:
    """A member of the region wants to be told."""
    if by.person is None or not _works_in(by, region):
        raise PermissionDenied
    row, created = Subscription.objects.get_or_create(
        region=region, person=by.person, defaults={"confirmed_at": clock.now()}
    )
    if created:
        audit.record(by=by, deed="subscription.chosen", obj=row)


@transaction.atomic
def unsubscribe(*, region: Region, by: Actor) -> None:
    """A member wants to be told no longer."""
    for row in Subscription.objects.visible_to(by).filter(region=region):
        _end(row, by)


@transaction.atomic
def ask_outside(*, region: Region, email: str, by: Actor) -> None:
    """Ask an outside address to confirm; who asks learns nothing about what is known of it.

    Refused when too many new addresses come in within an hour.
    """
    Region.objects.select_for_update(no_key=True).get(pk=region.pk)
    row = Subscription.objects.filter(region=region, email=email.lower()).first()
    if row is None:
        _refuse_flood(region)
        row = Subscription(region=region, email=email.lower())
    if row.confirmed_at or (row.asked_at and row.asked_at > clock.now() - ASK_AGAIN):
        return
    row.asked_at = clock.now()
    row.save()
    outbox.enqueue(CONFIRM, row.pk, by=by)


@transaction.atomic
def send_confirmation(*, subscription_id: UUID, by: Actor) -> None:
    """Write to the address with the link that confirms it."""
    row = Subscription.objects.filter(pk=subscription_id, confirmed_at=None).first()
    if row is None:
        return
    tokens.withdraw(purpose=JOIN, object_id=row.pk)
    valid = dt.timedelta(days=UNCONFIRMED_DAYS)
    token = tokens.issue(purpose=JOIN, object_id=row.pk, facility=None, valid_for=valid)
    mail.send(CONFIRM, row.email, path=f"/l/abo/{token}/")
    audit.record(by=by, deed="subscription.asked", obj=row)


@transaction.atomic
def join(*, token: AccessToken, by: Actor) -> None:
    """The owner of the address confirms; raises ``LinkOver`` the second time."""
    row = _meant(token, by)
    row.confirmed_at = clock.now()
    row.save(update_fields=["confirmed_at"])
    audit.record(by=by, deed="subscription.confirmed", obj=row)


@transaction.atomic
def leave(*, token: AccessToken, by: Actor) -> None:
    """Whoever holds the link of a mail gets no more of them; nothing of the address stays."""
    _end(_meant(token, by), by)


@transaction.atomic
def forget_unconfirmed(*, by: Actor) -> int:
    """Delete the addresses that nobody has confirmed in a week; returns how many."""
    rows = list(Subscription.objects.forgotten().filter(person=None))
    for row in rows:
        _end(row, by)
    return len(rows)


@transaction.atomic
def tell(*, edition_id: UUID, subscription_id: UUID, by: Actor) -> None:
    """Send one subscriber the edition: a member the link, an outside address the public file."""
    rows = Subscription.objects.confirmed().filter(pk=subscription_id)
    found = rows.select_related("person").first()
    if found is None:
        return
    edition = ContactListEdition.objects.select_related("public_pdf").get(pk=edition_id)
    if found.person_id is None:
        _write(found, OUTSIDE, found.email, "/kontakte/", _attached(edition, by))
    elif found.person and _still_works_in(found):
        page = f"/kontakte/ausgaben/{edition.pk}/"
        _write(found, MEMBERS, found.person.email, page, None)
    audit.record(by=by, deed="edition.told", obj=edition)


def _attached(edition: ContactListEdition, by: Actor) -> mail.Attachment | None:
    file = edition.public_pdf
    if file is None:
        raise RuntimeError("an edition is told before it is printed")
    return mail.Attachment(file.name, files.load(file, by=by), file.content_type)


def _write(
    row: Subscription, kind: str, to: str, path: str, attachment: mail.Attachment | None
) -> None:
    valid = dt.timedelta(days=2 * 365)
    token = tokens.issue(purpose=LEAVE, object_id=row.pk, facility=None, valid_for=valid)
    mail.send_to_subscriber(
        kind,
        to,
        path=path,
        leave=f"/l/abo-ende/{token}/",
        one_click=f"/l/abo-ende/{token}/sofort/",
        leaving=_("Keine weiteren Ausgaben erhalten:"),
        attachment=attachment,
    )


def _meant(token: AccessToken, by: Actor) -> Subscription:
    if by.via is not Via.LINK:
        raise PermissionDenied
    row = tokens.spend_on(token, Subscription.objects.all())
    if row is None:
        raise LinkOver
    return row


def _end(row: Subscription, by: Actor) -> None:
    audit.record(by=by, deed="subscription.ended", obj=row)
    for purpose in (JOIN, LEAVE):
        tokens.withdraw(purpose=purpose, object_id=row.pk)
    row.delete()


def _works_in(by: Actor, region: Region) -> bool:
    mine = Facility.objects.visible_to(by).working_in(region)
    return mine.exists()


def _still_works_in(row: Subscription) -> bool:
    held = Membership.objects.current().filter(user=row.person_id)
    return held.filter(facility__organisation__region=row.region_id).exists()


def _refuse_flood(region: Region) -> None:
    since = clock.now() - dt.timedelta(hours=1)
    new = Subscription.objects.filter(region=region, person=None, created_at__gt=since)
    if new.count() >= MOST_AN_HOUR:
        raise Refused(
            _(
                "Zurzeit melden sich sehr viele an. "
                "Bitte versuchen Sie es in einer Stunde noch einmal."
            )
        )
