"""Who reads the notes, the reasons and the places that one side wrote about a case."""

from datetime import timedelta

import pytest

from core import clock
from core.actor import SCHEDULER
from referrals import services
from referrals.access import opened_appointments, opened_history
from referrals.models import Appointment, Inquiry, Release
from referrals.reasons import Decline, Fail, NextStep, Withdraw
from referrals.workflow import State
from tests.people import acting
from tests.referrals.cases import bring, moment_in
from tests.referrals.reading import fresh

NOTE = "Prüfsteinnotiz vom Flur"
PLACE = "Prüfsteinhof 3"
NEXT = NextStep.NEW_SEARCH
S, R = "sender", "receiver"

# fmt: off
WRITTEN = {
    "the service takes its offer back": (State.OFFERED, R, {S, R}, lambda row, by:
        services.retract(inquiry=row, reason=NOTE, by=by)),
    "the service takes the contact back": (State.ARRIVED, R, {S, R}, lambda row, by:
        services.undo_contact(inquiry=row, reason=NOTE, by=by)),
    "the service declines": (State.IN_REVIEW, R, {S}, lambda row, by:
        services.decline(inquiry=row, reason=Decline.STAFF, note=NOTE, by=by)),
    "the service lets the place go": (State.CONFIRMED, R, {S}, lambda row, by:
        services.fail(inquiry=row, reason=Fail.PLACE_LOST, next_step=NEXT, note=NOTE, by=by)),
    "the sender lets the place go": (State.CONFIRMED, S, {S}, lambda row, by:
        services.fail(inquiry=row, reason=Fail.MOVED, next_step=NEXT, note=NOTE, by=by)),
    "the sender asks no more": (State.IN_REVIEW, S, {S}, lambda row, by:
        services.withdraw(inquiry=row, reason=Withdraw.OTHER_CHOICE, note=NOTE, by=by)),
    "the sender asks again": (State.DECLINED, S, {S}, lambda row, by:
        services.reopen(inquiry=row, note=NOTE, by=by)),
}
"""From which state, who writes, who reads it afterwards, and the deed."""
REASONS = {
    "declined, asked again": (State.DECLINED, "no_place", {S, R}),
    "run out, asked again": (State.EXPIRED, "no_answer", {S}),
}
# fmt: on


@pytest.fixture
def readers(case):
    """Both sides, the lead of the asked house, and the coordination that was asked to help."""
    return {
        S: case.sender,
        R: case.receiver,
        "coordination": acting(case.people.coordinator, case.people.office),
        "stranger": acting(case.people.other_intake, case.people.other_provider),
        "data protection": acting(case.people.data_protection, case.people.clinic),
    }


def reading(readers, inquiry, attribute):
    """The readers to whom a word of the history stands open."""
    Inquiry.objects.filter(pk=inquiry.pk).update(escalated_to=readers["coordination"].facility)
    seen = {who: opened_history(fresh(inquiry), by=actor) for who, actor in readers.items()}
    return {who for who, happened in seen.items() if any(map(attribute, happened))}


@pytest.mark.parametrize("deed", WRITTEN)
def test_a_note_is_read_by_those_it_was_written_for(case, readers, deed):
    state, writer, expected, write = WRITTEN[deed]
    inquiry = bring(case, state)

    write(inquiry, readers[writer])

    assert reading(readers, inquiry, lambda happened: NOTE in happened.note) == expected


@pytest.mark.parametrize("way", REASONS)
def test_a_reason_of_before_is_read_by_its_side_and_the_sender(case, readers, way):
    state, reason, expected = REASONS[way]
    inquiry = services.reopen(inquiry=bring(case, state), note="Neuer Stand", by=case.sender)

    assert reading(readers, inquiry, lambda h: h.row.reason == reason) == expected


def test_the_page_of_the_service_shows_no_note_of_the_sender(case, visit):
    inquiry = bring(case, State.DECLINED)
    services.reopen(inquiry=inquiry, note=NOTE, by=case.sender)

    asked = visit(case.people.intake, case.people.provider).get("inquiry", inquiry.pk)
    asking = visit(case.people.social_worker, case.people.clinic).get(
        "sent-inquiry", case.referral.pk, inquiry.pk
    )

    assert (asked.status_code, NOTE in asked.content.decode()) == (200, False)
    assert (asking.status_code, NOTE in asking.content.decode()) == (200, True)


@pytest.fixture
def place_of(case, visit):
    """Whether the service reads where the first appointment is, by the call and on its page."""
    receiver = visit(case.people.intake, case.people.provider)

    def found(inquiry):
        called = [m.place for m in opened_appointments(fresh(inquiry), by=case.receiver)]
        page = receiver.get("inquiry", inquiry.pk)
        assert page.status_code == 200
        assert (PLACE in page.content.decode()) == (PLACE in called)
        return PLACE in called

    return found


def test_the_place_of_an_appointment_is_open_while_the_release_holds(case, place_of):
    inquiry = bring(case, State.CONFIRMED)
    services.schedule(
        inquiry=inquiry, starts_at=moment_in(1), place=PLACE, with_whom="S. Arslan", by=case.sender
    )
    assert place_of(inquiry)

    yesterday = clock.today() - timedelta(days=1)
    Release.objects.update(valid_from=yesterday, valid_until=yesterday)

    assert not place_of(inquiry)


def test_a_place_entered_before_the_choice_is_closed_to_the_service(case, place_of):
    inquiry = bring(case, State.OFFERED)
    row = Appointment(inquiry=inquiry, series=inquiry.pk, starts_at=moment_in(1), with_whom="S. A.")
    row.seal(place=PLACE)
    row.save()
    assert not place_of(inquiry)

    services.confirm(inquiry=inquiry, by=case.sender)

    assert place_of(inquiry)


@pytest.mark.parametrize("who", ["coordination", "stranger", "scheduler"])
def test_nobody_else_reads_the_place(case, readers, who):
    inquiry = bring(case, State.CONFIRMED)
    services.schedule(
        inquiry=inquiry, starts_at=moment_in(1), place=PLACE, with_whom="S. Arslan", by=case.sender
    )
    Inquiry.objects.update(escalated_to=case.people.office)

    assert opened_appointments(fresh(inquiry), by={**readers, "scheduler": SCHEDULER}[who]) == []
