"""One bad row or a long line of waiting ones does not stop the clockwork."""

from datetime import timedelta

from core import clock
from core import rows as batches
from referrals.models import Inquiry, Referral
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.factories import ServiceFactory
from tests.referrals.cases import open_another, send


def _all(case, number):
    rows = [send(case, case.a), send(case, case.b)]
    rows += [send(case, ServiceFactory(facility=case.people.provider)) for _n in range(number - 2)]
    return sorted(rows, key=lambda row: row.pk)


def test_a_row_that_cannot_be_worked_on_does_not_stop_the_others(case, caplog):
    first, *others = _all(case, 3)
    Inquiry.objects.update(expires_at=clock.now())
    _break(first)

    done = clockwork.run()

    assert done["expired"] == 2
    assert Inquiry.objects.get(pk=first.pk).state == State.REQUESTED
    assert {Inquiry.objects.get(pk=row.pk).state for row in others} == {State.EXPIRED}
    said = caplog.text
    assert str(first.pk) in said
    assert "IntegrityError" in said


def _break(inquiry):
    """An event already has the number that the next one takes."""
    Inquiry.objects.filter(pk=inquiry.pk).update(version=1)


def test_rows_that_were_reminded_do_not_keep_the_others_from_it(case, monkeypatch):
    monkeypatch.setattr(batches, "BATCH", 2)
    rows = _all(case, 5)
    now = clock.now()
    Inquiry.objects.update(due_at=now, remind_at=None, lead_remind_at=None, expires_at=None)

    assert clockwork.run()["due"] == len(rows)
    assert clockwork.run()["due"] == 0


def test_referrals_that_cannot_escalate_do_not_keep_the_others_from_it(case, monkeypatch):
    monkeypatch.setattr(batches, "BATCH", 1)
    people = case.people
    type(people.office).objects.filter(pk=people.office.pk).update(
        organisation=people.clinic.organisation
    )
    offered, waiting = sorted([_another(case), case.referral], key=lambda row: row.pk)
    case.referral = offered
    inquiry = send(case, case.a)
    Inquiry.objects.filter(pk=inquiry.pk).update(
        state=State.OFFERED,
        start_on=clock.today(),
        valid_until=now_in(5),
        worker_name="Selma Arslan",
        deputy_name="Lea Onwudiwe",
        binding="binding",
    )
    case.referral = waiting
    send(case, case.b)
    Referral.objects.update(first_sent_at=clock.now() - timedelta(days=15))

    assert clockwork.run()["escalated"] == 1
    assert Referral.objects.get(pk=waiting.pk).escalated_to_id == people.office.pk


def now_in(days):
    """A moment from now on."""
    return clock.now() + timedelta(days=days)


def _another(case):
    from referrals import services

    row = open_another(case, needs=["work"])
    return services.record_escalation_consent(
        referral=row, agreed=True, agreed_on=clock.today(), by=case.sender
    )
