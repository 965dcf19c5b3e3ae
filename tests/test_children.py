"""The right parent's reader finds no other parent's child, at any address that names both."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conferences.models import Body, CaseConference
from conferences.services import convening, proposals, releasing
from tests.conferences import tables
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects
from tests.matrix.row import VISITORS
from tests.people import acting

WORDS = {"word", "step", "category", "uidb36", "key"}
"""Arguments that name no row."""


def _scheduled_seat(people):
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    return {"pk": table.conference.pk, "person": table.seat("facilitation").pk}


def _followed_agreement(people):
    arguments = make_objects("table-agreement", people)
    table = _table_of(people, arguments["pk"])
    releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    proposals.take(conference=table.now(), step="follow", by=table.owner)
    return arguments


def _table_of(people, pk):
    owner = acting(people.social_worker, people.clinic)
    return tables.Table(CaseConference.objects.get(pk=pk), owner, owner, owner, owner)


def _proposed_item(people):
    committee = tables.make_committee(people)
    convening.add_item(meeting=committee.now(), title="Eins", by=committee.office)
    convening.invite(meeting=committee.now(), by=committee.office)
    convening.propose_item(meeting=committee.now(), title="Zwei", by=committee.member)
    item = committee.now().items.get(title="Zwei")
    return {"slug": committee.body.slug, "pk": committee.meeting.pk, "item": item.pk}


TODAY = "2026-11-22"
SEND = {
    "conferences:approve": {"approved_on": TODAY},
    "conferences:settle": {"state": "done"},
    "conferences:settle-measure": {"state": "done"},
    "conferences:resolve": {"text": "Ja.", "yes": "2", "no": "0", "abstentions": "0"},
    "conferences:write-result": {"result": "Gut.", "version": ""},
}
"""A form that is valid, where an empty one ends before the child is looked for."""

READY = {
    "conferences:approval-form": _scheduled_seat,
    "conferences:approve": _scheduled_seat,
    "conferences:remove": _scheduled_seat,
    "conferences:settle": _followed_agreement,
    "conferences:list-item": _proposed_item,
    "conferences:turn-down": _proposed_item,
}
"""A child in the state in which the deed is possible."""

READERS = {
    "conferences:settle": "social_worker",
    "conferences:settle-measure": "coordinator",
    "conferences:list-item": "coordinator",
    "conferences:turn-down": "coordinator",
}
"""Who may, where the matrix shows the address with nothing to do."""


def _names(arguments):
    return [name for name in arguments if name not in WORDS]


def _make(address, people):
    Body.objects.filter(slug="psag-auental").update(slug="psag-vorher")
    ready = READY.get(address)
    return ready(people) if ready else make_objects(MATRIX[address].about, people)


def _reader(address):
    welcome = (name for name in VISITORS if MATRIX[address].statuses[name] in {200, 302, 409, 422})
    return READERS.get(address) or next(name for name in welcome if name != "anonymous")


ABOUT_TWO_ROWS = {
    "stay",
    "consent",
    "release",
    "sent inquiry",
    "sent step",
    "open inquiry",
    "table-seat",
    "table-agreement",
    "table-copy",
    "meeting",
    "meeting-step",
    "meeting-item",
    "body-measure",
    "meeting-copy",
    "hint",
}
SIDE_BY_SIDE = {"pair"}
"""Two rows of which neither belongs to the other."""

CHILDREN = [address for address, row in MATRIX.items() if row.about in ABOUT_TWO_ROWS]


def _visit(people, address, arguments):
    client = Client()
    with transaction.atomic():
        client.force_login(getattr(people, _reader(address)))
        send = SEND.get(address) or dict(MATRIX[address].send)
        target = reverse(address, kwargs=arguments)
        status = getattr(client, MATRIX[address].method)(target, send).status_code
        transaction.set_rollback(True)
    return status


@pytest.mark.django_db
def test_every_kind_of_address_that_names_two_rows_is_here(people):
    several = set()
    for about in {row.about for row in MATRIX.values()}:
        Body.objects.filter(slug="psag-auental").update(slug=f"vorher-{about}")
        if len(_names(make_objects(about, people))) > 1:
            several.add(about)

    assert several == ABOUT_TWO_ROWS | SIDE_BY_SIDE


@pytest.mark.django_db
@pytest.mark.parametrize("address", CHILDREN)
def test_a_child_is_found_under_its_own_parent_only(people, address):
    first = _make(address, people)
    if first.get("slug") == "psag-auental":
        first = {**first, "slug": "psag-vorher"}
    second = _make(address, people)

    assert _visit(people, address, first) != 404
    assert _visit(people, address, second) != 404
    for name in _names(first):
        assert _visit(people, address, {**first, name: second[name]}) == 404, name
