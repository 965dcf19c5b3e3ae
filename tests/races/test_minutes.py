"""Two guests write the same minutes at once: each is answered, and nobody waits for ever.

Tripped: with the form read before the table is held for writing, both share the release and wait
for each other.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from conferences.services import people as seats
from conferences.services import recording, scheduling
from conferences.vocabulary import Role
from core import clock
from tests.conferences import tables
from tests.people import make
from tests.races.together import browser, sender_of, together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

ROUNDS = 20


@pytest.fixture
def table():
    """Held; the coordination and a second guest may both write."""
    people = make()
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    _let_the_guest_keep_the_minutes(table, people)
    scheduling.invite(conference=table.now(), by=table.owner)
    tables.hold(table)
    return table


def _let_the_guest_keep_the_minutes(table, people):
    for role in (Role.MINUTES, Role.FACILITATION):
        seats.remove(conference=table.now(), participant=table.seat(role), by=table.owner)
    for facility, person, role in (
        (people.provider, people.intake, Role.MINUTES),
        (people.clinic, people.social_worker, Role.FACILITATION),
    ):
        row = seats.add_professional(
            conference=table.now(), facility=facility, person=person, role=role, by=table.owner
        )
        seats.approve(
            conference=table.now(), participant=row, approved_on=clock.today(), by=table.owner
        )


def test_two_guests_who_save_at_once_are_both_answered(table):
    target = reverse("conferences:save-minutes", args=[table.conference.pk])
    presence = {f"presence_{row.pk}": "present" for row in table.now().participants.all()}
    writers = [browser(actor.person) for actor in (table.coordination, table.guest)]
    recording.write(conference=table.now(), texts=tables.TEXTS, measures=[], by=table.owner)

    for number in range(ROUNDS):
        version = str(table.now().version)
        texts = {**presence, "version": version, "goals": f"Ziel {number}"}

        answers = together(*(sender_of(writer, target, **texts) for writer in writers))

        assert sorted(answer.status_code for answer in answers) == [302, 409], answers
