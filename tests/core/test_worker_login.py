"""All that the worker does, done once with the rights of ``gpv_worker`` and no others."""

from datetime import timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from django.conf import settings
from django.db.models.expressions import RawSQL

from conferences.models import CaseConference
from conferences.services import recording, scheduling
from conferences.workflow import CaseState
from core import audit, clock, outbox
from core.actor import SCHEDULER
from core.models import AuditEntry, AuditSeal, FormReceipt, OutboxMessage, StoredFile
from gpv_portal.celery import app
from network.models import DirectoryUpload, SavedSearch, Service, Subscription
from referrals.deadlines import DRAFT_WARNED
from referrals.models import Inquiry, Referral, Release
from referrals.services import withdraw_release
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.conferences import tables
from tests.core.database_logins import database_user, signed_in_as
from tests.core.everything_that_waits import one_of_each_kind, write_everything
from tests.factories import ContactFactory, RegionFactory, ServiceFactory
from tests.matrix.objects import make_objects
from tests.referrals.cases import bring, give_up, in_days, make_case, send

pytestmark = pytest.mark.django_db(transaction=True)

WORKER = "gpv_worker"


def test_the_worker_does_every_kind_of_work(people, mailbox):
    write_everything(people)
    waiting = one_of_each_kind()
    assert waiting.keys() == {kind for kind in outbox.HANDLERS if not kind.startswith("test.")}
    idle = {}

    with signed_in_as(WORKER):
        assert database_user() == WORKER
        for kind, message in waiting.items():
            before = _brought_about(mailbox)
            if not outbox.deliver(message.pk):
                idle[kind] = OutboxMessage.objects.get(pk=message.pk).note
            elif _brought_about(mailbox) == before:
                idle[kind] = "nothing came of it"

    assert idle == {}


def _brought_about(mailbox):
    """Mails, files and further messages there are by now."""
    return len(mailbox.mails) + StoredFile.objects.count() + OutboxMessage.objects.count()


def _all_that_time_brings(people):
    now = clock.now()
    inquiries = {
        "expired": (State.REQUESTED, {"expires_at": now}),
        "completed": (State.ARRIVED, {"arrived_at": now - timedelta(days=28)}),
        "discarded": (State.DRAFT, {"created_at": now - timedelta(days=31)}),
        "warned": (State.DRAFT, {"created_at": now - DRAFT_WARNED - timedelta(hours=1)}),
        "reminded": (
            State.REQUESTED,
            {
                "remind_at": now,
                "due_at": now,
                "lead_remind_at": now,
                "expires_at": now + timedelta(days=1),
            },
        ),
    }
    for state, changes in inquiries.values():
        Inquiry.objects.filter(pk=bring(make_case(people), state).pk).update(**changes)
    lapsed = bring(make_case(people), State.CONFIRMED)
    Release.objects.filter(client=lapsed.client).update(
        valid_from=in_days(-9), valid_until=in_days(-1)
    )
    ended = make_case(people)
    send(ended, ended.b)
    give_up(ended.b)
    waiting = make_case(people)
    send(waiting, waiting.a)
    Referral.objects.filter(pk=waiting.referral.pk).update(first_sent_at=now - timedelta(days=15))


def _deadlines_of_cases(people):
    _all_that_time_brings(people)
    yield
    assert not Inquiry.objects.filter(expires_at__lte=clock.now()).exists()


def _deadlines_of_tables(people):
    unread, uncovered = (
        tables.propose(people, tables.make_client(people.clinic)) for _ in range(2)
    )
    for table in (unread, uncovered):
        tables.schedule(table, people)
        scheduling.invite(conference=table.now(), by=table.owner)
    tables.hold(unread)
    tables.write(unread)
    recording.present(conference=unread.now(), by=unread.owner)
    CaseConference.objects.filter(pk=unread.conference.pk).update(
        delivered_on=clock.today() - timedelta(days=8)
    )
    release = Release.objects.get(client=uncovered.conference.client)
    withdraw_release(release=release, by=uncovered.owner)
    yield
    states = (unread.now().state, uncovered.now().state)
    assert states == (CaseState.MINUTES_RELEASED, CaseState.RESTRICTED)


def _audit(people):
    audit.record(by=SCHEDULER, deed="test")
    AuditEntry.objects.update(at=clock.now() - timedelta(hours=1))
    yield
    assert AuditSeal.objects.exists()


