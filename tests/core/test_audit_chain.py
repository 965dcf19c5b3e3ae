"""The audit chain shows that nothing was changed or left out."""

import pytest

from core import audit, sealer
from core.actor import SCHEDULER
from core.database import take_role
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed_entries():
    for number in range(3):
        audit.record(by=SCHEDULER, deed=f"deed.{number}")
        sealer.seal_new()
    return list(AuditEntry.objects.order_by("id"))


def test_an_untouched_chain_holds(sealed_entries):
    assert sealer.first_broken_seal() is None


def test_a_changed_entry_breaks_the_chain(sealed_entries):
    AuditEntry.objects.filter(pk=sealed_entries[1].pk).update(deed="something else")

    assert sealer.first_broken_seal().last_entry == sealed_entries[1].pk


def test_a_removed_entry_breaks_the_chain(sealed_entries):
    gone = sealed_entries[0].pk
    AuditEntry.objects.filter(pk=gone).delete()

    assert sealer.first_broken_seal().last_entry == gone


def test_the_worker_may_seal(sealed_entries):
    audit.record(by=SCHEDULER, deed="deed.last")
    take_role("gpv_worker")

    assert sealer.seal_new() == 1
