"""What the first contact does to the appointment, and what taking it back restores."""

from datetime import timedelta

import pytest

from core import clock
from referrals import services
from referrals.models import Appointment
from referrals.vocabulary import AppointmentState, ContactKind
from referrals.workflow import State
from tests.referrals.cases import bring, discharge, moment_in, today


def _appointment(inquiry, *, by, past):
    services.schedule(
        inquiry=inquiry, starts_at=moment_in(2), place="Büro", with_whom="S. Arslan", by=by
    )
    if past:
        Appointment.objects.update(starts_at=clock.now() - timedelta(hours=1))


@pytest.fixture
def seen(case):
    """The first contact of a person whose appointment lies in the past or the future."""

    def meet(*, past):
        inquiry = bring(case, State.CONFIRMED)
        _appointment(inquiry, by=case.receiver, past=past)
        discharge(case)
        return services.contact(
            inquiry=inquiry, contact_on=today(), kind=ContactKind.TELEPHONE, by=case.receiver
        )

    return meet


def _state():
    return Appointment.objects.get().state


def test_an_appointment_that_has_been_is_kept(seen):
    seen(past=True)

    assert _state() == AppointmentState.KEPT


def test_one_that_is_still_to_come_stays_planned(seen):
    seen(past=False)

    assert _state() == AppointmentState.PLANNED


def test_taking_the_contact_back_plans_the_appointment_again(case, seen):
    inquiry = seen(past=True)

    services.undo_contact(inquiry=inquiry, reason="Verwechselt", by=case.receiver)

    assert _state() == AppointmentState.PLANNED


def test_a_moved_appointment_is_not_planned_again(case, seen):
    inquiry = bring(case, State.CONFIRMED)
    _appointment(inquiry, by=case.receiver, past=True)
    services.reschedule(
        inquiry=inquiry,
        starts_at=moment_in(1),
        place="Büro",
        with_whom="S. Arslan",
        by=case.receiver,
    )
    Appointment.objects.filter(state="planned").update(starts_at=clock.now() - timedelta(hours=1))
    discharge(case)
    services.contact(
        inquiry=inquiry, contact_on=today(), kind=ContactKind.IN_PERSON, by=case.receiver
    )

    services.undo_contact(inquiry=inquiry, reason="Verwechselt", by=case.receiver)

    states = sorted(Appointment.objects.values_list("state", flat=True))
    assert states == [AppointmentState.MOVED, AppointmentState.PLANNED]
