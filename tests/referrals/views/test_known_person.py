"""Whoever the facility knows can be chosen again, however long ago it was."""

import pytest

from referrals import services
from referrals.models import Client, Stay
from referrals.views import stays
from tests.referrals.cases import identity, today


@pytest.fixture
def sender(case, visit, monkeypatch):
    """The social worker, with a list of two where the page holds hundreds."""
    monkeypatch.setattr(stays, "NEWEST", 2)
    for number in range(3):
        services.create_client(identity=identity(last_name=f"Prüfstein {number}"), by=case.sender)
    return visit(case.people.social_worker, case.people.clinic)


def _offered(page):
    return {key for key, _name in page.context["known"].fields["client"].choices if key}


def test_every_person_stands_on_one_of_the_pages(sender):
    first = sender.get("stay-new")
    second = sender.get("stay-new", nach=first.context["known"].earlier)

    assert first.context["known"].earlier in first.content.decode()
    assert _offered(first) | _offered(second) == {str(row.pk) for row in Client.objects.all()}
    assert not second.context["known"].earlier


def test_somebody_known_for_longer_is_taken_from_a_later_page(case, sender):
    response = sender.post(
        "stay-log", who="known", client=str(case.client.pk), admitted_on=today().isoformat()
    )

    assert response.status_code == 302, response.content.decode()
    assert Stay.objects.filter(client=case.client).count() == 2


@pytest.mark.parametrize("key", ["", "keine", "00000000-0000-4000-8000-000000000000"])
def test_nobody_else_is_taken(sender, key):
    response = sender.post("stay-log", who="known", client=key, admitted_on=today().isoformat())

    assert response.status_code == 200
    assert Stay.objects.count() == 1
