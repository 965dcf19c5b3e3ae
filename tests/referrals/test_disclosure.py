"""Who sees what: planted texts by state, release and reader."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.actor import Actor, Via
from core.models import AuditEntry
from referrals import services
from referrals.access import opened, opened_names, opened_questions, visible_fields
from referrals.disclosure import AFTERWARDS, ALL_STAGE_3, NOTHING, STAGE_1, STAGE_2
from referrals.models import Inquiry
from referrals.vocabulary import Category
from referrals.workflow import FINAL, Kind, State
from tests.people import acting
from tests.referrals.cases import (
    NAME,
    bring,
    make_case,
    offer,
    release_for,
    send,
)
from tests.referrals.reading import fresh, read

STAGES = {
    State.DRAFT: 0,
    State.REQUESTED: 1,
    State.IN_REVIEW: 1,
    State.QUERY: 1,
    State.WAITLISTED: 1,
    State.OFFERED: 1,
    State.INTRODUCED: 2,
    State.CONFIRMED: 3,
    State.ARRIVED: 3,
    State.COMPLETED: 3,
    State.DECLINED: -1,
    State.WITHDRAWN: -1,
    State.EXPIRED: -1,
    State.SUPERSEDED: -1,
    State.FAILED: -1,
    State.ENTERED_IN_ERROR: -1,
}
SEES = {
    -1: AFTERWARDS,
    0: NOTHING,
    1: STAGE_1,
    2: STAGE_1 | STAGE_2,
    3: STAGE_1 | STAGE_2 | ALL_STAGE_3,
}


@pytest.mark.parametrize("state", list(State))
def test_the_named_worker_sees_the_stage_of_the_state(case, state):
    inquiry = fresh(bring(case, state))

    assert visible_fields(case.receiver, inquiry) == SEES[STAGES[state]]


@pytest.mark.parametrize("state", list(State))
def test_a_planted_name_shows_only_where_it_is_disclosed(case, state):
    services.write_section(
        referral=case.referral, category=Category.MEDICATION, text="Prüfsteinpille", by=case.sender
    )
    inquiry = bring(case, state)
    stage = STAGES[state]

    if stage == 0:
        with pytest.raises(PermissionDenied):
            read(inquiry, case.receiver)
        return
    page = read(inquiry, case.receiver)

    assert (NAME in page) == (stage >= 2)
    assert ("030 23125-777" in page) == (stage >= 2)
    assert ("Prüfsteinpille" in page) == (stage == 3)
    assert ("Prüfsteinbemerkung" in page) == (stage >= 1)


def test_a_colleague_who_is_not_named_does_not_see_the_handover(case):
    inquiry = bring(case, State.CONFIRMED)
    colleague = acting(case.people.intake_lead, case.people.provider)
    Inquiry.objects.filter(pk=inquiry.pk).update(worker=None, deputy=None)
    unnamed = case.receiver

    assert visible_fields(colleague, fresh(inquiry)) == SEES[3]
    assert visible_fields(unnamed, fresh(inquiry)) == SEES[2]


def test_only_granted_categories_of_the_handover_show(case):
    granted = (Category.IDENTITY, Category.CONTACT, Category.MEDICATION)
    release_for(case, categories=granted)
    inquiry = _confirmed_without_more_releases(case)

    fields = visible_fields(case.receiver, fresh(inquiry))

    assert "medication" in fields
    assert not fields & {"discharge_plan", "crisis_agreement", "files"}


def _confirmed_without_more_releases(case):
    sent = services.claim(inquiry=send(case, case.a), by=case.receiver)
    return services.confirm(inquiry=offer(case, sent), by=case.sender)


STRANGERS = {
    "other_intake": "other_provider",
    "other_social_worker": "other_clinic",
    "coordinator": "office",
    "org_admin": "clinic",
}


@pytest.mark.parametrize("state", list(State))
def test_a_stranger_sees_nothing_in_any_state(case, state):
    inquiry = fresh(bring(case, state))

    for who, facility in STRANGERS.items():
        stranger = acting(getattr(case.people, who), getattr(case.people, facility))
        assert visible_fields(stranger, inquiry) == NOTHING
        assert not Inquiry.objects.visible_to(stranger).filter(pk=inquiry.pk).exists()
        with pytest.raises(PermissionDenied):
            opened(inquiry.client, by=stranger, stage=1, purpose="Seite", inquiry=inquiry)


def test_the_coordination_sees_an_escalated_case_without_a_name(case):
    inquiry = bring(case, State.REQUESTED)
    coordinator = acting(case.people.coordinator, case.people.office)
    Inquiry.objects.filter(pk=inquiry.pk).update(escalated_to=case.people.office)

    page = read(inquiry, coordinator)

    assert "Prüfsteinbemerkung" in page
    assert NAME not in page


def test_the_coordination_reads_no_questions_of_an_escalated_case(case):
    inquiry, coordinator = bring(case, State.QUERY), _coordinator(case)

    assert visible_fields(coordinator, fresh(inquiry)) == STAGE_1 - {"questions"}
    assert opened_questions(fresh(inquiry), by=coordinator) == []
    assert opened_questions(fresh(inquiry), by=case.receiver) != []


@pytest.mark.parametrize("state", sorted(FINAL))
def test_the_coordination_reads_nothing_of_an_inquiry_that_has_ended(case, state):
    inquiry, coordinator = bring(case, State(state)), _coordinator(case)

    assert visible_fields(coordinator, fresh(inquiry)) == NOTHING
    with pytest.raises(PermissionDenied):
        read(inquiry, coordinator)


def _coordinator(case):
    """The coordination, to which every inquiry of the case was shown."""
    Inquiry.objects.update(escalated_to=case.people.office)
    return acting(case.people.coordinator, case.people.office)


def test_four_weeks_after_completion_only_reference_dates_and_answer_are_left(case):
    inquiry = bring(case, State.COMPLETED)
    Inquiry.objects.filter(pk=inquiry.pk).update(ended_at=clock.now() - timedelta(days=27))
    assert NAME in read(inquiry, case.receiver)

    Inquiry.objects.filter(pk=inquiry.pk).update(ended_at=clock.now() - timedelta(days=28))

    assert NAME not in read(inquiry, case.receiver)
    assert visible_fields(case.receiver, fresh(inquiry)) == AFTERWARDS


def test_a_return_opens_the_identity_from_the_sending_on(people):
    case = make_case(people, kind=Kind.RETURN)
    release_for(case)
    inquiry = send(case, case.a)

    assert NAME in read(inquiry, case.receiver)


def test_a_retracted_offer_closes_the_identity_again(case):
    met = offer(case, bring(case, State.INTRODUCED))
    assert NAME in read(met, case.receiver)

    services.retract(inquiry=met, reason="Personal fehlt", by=case.receiver)

    assert NAME not in read(met, case.receiver)


@pytest.mark.parametrize("state", list(State))
def test_the_holder_of_a_link_never_sees_more_than_stage_1(case, state):
    inquiry = fresh(bring(case, state))
    holder = Actor(person=None, facility=case.people.provider.pk, via=Via.LINK)

    assert visible_fields(holder, inquiry) == SEES[min(STAGES[state], 1)]


def test_the_owner_reads_everything_and_every_reading_leaves_a_record(case):
    before = AuditEntry.objects.filter(deed="client.opened").count()

    person = opened(case.client, by=case.sender, stage=3, purpose="Seite", referral=case.referral)

    assert person.full_name == f"Jutta-Prüfstein {NAME}"
    assert person["remarks"].endswith("Prüfsteinbemerkung")
    entry = AuditEntry.objects.filter(deed="client.opened").latest("id")
    assert AuditEntry.objects.filter(deed="client.opened").count() == before + 1
    assert (entry.case, entry.person, entry.facility) == (
        case.referral.pk,
        case.people.social_worker.pk,
        case.people.clinic.pk,
    )
    assert NAME not in f"{entry.detail}{entry.deed}{entry.object_kind}"


def test_a_list_of_names_is_one_record_and_only_for_the_own_facility(case):
    names = opened_names([case.client], by=case.sender, purpose="Liste")

    assert names == {case.client.pk: f"Jutta-Prüfstein {NAME}"}
    with pytest.raises(PermissionDenied):
        opened_names([case.client], by=case.receiver, purpose="Liste")


def test_a_sealed_attribute_shows_nothing_by_accident(case):
    client = fresh(bring(case, State.CONFIRMED)).referral.client

    assert NAME not in f"{client} {client.last_name} {client.last_name!r} {vars(client)}"


def test_stage_one_never_carries_more_than_it_may(case):
    inquiry = bring(case, State.CONFIRMED)

    assert NAME not in read(inquiry, case.receiver, stage=1)


def test_questions_are_read_by_both_sides_and_gone_at_the_end(case):
    inquiry = fresh(bring(case, State.QUERY))
    assert [said.text for said in opened_questions(inquiry, by=case.receiver)] == [
        "Wer stellt die Medikamente?"
    ]

    services.withdraw(inquiry=inquiry, reason="need_changed", by=case.sender)

    assert opened_questions(fresh(inquiry), by=case.receiver) == []
    assert len(opened_questions(fresh(inquiry), by=case.sender)) == 1
