"""A clinic, a client, a table, and a committee."""

import pytest

from conferences.services import recording, scheduling
from conferences.workflow import CaseState
from referrals.models import Client
from tests.conferences import tables
from tests.conferences.tables import Committee, Table


@pytest.fixture
def client_record(people) -> Client:
    """The clinic's client."""
    return tables.make_client(people.clinic)


@pytest.fixture
def table(people, client_record) -> Table:
    """A fresh proposal."""
    return tables.propose(people, client_record)


@pytest.fixture
def scheduled(table, people) -> Table:
    """Covered and dated, not yet invited."""
    tables.schedule(table, people)
    return table


@pytest.fixture
def invited(scheduled) -> Table:
    """Invitations are in the outbox."""
    scheduling.invite(conference=scheduled.now(), by=scheduled.owner)
    return scheduled


@pytest.fixture
def reviewed(invited) -> Table:
    """The client has the minutes."""
    tables.hold(invited)
    tables.write(invited)
    recording.present(conference=invited.now(), by=invited.owner)
    assert invited.now().state == CaseState.CLIENT_REVIEW
    return invited


@pytest.fixture
def committee(people) -> Committee:
    """A PSAG of three seats with a planned meeting."""
    return tables.make_committee(people)


@pytest.fixture
def sat(committee) -> Committee:
    """A meeting that was held, with an open and an internal item."""
    return tables.sit(committee)
