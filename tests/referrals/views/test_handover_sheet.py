"""The handover on paper gives no more than the portal would show."""

import pytest

from referrals import services
from referrals.vocabulary import Category
from referrals.workflow import Kind, State
from tests.referrals.cases import NAME, bring, make_case, release_for, send

PILL = "Prüfsteinpille"


def _page(case, visit, inquiry):
    sender = visit(case.people.social_worker, case.people.clinic)
    response = sender.get("handover-sheet", inquiry.referral_id, inquiry.pk)
    assert response.status_code == 200
    return response.content.decode()


def _write(case):
    services.write_section(
        referral=case.referral, category=Category.MEDICATION, text=PILL, by=case.sender
    )


@pytest.mark.parametrize("state", [State.INTRODUCED, State.CONFIRMED, State.ARRIVED])
def test_medication_is_printed_after_the_confirmation_only(case, visit, state):
    _write(case)

    page = _page(case, visit, bring(case, state))

    assert NAME in page
    assert (PILL in page) == (state != State.INTRODUCED)


def test_before_a_known_service_has_confirmed_its_sheet_holds_name_and_contact(people, visit):
    case = make_case(people, kind=Kind.RETURN)
    _write(case)
    release_for(case)

    page = _page(case, visit, send(case, case.a))

    assert NAME in page
    assert PILL not in page
