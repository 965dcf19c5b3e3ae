"""What the addresses of the matrix are about."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from core import files
from core.actor import SCHEDULER
from core.tokens import issue
from network.models import (
    ContactListEdition,
    Membership,
    PrintedSheet,
    ResponsibilityRule,
    SavedSearch,
    Subscription,
    SynonymGroup,
)
from network.services.questions import LINK
from network.services.saved_searches import LEAVE as SEARCH_LEAVE
from network.services.subscriptions import JOIN, LEAVE
from network.services.uploads import take_in
from tests.factories import ContactFactory, ServiceFactory
from tests.matrix import people_on_the_way, tables
from tests.people import People, acting

Maker = Callable[[People], dict[str, Any]]


def _nothing(people: People) -> dict[str, Any]:
    return {}


def _reset(people: People) -> dict[str, Any]:
    return {"uidb36": "abc", "key": "not-a-key"}


def _service(people: People) -> dict[str, Any]:
    return {"slug": ServiceFactory(facility=people.clinic).slug}


def _entry_step(people: People) -> dict[str, Any]:
    return {**_service(people), "word": "beenden"}


def _hint(people: People) -> dict[str, Any]:
    service = ServiceFactory(facility=people.clinic)
    return {"slug": service.slug, "pk": service.suggestions.create(text="Neue Nummer").pk}


def _hinted(people: People) -> dict[str, Any]:
    return {"slug": _hint(people)["slug"]}


def _no_link(people: People) -> dict[str, Any]:
    return {"token": "niemals-ausgestellt"}


def _contact(people: People) -> dict[str, Any]:
    return {"pk": ContactFactory(facility=people.clinic).pk}


def _membership(people: People) -> dict[str, Any]:
    held = Membership.objects.filter(user=people.social_worker, facility=people.clinic)
    return {"pk": held.get().pk}


def _edition(people: People) -> dict[str, Any]:
    region = people.clinic.organisation.region
    as_of = dt.date(2026, 11, 1)
    rows: list[Any] = []
    number = ContactListEdition.objects.filter(region=region).count() + 1
    edition = ContactListEdition.objects.create(
        region=region, number=number, as_of=as_of, rows=rows
    )
    return {"pk": edition.pk}


def _public_edition(people: People) -> dict[str, Any]:
    made = _edition(people)
    file = files.store(
        b"%PDF-1.7", content_type="application/pdf", name="x.pdf", data_key=None, by=SCHEDULER
    )
    ContactListEdition.objects.filter(pk=made["pk"]).update(public_pdf=file)
    return made


def _contact_link(people: People) -> dict[str, Any]:
    contact = ContactFactory(facility=people.clinic)
    return _link(LINK, contact.pk, contact.facility_id)


def _subscription_link(purpose: str, people: People) -> dict[str, Any]:
    region = people.clinic.organisation.region
    row, _ = Subscription.objects.get_or_create(region=region, email="praxis@example.org")
    return _link(purpose, row.pk, None)


def _link(purpose: str, object_id: UUID, facility: UUID | None) -> dict[str, Any]:
    day = dt.timedelta(days=1)
    return {"token": issue(purpose=purpose, object_id=object_id, facility=facility, valid_for=day)}


def _search(people: People) -> dict[str, Any]:
    return {"pk": _kept_search(people).pk}


def _search_link(people: People) -> dict[str, Any]:
    return _link(SEARCH_LEAVE, _kept_search(people).pk, None)


def _kept_search(people: People) -> SavedSearch:
    """One that the intake of provider A keeps."""
    region = people.clinic.organisation.region
    row, _ = SavedSearch.objects.get_or_create(
        person=people.intake, region=region, query="q=wohnen", defaults={"name": "Wohnen"}
    )
    return row


def _synonyms(people: People) -> dict[str, Any]:
    return {"pk": SynonymGroup.objects.create(asked="Lama", words="Tierhof").pk}


def _rule(people: People) -> dict[str, Any]:
    service = ServiceFactory(facility=people.clinic)
    rule = ResponsibilityRule.objects.create(
        region=service.region, service=service, kind=service.type
    )
    return {"pk": rule.pk}


def _upload(people: People) -> dict[str, Any]:
    office = people.office
    row = take_in(
        region=office.organisation.region,
        content=b"Name;PLZ;Ort\nHaus;50931;Koeln\nHof;50931;Koeln\n",
        file_name="liste.csv",
        source="liste",
        by=acting(people.coordinator, office),
    )
    return {"pk": row.pk}


def _pair(people: People) -> dict[str, Any]:
    first, second = ServiceFactory.create_batch(
        2, facility=None, region=people.office.organisation.region
    )
    return {"first": first.pk, "second": second.pk}


def _sheet(people: People) -> dict[str, Any]:
    region = people.clinic.organisation.region
    return {"pk": PrintedSheet.objects.create(region=region, kind="booklet", title="Heft").pk}


MAKERS: dict[str, Maker] = {
    "": _nothing,
    "reset": _reset,
    "service": _service,
    "entry_step": _entry_step,
    "hint": _hint,
    "hinted": _hinted,
    "no_link": _no_link,
    "contact": _contact,
    "edition": _edition,
    "public-edition": _public_edition,
    "contact-link": _contact_link,
    "join-link": partial(_subscription_link, JOIN),
    "leave-link": partial(_subscription_link, LEAVE),
    "upload": _upload,
    "pair": _pair,
    "membership": _membership,
    "synonyms": _synonyms,
    "search": _search,
    "search-link": _search_link,
    "rule": _rule,
    "sheet": _sheet,
    **tables.MAKERS,
    **people_on_the_way.MAKERS,
}


def make_objects(about: str, people: People) -> dict[str, Any]:
    """The address's arguments for the kind of object named ``about``."""
    return MAKERS[about](people)
