"""Every address, seen by every kind of visitor."""

import pytest
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


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("address", MATRIX)
@pytest.mark.django_db
def test_matrix(client, people, address, visitor):
    row = MATRIX[address]
    objects = make_objects(row.about, people)
    if visitor != "anonymous":
        client.force_login(getattr(people, visitor))

    answer = getattr(client, row.method)(reverse(address, kwargs=objects), dict(row.send))

    assert answer.status_code == row.statuses[visitor]
    if row.case_page and answer.status_code == 200:
        assert AuditEntry.objects.exclude(case=None).filter(deed__endswith="opened").count() == 1