def _lost_messages(people):
    case = make_case(people)
    send(case, case.a)
    yield
    assert not OutboxMessage.objects.filter(state="pending").exists()
    app.control.purge()


def _what_has_had_its_time(people):
    FormReceipt.objects.create(
        user=people.intake, key=uuid4(), created_at=clock.now() - timedelta(days=3)
    )
    yield
    assert not FormReceipt.objects.exists()


def _entries_that_grow_old(people):
    ServiceFactory(facility=people.clinic, verified_on=in_days(-190))
    done = ServiceFactory(facility=people.clinic, verified_on=clock.today())
    done.suggestions.create(
        text="Alt", state="accepted", decided_at=clock.now() - timedelta(days=91)
    )
    yield
    assert OutboxMessage.objects.filter(kind="network.entry_review").count() == 1
    assert not done.suggestions.exists()


def _contacts_that_grow_old(people):
    ContactFactory(facility=people.clinic, email="haus@example.org", confirmed_on=in_days(-100))
    yield
    assert OutboxMessage.objects.filter(kind="network.contact_question").count() == 1


def _addresses_nobody_confirmed(people):
    region = people.clinic.organisation.region
    Subscription.objects.create(
        region=region,
        email="fremd@example.org",
        asked_at=clock.now(),
        created_at=clock.now() - timedelta(days=8),
    )
    yield
    assert not Subscription.objects.exists()


def _lists_nobody_carried_out(people):
    make_objects("upload", people)
    DirectoryUpload.objects.update(until=clock.now())
    yield
    assert not DirectoryUpload.objects.exists()
    assert not StoredFile.objects.exists()


def _sheets_to_print(people):
    yield
    asked = OutboxMessage.objects.filter(kind="network.sheets_ordered")
    assert asked.filter(object_id=people.clinic.organisation.region_id).count() == 1


def _searches_with_news(people):
    region = people.clinic.organisation.region
    kept = SavedSearch.objects.create(person=people.intake, region=region, name="Alle")
    SavedSearch.objects.create(person=people.no_role, region=region, name="Gegangen")
    ServiceFactory(region=region)
    yield
    assert OutboxMessage.objects.filter(kind="network.search_news").get().object_id == kept.pk
    assert SavedSearch.objects.get() == kept


def _regions_that_lie_scattered(people):
    regions = [RegionFactory(), RegionFactory(slug="fern", name="Kreis Fern")]
    for number in range(6):
        ServiceFactory(region=regions[number % 2])
    assert _moves_between_regions(regions) == 5
    yield
    assert _moves_between_regions(regions) == 1


def _moves_between_regions(regions):
    """How often the region changes from one row on the disk to the next."""
    rows = Service.objects.filter(region__in=regions)
    lie = rows.order_by(RawSQL("ctid", ())).values_list("region", flat=True)  # place on the disk
    return sum(one != other for one, other in pairwise(lie))


BEAT = {
    "core.tasks.forget": _what_has_had_its_time,
    "core.tasks.sweep": _lost_messages,
    "core.tasks.seal_audit": _audit,
    "referrals.tasks.watch_deadlines": _deadlines_of_cases,
    "conferences.tasks.watch_deadlines": _deadlines_of_tables,
    "network.tasks.watch_entries": _entries_that_grow_old,
    "network.tasks.ask_owners": _contacts_that_grow_old,
    "network.tasks.forget_subscriptions": _addresses_nobody_confirmed,
    "network.tasks.forget_uploads": _lists_nobody_carried_out,
    "network.tasks.watch_sheets": _sheets_to_print,
    "network.tasks.watch_searches": _searches_with_news,
    "network.tasks.put_regions_together": _regions_that_lie_scattered,
}


def test_every_task_of_the_schedule_is_here():
    assert {row["task"] for row in settings.CELERY_BEAT_SCHEDULE.values()} == BEAT.keys()


@pytest.mark.parametrize("task", BEAT)
def test_the_worker_does_every_task_of_the_schedule(people, task):
    story = BEAT[task](people)
    next(story)

    with signed_in_as(WORKER):
        assert app.tasks[task].apply().get() is None

    assert next(story, "through") == "through"


def test_the_worker_does_all_that_time_brings(people):
    _all_that_time_brings(people)

    with signed_in_as(WORKER):
        done = clockwork.run()

    assert [name for name, times in done.items() if not times] == []
