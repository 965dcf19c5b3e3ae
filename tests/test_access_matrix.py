"""Every address, seen by every kind of visitor."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.checks import every_view_is_guarded, project_patterns
from core.models import AuditEntry
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects
from tests.matrix.row import VISITORS


def test_every_address_has_a_row():
    assert {name for name, _ in project_patterns()} == MATRIX.keys()


def test_every_view_is_guarded():
    assert every_view_is_guarded(None) == []


@pytest.mark.parametrize("address", MATRIX)
@pytest.mark.django_db
def test_matrix(people, address):
    row = MATRIX[address]
    target = reverse(address, kwargs=make_objects(row.about, people))

    seen = {visitor: visit(people, row, target, visitor) for visitor in VISITORS}

    assert seen == row.statuses


def visit(people, row, target, visitor):
    """The status one visitor gets; what the visit wrote is rolled back."""
    client = Client()
    with transaction.atomic():
        if visitor != "anonymous":
            client.force_login(getattr(people, visitor))
        before = AuditEntry.objects.exclude(case=None).count()
        answer = getattr(client, row.method)(target, dict(row.send))
        if row.case_page and answer.status_code == 200:
            assert AuditEntry.objects.exclude(case=None).count() > before, "read without a trace"
        transaction.set_rollback(True)
    return answer.status_code
