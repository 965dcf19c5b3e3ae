"""What waits for whom around a table."""

import pytest

from conferences.models import Meeting
from conferences.services import proposals, releasing
from conferences.worklist import conferences, meetings
from core import clock
from core.actor import SCHEDULER
from core.worklist import waiting_for
from tests.conferences import tables


def test_the_owner_and_the_coordination_owe_the_next_step(scheduled):
    assert [task.title for task in conferences(scheduled.owner, None)] == [
        "Termin festlegen und einladen"
    ]
    assert len(conferences(scheduled.coordination, None)) == 1
    assert conferences(scheduled.guest, None) == []
    assert conferences(scheduled.stranger, None) == []


def test_no_task_names_the_client(scheduled):
    text = str(waiting_for(scheduled.owner))

    assert not [word for word in tables.NAME if word in text]


def test_the_office_owes_the_invitation(committee):
    (task,) = meetings(committee.office, None)

    assert task.title == "Sitzung einladen"
    assert meetings(committee.member, None) == []
    assert meetings(committee.outsider, None) == []


def test_the_list_goes_on_behind_its_last_row(people, client_record):
    tasks_made = [tables.propose(people, client_record) for _ in range(3)]
    owner = tasks_made[0].owner
    first = conferences(owner, None)

    rest = conferences(owner, (first[0].due_at, first[0].kind, first[0].id))

    assert [task.id for task in rest] == [task.id for task in first[1:]]


@pytest.mark.parametrize("rows", [1, 20])
def test_a_longer_list_costs_no_more_queries(
    people, client_record, django_assert_num_queries, rows
):
    for _ in range(rows):
        table = tables.propose(people, client_record)

    with django_assert_num_queries(1):
        assert len(conferences(table.owner, None)) == rows


def test_a_closed_conference_waits_for_nobody(table):
    proposals.take(conference=table.now(), step="cancel", by=table.owner)

    assert conferences(table.owner, None) == []


def test_a_table_whose_consent_is_gone_waits_for_its_owner(invited):
    releasing.restrict(conference=invited.now(), by=SCHEDULER)

    (task,) = conferences(invited.owner, None)

    assert task.title == "Entbindung klären"
    assert task.due_at > clock.now()


@pytest.mark.parametrize(
    ("state", "title"),
    [("held", "Ergebnisse eintragen"), ("minutes_draft", "Protokoll genehmigen")],
)
def test_a_meeting_that_is_over_says_what_is_to_be_done(sat, state, title):
    Meeting.objects.filter(pk=sat.meeting.pk).update(state=state, due_at=clock.now())

    (task,) = meetings(sat.office, None)

    assert task.title == title
