"""Read records of one page: one statement, in the page's transaction, or none at all."""

import pytest

from core import audit
from core.actor import SCHEDULER
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


def deeds():
    return list(AuditEntry.objects.order_by("id").values_list("deed", flat=True))


def test_entries_of_one_page_are_written_together_in_their_order(django_assert_num_queries):
    with django_assert_num_queries(1), audit.gathered():
        audit.record(by=SCHEDULER, deed="first")
        audit.record(by=SCHEDULER, deed="second")

    assert deeds() == ["first", "second"]


def half_a_page():
    with audit.gathered():
        audit.record(by=SCHEDULER, deed="first")
        raise ZeroDivisionError


def test_a_page_that_was_not_read_to_its_end_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError):
        half_a_page()

    audit.record(by=SCHEDULER, deed="later")

    assert deeds() == ["later"]


def test_a_deed_is_written_at_once():
    audit.record(by=SCHEDULER, deed="done")

    assert deeds() == ["done"]
