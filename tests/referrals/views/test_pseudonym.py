"""Nobody who is asked learns who the person is, on whatever page, before the person wants it."""

from dataclasses import asdict

import pytest
from django.urls import reverse

from referrals import services
from referrals.models import Inquiry, Stay
from referrals.models.handover import SECTIONS
from referrals.views.step_pages import PAGES
from referrals.workflow import State
from tests.factories import UnitFactory
from tests.referrals.cases import NAME, PATHS, identity, make_case, offer, release_for, send

PLANTED = (
    *(str(text) for name, text in asdict(identity()).items() if name != "birth_date"),
    "Prüfstein",
    "17.05.1984",
    "1984-05-17",
    "Station 7",
)
OPEN = {State.INTRODUCED, State.CONFIRMED, State.ARRIVED, State.COMPLETED}
PRESSED = {State.REQUESTED, State.OFFERED, State.DECLINED}
REMARK = "Prüfsteinbemerkung"


def _texts(receiver, inquiry):
    """Every page and every refusal the receiver can get about one inquiry."""
    yield receiver.get("inquiry", inquiry.pk)
    yield receiver.get("inquiry-sheet", inquiry.pk)
    for shows in ("offen", "wartet", "beendet"):
        yield receiver.get("inquiries", zeige=shows)
    for page in PAGES if inquiry.state in PRESSED else ():
        yield receiver.get("inquiry", inquiry.pk, schritt=page.word)
        yield receiver.post("inquiry-step", inquiry.pk, page.word, version="999")
    yield receiver.client.get("/aufgaben/")


@pytest.mark.parametrize("state", [state for state in PATHS if state not in OPEN])
def test_no_page_at_stage_1_names_the_person(people, visit, state):
    case = make_case(people)
    Stay.objects.update(unit=UnitFactory(facility=people.clinic, name="Station 7"))
    for category in SECTIONS:
        services.write_section(
            referral=case.referral, category=category, text="Prüfsteinplan", by=case.sender
        )
    release_for(case)
    inquiry = PATHS[state](case)
    receiver = visit(people.intake_lead, people.provider)
    found = 404 if state == State.DRAFT else 200

    for number, response in enumerate(_texts(receiver, inquiry)):
        assert response.status_code == found if number < 2 else response.status_code < 500
        text = response.content.decode().replace(REMARK, "")
        assert not [word for word in PLANTED if word in text], response.wsgi_request.path


def test_the_name_opens_with_the_meeting_and_closes_with_the_withdrawal(people, visit):
    case = make_case(people)
    release_for(case)
    inquiry = PATHS[State.INTRODUCED](case)
    receiver = visit(people.intake, people.provider)
    sender = visit(people.social_worker, people.clinic)
    assert NAME in receiver.get("inquiry", inquiry.pk).content.decode()

    release = Inquiry.objects.get(pk=inquiry.pk).release
    sender.post("release-withdraw", case.client.pk, release.pk)

    page = receiver.get("inquiry", inquiry.pk).content.decode()
    assert NAME not in page
    assert "nicht mehr erforderlich" in page
    assert "widerrufen" not in page


def test_the_address_and_the_title_hold_no_personal_datum(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    inquiry = offer(case, send(case, case.a))
    release_for(case)
    keys = {
        "person": [case.client.pk],
        "referral": [case.referral.pk],
        "services": [case.referral.pk],
        "accesses": [case.referral.pk],
        "slip": [case.referral.pk],
        "sent-inquiry": [case.referral.pk, inquiry.pk],
    }
    for name, args in keys.items():
        response = sender.get(name, *args)
        title = response.content.decode().partition("<title>")[2].partition("</title>")[0]
        assert response.status_code == 200
        assert "Prüfstein" not in title
        assert "Prüfstein" not in reverse(f"referrals:{name}", args=args)


def test_a_slip_names_nobody_but_those_who_help(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    release_for(case)

    text = sender.get("slip", case.referral.pk).content.decode()

    assert "Prüfstein" not in text
    assert case.people.provider.name in text
