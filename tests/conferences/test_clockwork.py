"""What time brings about at the tables: one that fails stops no other."""

import datetime as dt

import pytest
import time_machine
from django.db import connection

from conferences.models import CaseMinutes
from conferences.tasks import watch_deadlines
from conferences.workflow import CaseState
from core import clock
from referrals.models import Release
from referrals.services import withdraw_release


@pytest.fixture(autouse=True)
def _mails_go_nowhere(mailbox):
    """Invitations of the fixtures arrive at the tests' server."""


def _take_the_next_edition(conference):
    """An edition that the next one would have to be, so that releasing it fails."""
    row = CaseMinutes(conference=conference, edition=2, digest="0" * 64, released_at=clock.now())
    row.seal(content="{}")
    row.save()


def test_minutes_that_cannot_be_released_are_logged_and_stop_nobody(reviewed, caplog):
    _take_the_next_edition(reviewed.now())

    with time_machine.travel(clock.now() + dt.timedelta(days=7), tick=False):
        watch_deadlines()

    connection.cursor().execute("RESET ROLE")
    assert reviewed.now().state == CaseState.CLIENT_REVIEW
    assert str(reviewed.now().pk) in caplog.text
    assert "IntegrityError" in caplog.text


def test_a_table_is_restricted_although_another_fails(reviewed, caplog):
    for release in Release.objects.filter(client=reviewed.now().client):
        withdraw_release(release=release, by=reviewed.owner)

    watch_deadlines()

    connection.cursor().execute("RESET ROLE")
    assert reviewed.now().state == CaseState.RESTRICTED
    assert not caplog.text
