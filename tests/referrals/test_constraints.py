"""What the database refuses, whatever the code says."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from core import clock
from core.database import take_role
from referrals import services
from referrals.models import Inquiry, InquiryEvent, Referral, Release, Stay
from referrals.workflow import State
from tests.referrals.cases import bring, in_days, offer, release_for, send

# fmt: off
BROKEN = [
    (State.REQUESTED,  {"due_at": None},                          "referrals_open_has_owner"),
    (State.REQUESTED,  {"due_side": ""},                          "referrals_open_has_owner"),
    (State.REQUESTED,  {"ended_at": clock.now()},                 "referrals_open_has_owner"),
    (State.DECLINED,   {"ended_at": None},                        "referrals_final_has_end"),
    (State.DECLINED,   {"due_at": clock.now()},                   "referrals_final_has_end"),
    (State.DECLINED,   {"reason": "because"},                     "referrals_declined_has_reason"),
    (State.WITHDRAWN,  {"reason": ""},                            "referrals_withdrawn_has_reason"),
    (State.FAILED,     {"reason": ""},                            "referrals_failed_has_reason"),
    (State.REQUESTED,  {"sent_at": None},                         "referrals_draft_was_not_sent"),
    (State.REQUESTED,  {"agreed_on": None},                       "referrals_sent_has_agreement"),
    (State.DRAFT,      {"sent_at": clock.now(), "agreed_form": "oral", "agreed_on": "2026-01-01"},
                                                                  "referrals_sent_has_agreement"),
    (State.IN_REVIEW,  {"claimed_at": None},                      "referrals_review_has_person"),
    (State.QUERY,      {"paused_with": None},                     "referrals_query_keeps_clock"),
    (State.WAITLISTED, {"news_on": None},                         "referrals_waitlist_has_dates"),
    (State.OFFERED,    {"valid_until": None},                     "referrals_offer_is_whole"),
    (State.OFFERED,    {"deputy_name": ""},                       "referrals_offer_is_whole"),
    (State.INTRODUCED, {"meeting_on": None},                      "referrals_meeting_has_day"),
    (State.CONFIRMED,  {"chosen_on": None},                       "referrals_confirmed_is_chosen"),
    (State.CONFIRMED,  {"release": None},                         "referrals_confirmed_is_chosen"),
    (State.CONFIRMED,  {"identity_open": False},                  "referrals_confirmed_is_chosen"),
    (State.ARRIVED,    {"contact_on": None},                      "referrals_arrived_has_contact"),
    (State.COMPLETED,  {"outcome": ""},                          "referrals_completed_has_outcome"),
    (State.REQUESTED,  {"state": "accepted"},                     "referrals_inquiry_known_state"),
    (State.WITHDRAWN,  {"identity_open": True},                 "referrals_identity_closed_at_end"),
]
# fmt: on


@pytest.mark.parametrize(
    ("state", "change", "name"), BROKEN, ids=[f"{s}-{'-'.join(c)}" for s, c, _n in BROKEN]
)
def test_a_state_without_its_fields_is_refused(case, state, change, name):
    inquiry = bring(case, state)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Inquiry.objects.filter(pk=inquiry.pk).update(**change)


def test_a_second_taken_inquiry_of_a_referral_is_refused(case):
    bring(case, State.CONFIRMED)
    release_for(case, case.people.other_provider)
    second = Inquiry.objects.get(pk=bring_sibling(case).pk)
    values = Inquiry.objects.filter(state=State.CONFIRMED).values(
        "state", "due_side", "due_at", "confirmed_at", "chosen_on", "release", "identity_open",
        "identity_opened_at", "worker_name", "deputy_name",
    )  # fmt: skip

    with pytest.raises(IntegrityError, match="referrals_one_taken_inquiry"), transaction.atomic():
        Inquiry.objects.filter(pk=second.pk).update(**values.get(), ended_at=None)


def bring_sibling(case):
    """A sibling that was superseded when A was confirmed."""
    row = Inquiry(
        referral=case.referral,
        client=case.client,
        service=case.b,
        sender_facility=case.people.clinic,
        receiver_facility=case.people.other_provider,
        state=State.SUPERSEDED,
        ended_at=clock.now(),
        sent_at=clock.now(),
        agreed_on=in_days(0),
        agreed_form="oral",
    )
    row.save()
    return row


def test_a_second_live_inquiry_to_the_same_service_is_refused(case):
    send(case, case.a)
    second = services.draft(referral=case.referral, service=case.b, by=case.sender)

    with pytest.raises(IntegrityError, match="referrals_one_live_inquiry"), transaction.atomic():
        Inquiry.objects.filter(pk=second.pk).update(service=case.a)


def test_a_discharge_before_admission_is_refused(case):
    with pytest.raises(IntegrityError, match="left_after_admission"), transaction.atomic():
        Stay.objects.filter(pk=case.stay.pk).update(
            discharged_on=in_days(-40), discharge_kind="regular", contact_due_at=clock.now()
        )


def test_a_release_that_ends_before_it_begins_is_refused(case):
    release = release_for(case)

    with pytest.raises(IntegrityError, match="ends_after_start"), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(valid_until=in_days(-1))


def test_an_escalation_without_agreement_is_refused(case):
    with pytest.raises(IntegrityError, match="escalated_with_consent"), transaction.atomic():
        Referral.objects.filter(pk=case.referral.pk).update(
            escalated_to=case.people.office, escalation_agreed=False
        )


def tamper(role, deed):
    """Change or remove every event as a role of the portal."""
    take_role(role)
    rows = InquiryEvent.objects.all()
    return rows.update(step="claim") if deed == "update" else rows._raw_delete("default")


@pytest.mark.parametrize("role", ["gpv_web", "gpv_worker"])
@pytest.mark.parametrize("deed", ["update", "delete"])
def test_events_are_only_ever_added(case, role, deed):
    bring(case, State.IN_REVIEW)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        tamper(role, deed)


def test_the_web_role_owns_nothing(case):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'referrals_%%'"
            " AND tableowner IN ('gpv_web', 'gpv_worker')"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("state", sorted(set(State) - {State.DRAFT}))
def test_replaying_the_events_gives_the_state(case, state):
    inquiry = Inquiry.objects.get(pk=bring(case, State(state)).pk)

    replayed, numbers = State.DRAFT, []
    for event in inquiry.events.order_by("number"):
        assert event.from_state == replayed
        replayed = State(event.to_state)
        numbers.append(event.number)

    assert replayed == inquiry.state
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == inquiry.version


def test_an_offer_can_be_made_again_after_it_was_retracted(case):
    inquiry = bring(case, State.OFFERED)
    services.retract(inquiry=inquiry, reason="Personal fehlt", by=case.receiver)

    again = offer(case, Inquiry.objects.get(pk=inquiry.pk))

    assert again.state == State.OFFERED
