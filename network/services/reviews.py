"""Asking whoever answers for an entry whether it is still true, and taking a link for a word."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock, mail, notices, outbox, tokens
from core.actor import Actor
from core.errors import Refused
from core.models import AccessToken, Notice, User
from core.rows import alone
from network.freshness import Freshness, due, freshness
from network.models import Membership, Service
from network.roles import Role
from network.services.entries import ENTRY_LINK

ASK, RETURNED = "network.entry_review", "network.entry_returned"
HINTED = "network.entry_hinted"
PATHS = {RETURNED: "/verzeichnis/{slug}/", HINTED: "/verwaltung/eintraege/{slug}/hinweise/"}
LINK_VALID = dt.timedelta(days=30)


def ask_owners(*, by: Actor) -> int:
    """Ask about every kept entry whose check came due or that grew stale; each time once."""
    entries = Service.objects.published().filter(due()).exclude(facility=None)
    keys = {_key(entry): entry for entry in entries.kept().order_by("pk")}
    asked = Notice.objects.filter(dedupe_key__in=keys).values_list("dedupe_key", flat=True)
    fresh = [keys[key] for key in sorted(keys.keys() - set(asked))]

    def ask(entry: Service) -> bool:
        return _ask(entry, by)

    return sum(alone(entry, ask) for entry in fresh)


def _ask(entry: Service, by: Actor) -> bool:
    noted = notices.notify(ASK, entry.pk, facility=entry.facility_id, dedupe_key=_key(entry))
    if noted:
        outbox.enqueue_all(ASK, [(entry.pk, each) for each in _owners(entry)], by=by)
    return noted


def _key(entry: Service) -> str:
    return f"{ASK}:{entry.pk}:{entry.verified_on or 'never'}:{freshness(entry).value}"


def _owners(entry: Service) -> list[UUID | None]:
    """The administrators of its house; where there are none, its common mailbox (None)."""
    people = Membership.objects.current().filter(facility=entry.facility, role=Role.ORG_ADMIN)
    return list(people.values_list("user", flat=True)) or [None]


@transaction.atomic
def tell_owners(*, kind: str, service: Service, by: Actor) -> None:
    """Something waits for the owners of a kept entry: the coordination looks after the others."""
    if Service.objects.kept().filter(pk=service.pk).exists():
        outbox.enqueue_all(kind, [(service.pk, each) for each in _owners(service)], by=by)


@transaction.atomic
def send_question(*, service_id: UUID, person: UUID | None, by: Actor) -> None:
    """Mail one owner a link that confirms the entry, unless somebody has confirmed it already."""
    entry = Service.objects.published().filter(pk=service_id).select_related("facility").first()
    if entry is None or freshness(entry) == Freshness.FRESH:
        return
    if address := _address(entry, person):
        link = tokens.issue(
            purpose=ENTRY_LINK,
            object_id=entry.pk,
            facility=entry.facility_id,
            valid_for=LINK_VALID,
        )
        mail.send(ASK, address, path=f"/l/eintrag/{link}/", about=entry.name)


@transaction.atomic
def send_word(*, kind: str, service_id: UUID, person: UUID | None, by: Actor) -> None:
    """Mail one owner that something of ``kind`` waits."""
    entry = Service.objects.filter(pk=service_id).select_related("facility").first()
    if entry is not None and (address := _address(entry, person)):
        mail.send(kind, address, path=PATHS[kind].format(slug=entry.slug), about=entry.name)


def _address(entry: Service, person: UUID | None) -> str:
    """Where to write; nothing when the person has left since."""
    if person is None:
        return entry.facility.email if entry.facility else ""
    if person not in _owners(entry):
        return ""
    return User.objects.values_list("email", flat=True).get(pk=person)


@transaction.atomic
def confirm_by_link(*, link: AccessToken, by: Actor) -> Service:
    """Whoever holds the link says that the entry is right today; the link works once."""
    rows = Service.objects.published().filter(facility=link.facility)
    entry = tokens.spend_on(link, rows)
    if entry is None:
        raise Refused(_("Der Eintrag ist nicht mehr veröffentlicht. Bitte melden Sie sich an."))
    entry.verified_on, entry.needs_look = clock.today(), ""
    entry.save(update_fields=["verified_on", "needs_look"])
    audit.record(by=by, deed="entry.confirmed", obj=entry)
    tokens.withdraw(purpose=ENTRY_LINK, object_id=entry.pk)
    return entry
