"""Every state x every step x every way of standing to the table."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from conferences.access import may, require
from conferences.models import CaseConference
from conferences.services import proposals
from conferences.workflow import CASE_STEPS, CaseSide, CaseState, CaseStep
from core.errors import StepRefused
from tests.conferences import tables
from tests.people import acting

STANDING = {
    "owner": CaseSide.OWNER | CaseSide.KEEPER | CaseSide.PARTICIPANT,
    "coordination": CaseSide.COORDINATION | CaseSide.PARTICIPANT,
    "guest": CaseSide.PARTICIPANT,
    "stranger": CaseSide(0),
}
OPENED = {"review_end": "approved"}


@pytest.mark.parametrize("who", STANDING)
def test_only_the_right_side_takes_each_step(scheduled, who):
    actor = getattr(scheduled, who)
    conference = scheduled.now()

    for state, step in itertools.product(CaseState, CaseStep):
        conference.state = state
        rule = CASE_STEPS.get((state, step))
        refusal = may(actor, step, conference)

        if rule is None:
            assert refusal is not None, (state, step)
            assert not refusal.forbidden
            with pytest.raises(StepRefused):
                require(actor, step, conference)
        elif not rule.side & STANDING[who]:
            assert refusal is not None, (state, step)
            assert refusal.forbidden
            with pytest.raises(PermissionDenied):
                require(actor, step, conference)
        else:
            assert refusal is None or not refusal.forbidden, (state, step)


def test_the_events_replayed_are_the_state(reviewed):
    events = list(reviewed.now().events.all())

    assert events[0].from_state == ""
    for before, after in itertools.pairwise(events):
        assert after.from_state == before.to_state
    assert events[-1].to_state == reviewed.now().state


@pytest.mark.parametrize("state", list(CaseState))
def test_who_knows_of_a_conference_at_all(scheduled, people, state):
    CaseConference.objects.filter(pk=scheduled.conference.pk).update(state=state, **OPENED)
    rows = CaseConference.objects

    seen = {who for who in STANDING if rows.visible_to(getattr(scheduled, who)).exists()}

    private = state in {"proposed", "consent_pending", "closed_no_consent", "restricted"}
    assert seen == ({"owner"} if private else {"owner", "coordination", "guest"})
    assert not rows.visible_to(acting(people.night_doctor, people.ambulance)).exists()
    assert not rows.visible_to(acting(people.intake_lead, people.provider)).exists()
    assert not rows.visible_to(acting(people.org_admin, people.clinic)).exists()


def test_a_deactivated_guest_sees_nothing(invited, people):
    people.intake.is_active = False
    people.intake.save()

    guest = acting(people.intake, people.provider)

    assert not CaseConference.objects.visible_to(guest).exists()


def test_facilitation_and_minutes_are_two_people(table, people):
    conference = table.now()
    proposals.inform(conference=conference, by=table.owner)
    tables.seat_everybody(table, people)
    table.now().participants.filter(role="facilitation").delete()
    CaseConference.objects.filter(pk=conference.pk).update(
        state="scheduling", starts_at=tables.tomorrow(13), ends_at=tables.tomorrow(15)
    )
    tables.release_for(conference.client, people.office, people.provider)

    refusal = may(table.owner, CaseStep.INVITE, table.now())

    assert "zwei Personen" in str(refusal)


def test_without_a_name_nothing_identifies_anybody(people, deliver_outbox, mailbox):
    table = tables.propose(people, None)
    proposals.take(conference=table.now(), step=CaseStep.GO_ANONYMOUS, by=table.owner)
    tables.seat_everybody(table, people)

    conference = table.now()

    assert conference.client is None
    assert not conference.participants.filter(kind="client").exists()
    assert CaseConference.objects.visible_to(table.guest).exists()
    assert may(table.owner, CaseStep.INFORM, conference) is not None


def test_somebody_else_s_client_cannot_be_named(people, client_record):
    with pytest.raises(PermissionDenied):
        proposals.propose(
            client=client_record,
            kind="network",
            core_question="?",
            by=acting(people.other_social_worker, people.other_clinic),
        )
