"""The invented cases show every state, and nothing in them is untrue."""

import datetime as dt
from collections import Counter

from core import clock
from core.models import AuditEntry, OutboxMessage
from demo_region.tables.clients import CLIENTS
from referrals.models import Client, Inquiry, InquiryEvent, Referral, Release, Stay
from referrals.workflow import FINAL, OPEN, Kind, State


def test_there_are_sixty_people_and_twice_as_many_referrals(loaded):
    assert Client.objects.count() == 60
    assert Referral.objects.count() == 120
    assert len({(each.last_name, each.first_name) for each in CLIENTS}) == 60


def test_every_state_and_every_kind_is_there(loaded):
    assert set(Inquiry.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Referral.objects.values_list("kind", flat=True)) == set(Kind.values)


def test_every_open_inquiry_has_an_owner_and_a_time_and_no_ended_one_has(loaded):
    still = Inquiry.objects.filter(state__in=OPEN)

    assert not still.filter(due_side="").exists()
    assert not still.filter(due_at=None).exists()
    assert not Inquiry.objects.filter(state__in=FINAL, due_at__isnull=False).exists()


def test_the_clockwork_finds_nothing_to_end_at_once(loaded):
    soon = clock.now() + dt.timedelta(hours=1)

    assert not Inquiry.objects.filter(expires_at__lte=soon).exists()


def test_nothing_has_happened_in_the_future(loaded):
    assert not InquiryEvent.objects.filter(at__gt=clock.now()).exists()
    assert not AuditEntry.objects.filter(at__gt=clock.now()).exists()
    assert not Stay.objects.filter(discharged_on__gt=clock.today()).exists()


def test_replaying_the_events_gives_the_state(loaded):
    last = {e.inquiry_id: e.to_state for e in InquiryEvent.objects.order_by("number")}

    assert all(
        last.get(inquiry.pk, "draft") == inquiry.state
        for inquiry in Inquiry.objects.only("pk", "state")
    )


def test_the_story_is_set_up(loaded):
    today = clock.today()
    left = Stay.objects.filter(discharged_on__isnull=False, settled_at=None)
    offered = Counter(
        Inquiry.objects.filter(state=State.OFFERED).values_list("referral", flat=True)
    )

    assert max(offered.values()) == 2
    assert Inquiry.objects.filter(state=State.QUERY, due_at__lt=clock.now()).exists()
    assert Inquiry.objects.filter(referral__kind=Kind.RETURN, state=State.REQUESTED).exists()
    assert Referral.objects.filter(stay__in=left, inquiries__state=State.FAILED).exists()
    assert Stay.objects.filter(discharged_on=None, planned_discharge_on__gt=today).count() > 20
    assert Release.objects.filter(valid_until__gte=today).count() > 5


def test_some_services_are_answered_for_by_the_sender(loaded):
    assert Inquiry.objects.filter(by_proxy=True).exists()


def test_mails_of_the_past_are_not_sent_again(loaded):
    midnight = clock.start_of(clock.today())
    waiting = OutboxMessage.objects.filter(state="pending", created_at__lt=midnight)

    assert not waiting.exclude(kind__endswith="_pdf").exists()
