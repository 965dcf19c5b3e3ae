"""The audit chain shows that nothing was changed or left out."""

import datetime as dt
import io
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from core import audit, sealer
from core.actor import SCHEDULER
from core.database import take_role
from core.models import AuditEntry, AuditSeal

pytestmark = pytest.mark.django_db


NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def later(time_machine):
    """Go on to so many minutes after noon."""

    def go_on(minutes):
        time_machine.move_to(NOON + dt.timedelta(minutes=minutes), tick=False)

    go_on(0)
    return go_on


@pytest.fixture
def sealed_entries(later):
    for number in range(3):
        audit.record(by=SCHEDULER, deed=f"deed.{number}", detail="planned")
        later(20 * (number + 1))
        sealer.seal_new()
    return list(AuditEntry.objects.order_by("id"))


def test_an_untouched_chain_holds(sealed_entries):
    assert sealer.first_broken_seal() is None


@pytest.mark.parametrize(
    "change",
    [
        {"deed": "something else"},
        {"detail": "held"},
        {"object_kind": "referrals.inquiry"},
        {"at": NOON},
        {"person": UUID(int=1)},
        {"facility": UUID(int=1)},
        {"case": UUID(int=1)},
        {"object_id": UUID(int=1)},
        {"via": "web"},
    ],
)
def test_a_changed_entry_breaks_the_chain(sealed_entries, change):
    AuditEntry.objects.filter(pk=sealed_entries[1].pk).update(**change)

    assert sealer.first_broken_seal().last_entry == sealed_entries[1].pk


def test_a_removed_entry_breaks_the_chain(sealed_entries):
    gone = sealed_entries[0].pk
    AuditEntry.objects.filter(pk=gone).delete()

    assert sealer.first_broken_seal().last_entry == gone


def test_an_entry_that_was_put_in_breaks_the_chain(sealed_entries):
    gap = sealed_entries[1].pk
    AuditEntry.objects.filter(pk=gap).update(id=gap + 1_000_000)
    AuditEntry.objects.create(id=gap, at=NOON, via="web", deed="never done")

    assert sealer.first_broken_seal().last_entry == gap


def test_an_entry_that_is_committed_late_is_sealed_in_its_place(later):
    audit.record(by=SCHEDULER, deed="written first, committed last")
    late = AuditEntry.objects.get()
    late.delete()
    audit.record(by=SCHEDULER, deed="committed first")
    later(5)
    sealer.seal_new()
    AuditEntry.objects.bulk_create([late])

    later(20)
    sealer.seal_new()

    assert AuditSeal.objects.get().entries == 2
    assert sealer.first_broken_seal() is None


def test_the_command_says_whether_the_log_is_whole(sealed_entries):
    out = io.StringIO()
    call_command("check_audit", stdout=out)
    assert "unversehrt" in out.getvalue()

    AuditEntry.objects.filter(pk=sealed_entries[2].pk).delete()
    with pytest.raises(CommandError, match=f"und {sealed_entries[2].pk} wurde"):
        call_command("check_audit")


def test_the_worker_may_seal(sealed_entries, later):
    audit.record(by=SCHEDULER, deed="deed.last")
    later(90)
    take_role("gpv_worker")

    assert sealer.seal_new() == 1
