"""What is left of an inquiry that should never have been: wiped, or kept where nobody reads it."""

import pytest
from django.core.exceptions import PermissionDenied

from referrals import services
from referrals.access import opened_appointments, opened_history, opened_questions, visible_fields
from referrals.disclosure import AFTERWARDS
from referrals.workflow import State
from tests.people import acting
from tests.referrals.cases import NAME, bring, moment_in
from tests.referrals.reading import fresh, read

BRIDGE = "Prüfsteinbrücke: SPZ Lindenbrück"


@pytest.fixture
def officer(case):
    """Who watches over data protection at the asking house."""
    return acting(case.people.data_protection, case.people.clinic)


def with_bridge(inquiry):
    """The row with a bridge, as a confirmation writes it."""
    row = fresh(inquiry)
    row.seal(bridge=BRIDGE)
    row.save()
    return row


def test_what_never_opened_a_name_is_wiped(case):
    inquiry = with_bridge(bring(case, State.QUERY))
    assert inquiry.questions.exists()
    assert BRIDGE in read(inquiry, case.sender)

    services.mark_error(inquiry=inquiry, by=case.sender)

    row = fresh(inquiry)
    assert not row.questions.exists()
    assert not row.bridge


@pytest.fixture
def disclosed(case, officer):
    """An inquiry with a question, a bridge, a place and a note, marked after the name was open."""
    inquiry = with_bridge(bring(case, State.QUERY))
    services.answer(inquiry=inquiry, text="Wir.", by=case.sender)
    services.introduce(inquiry=inquiry, meeting_on=moment_in(1).date(), by=case.sender)
    services.mark_error(inquiry=inquiry, note="Falsche Person angefragt", by=officer)
    return fresh(inquiry)


def test_what_opened_a_name_is_kept(disclosed):
    assert disclosed.state == State.ENTERED_IN_ERROR
    assert disclosed.questions.count() == 1
    assert disclosed.bridge


@pytest.mark.parametrize("who", ["sender", "receiver", "lead"])
def test_nobody_reads_what_is_kept(case, disclosed, who):
    by = getattr(case, who)

    assert visible_fields(by, disclosed) == AFTERWARDS
    assert NAME not in read(disclosed, by)
    assert BRIDGE not in read(disclosed, by)
    assert opened_questions(disclosed, by=by) == []
    assert opened_appointments(disclosed, by=by) == []


def test_whoever_marks_it_reads_nothing_of_it_either(disclosed, officer):
    with pytest.raises(PermissionDenied):
        read(disclosed, officer)
    assert opened_history(disclosed, by=officer) == []
