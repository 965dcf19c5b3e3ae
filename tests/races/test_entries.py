"""A link in a mail pressed twice at once, and one hint sent and decided twice at once."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from django.test import Client

from core import tokens
from core.actor import NOBODY
from core.errors import Refused
from core.models import AuditEntry
from network.models import Suggestion
from network.services.entries import ENTRY_LINK
from network.services.suggestions import decide, suggest
from tests.factories import ServiceFactory
from tests.people import acting, make
from tests.races.together import sender_of, together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 10


def test_a_link_pressed_twice_at_once_confirms_once():
    people = make()
    for _ in range(ROUNDS):
        entry = ServiceFactory(facility=people.clinic)
        token = tokens.issue(
            purpose=ENTRY_LINK,
            object_id=entry.pk,
            facility=people.clinic.pk,
            valid_for=dt.timedelta(days=1),
        )
        target = f"/l/eintrag/{token}/stimmt/"

        answers = together(*(sender_of(Client(), target) for _press in range(2)))

        assert sorted(answer.status_code for answer in answers) == [302, 404], answers
        assert AuditEntry.objects.filter(deed="entry.confirmed", object_id=entry.pk).count() == 1


def test_two_owners_who_press_their_own_links_at_once_are_both_answered():
    people = make()
    for _ in range(ROUNDS):
        entry = ServiceFactory(facility=people.clinic)
        told = {"object_id": entry.pk, "facility": people.clinic.pk, "purpose": ENTRY_LINK}
        links = [tokens.issue(valid_for=dt.timedelta(days=1), **told) for _owner in range(2)]

        answers = together(*(sender_of(Client(), f"/l/eintrag/{it}/stimmt/") for it in links))

        assert sorted(answer.status_code for answer in answers) == [302, 404], answers
        assert AuditEntry.objects.filter(deed="entry.confirmed", object_id=entry.pk).count() == 1


def test_the_same_hint_sent_twice_at_once_is_one():
    make()
    for _ in range(ROUNDS):
        entry = ServiceFactory()
        send = partial(suggest, service=entry, text="Neu", contact="", by=NOBODY)

        results = together(send, send)

        assert not [result for result in results if isinstance(result, Exception)], results
        assert entry.suggestions.count() == 1


def test_a_hint_is_decided_once():
    people = make()
    admin = acting(people.org_admin, people.clinic)
    for _ in range(ROUNDS):
        entry = ServiceFactory(facility=people.clinic)
        hint = suggest(service=entry, text="Neu", contact="", by=NOBODY)

        answer = partial(decide, service=entry, pk=hint.pk, note="", by=admin)

        results = together(partial(answer, accepted=True), partial(answer, accepted=False))

        assert sum(isinstance(result, Refused) for result in results) == 1, results
        assert Suggestion.objects.get(pk=hint.pk).state != "open"
