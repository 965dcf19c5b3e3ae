"""Two people at once, on PostgreSQL: exactly one wins, and nothing is told after a withdrawal.

Tripped by planted faults: without the locks of ``engine.steps``, and with the inquiry locked before
its referral, both fail the siblings. Here the withdrawal comes by chance before or behind the
disclosure; ``tests/races/test_withdrawals.py`` tries both orders.
"""

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from core.errors import Refused
from referrals import services
from referrals.access import opened
from referrals.models import Inquiry, Release
from referrals.workflow import OPEN, State
from tests.people import acting, make
from tests.referrals.cases import NAME, another_referral, make_case, offer, release_for, send

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

SIBLINGS, WITHDRAWALS = 40, 100


def together(*deeds: Callable[[], object]) -> list[object]:
    """Do all at the same moment, each in a thread and connection of its own."""
    barrier, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number: int, deed: Callable[[], object]) -> None:
        barrier.wait()
        try:
            results[number] = deed()
        except (Refused, PermissionDenied) as refusal:
            results[number] = refusal
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(number, deed)) for number, deed in enumerate(deeds)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def two_offers(case):
    """Services A and B both offer, both covered by releases."""
    if not Release.objects.filter(client=case.client).exists():
        release_for(case, case.people.provider, case.people.other_provider)
    other = acting(case.people.other_intake, case.people.other_provider)
    return offer(case, send(case, case.a)), offer(case, send(case, case.b), by=other)


def test_of_two_siblings_confirmed_at_once_exactly_one_wins():
    case = make_case(make())

    for _ in range(SIBLINGS):
        case = another_referral(case)
        first, second = two_offers(case)

        results = together(
            lambda: services.confirm(inquiry=first, by=case.sender),  # noqa: B023 - run at once
            lambda: services.confirm(inquiry=second, by=case.sender),  # noqa: B023 - run at once
        )

        won = [row for row in results if isinstance(row, Inquiry)]
        lost = [row for row in results if isinstance(row, Refused)]
        assert (len(won), len(lost)) == (1, 1), results
        assert str(lost[0]).endswith(".")
        states = Inquiry.objects.filter(referral=case.referral).values_list("state", flat=True)
        assert sorted(states) == [State.CONFIRMED, State.SUPERSEDED]


def test_nothing_is_disclosed_after_the_release_was_withdrawn():
    case = make_case(make())

    for _ in range(WITHDRAWALS):
        case = another_referral(case)
        release = release_for(case)
        inquiry = offer(case, send(case, case.a))

        results = together(
            lambda: services.confirm(inquiry=inquiry, by=case.sender),  # noqa: B023 - run at once
            lambda: services.withdraw_release(release=release, by=case.sender),  # noqa: B023 - as above
        )

        row = Inquiry.objects.select_related("referral", "client__data_key").get(pk=inquiry.pk)
        assert not [r for r in results if isinstance(r, Exception) and not isinstance(r, Refused)]
        assert row.state in {State.OFFERED, State.WITHDRAWN}
        assert not row.identity_open
        texts = opened(row.client, by=case.receiver, stage=3, purpose="Seite", inquiry=row).texts
        assert NAME not in texts.values()


def test_two_colleagues_who_claim_at_once_are_told_apart():
    case = make_case(make())
    inquiry = send(case, case.a)

    results = together(
        lambda: services.claim(inquiry=inquiry, by=case.receiver),
        lambda: services.claim(inquiry=inquiry, by=case.lead),
    )

    assert sorted(type(row).__name__ for row in results) == ["Inquiry", "StepRefused"]
    assert Inquiry.objects.get(pk=inquiry.pk).events.filter(step="claim").count() == 1


def test_the_same_service_is_asked_once_however_often_one_presses():
    case = make_case(make())

    results = together(
        *(
            lambda: services.draft(referral=case.referral, service=case.a, by=case.sender)
            for _ in range(4)
        )
    )

    assert sum(isinstance(row, Inquiry) for row in results) == 1
    assert Inquiry.objects.filter(client=case.client, state__in=OPEN).count() == 1
