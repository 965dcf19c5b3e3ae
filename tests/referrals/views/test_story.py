"""Steps 1 to 3 of the main story, through the pages alone."""

import datetime as dt

import pytest

from core import clock
from network.models import Service, Unit
from referrals.models import Client, Inquiry, Referral, Stay
from referrals.workflow import State
from tests.factories import AreaFactory, ServiceFactory
from tests.people import acting

NAME = "Vogelsang-Prüfstein"


def _day(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


@pytest.fixture
def services(people):
    """A, B and C answer in the portal; D has no account."""
    made = [
        ServiceFactory(facility=facility, name=f"BeWo {letter}")
        for letter, facility in zip(
            "ABC", (people.provider, people.other_provider, people.third_provider), strict=True
        )
    ]
    return [*made, ServiceFactory(facility=None, name="BeWo D", takes_requests=False)]


def _log_stay(sender, people):
    unit = Unit.objects.create(facility=people.clinic, name="Station 2")
    area = AreaFactory(name="Lindenbrück-Süd")
    response = sender.post(
        "stay-log",
        who="new",
        last_name=NAME,
        first_name="Jutta",
        birth_date="14.03.1979",
        phone="030 23125-871",
        area=str(area.pk),
        wishes="Katze kommt mit",
        unit=str(unit.pk),
        admitted_on=_day(-20),
        planned_discharge_on=_day(7),
        planned_discharge_time="10:00",
    )
    assert response.status_code == 302, response.content.decode()
    return Client.objects.get(), Stay.objects.get()


def _open_referral(sender, client, stay, **changes):
    fields = {
        "kind": "new",
        "service_type": "bewo",
        "needs": ["daily_life", "authorities"],
        "urgency": "regular",
        "cost_state": "unknown",
        "wanted_from": _day(7),
        "remarks": "kocht gern",
        "callback_person": "Miriam Okafor-Lenz",
        "callback_phone": "030 23125-512",
        "aufenthalt": str(stay.pk),
    }
    response = sender.post("referral-open", client.pk, **{**fields, **changes})
    assert response.status_code == 302, response.content.decode()
    return Referral.objects.order_by("-created_at").first()


def _send(sender, referral, chosen):
    response = sender.post(
        "services-send",
        referral.pk,
        dienst=[str(service.pk) for service in chosen],
        agreed_on=_day(0),
        agreed_form="oral",
        escalation="yes",
    )
    assert response.status_code == 302, response.content.decode()
    return {i.service_id: i for i in Inquiry.objects.filter(referral=referral)}


def _offer(receiver, name, *keys, person, deputy):
    response = receiver.post(
        name,
        *keys,
        "anbieten",
        start_on=_day(7),
        worker=person,
        deputy=deputy,
        valid_until_day=_day(3),
        valid_until_time="16:00",
        binding="binding",
    )
    assert response.status_code == 302, response.content.decode()


def _release(sender, client, facility):
    form = sender.get("release-new", client.pk, ueberleitung="x", einrichtung=str(facility.pk))
    assert form.status_code == 200
    response = sender.post(
        "release",
        client.pk,
        facility=str(facility.pk),
        categories=["identity", "contact", "discharge_plan"],
        valid_from=_day(0),
        valid_until=_day(300),
        form="written",
        signed_by="client",
        wording_version="2026-11-2",
    )
    assert response.status_code == 302, response.content.decode()


def _state(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk).state


def test_a_person_is_handed_over_from_the_ward_to_the_first_contact(people, services, visit):
    a, b, c, d = services
    sender = visit(people.social_worker, people.clinic)
    at_a = visit(people.intake, people.provider)
    at_b = visit(people.other_intake, people.other_provider)
    at_c = visit(people.third_intake, people.third_provider)

    # 1 the stay, the consent, three services at once and a fourth by telephone
    client, stay = _log_stay(sender, people)
    assert NAME in sender.get("discharges").content.decode()
    consent = {"given_on": _day(0), "form": "written", "signed_by": "client"}
    assert (
        sender.post("stay-step", client.pk, stay.pk, "einwilligung", **consent).status_code == 302
    )
    referral = _open_referral(sender, client, stay)
    picked = sender.get("services", referral.pk, q="").content.decode()
    assert "BeWo A" in picked
    asked = _send(sender, referral, [a, b, c, d])
    by_a, by_b, by_c, by_d = (asked[service.pk] for service in services)
    assert {_state(i) for i in asked.values()} == {State.REQUESTED}
    assert by_d.by_proxy

    # 2 B asks back and offers, A claims and offers, C declines, D answers by telephone
    assert (
        at_b.post("inquiry-step", by_b.pk, "fragen", text="Kennenlernen möglich?").status_code
        == 302
    )
    page = sender.get("referral", referral.pk).content.decode()
    assert "Kennenlernen möglich?" in page
    answer = sender.post(
        "sent-inquiry-step", referral.pk, by_b.pk, "beantworten", text="Ja, Donnerstag."
    )
    assert answer.status_code == 302
    assert "Ja, Donnerstag." in at_b.get("inquiry", by_b.pk).content.decode()
    key = {"person": str(people.other_intake.pk), "deputy": str(people.other_intake.pk)}
    _offer(at_b, "inquiry-step", by_b.pk, **key)
    assert at_a.post("inquiry-step", by_a.pk, "uebernehmen", version="2").status_code == 302
    key = {"person": str(people.intake.pk), "deputy": str(people.intake_lead.pk)}
    _offer(at_a, "inquiry-step", by_a.pk, **key)
    declined = at_c.post(
        "inquiry-step", by_c.pk, "absagen", reason="no_place", alternative=str(b.pk)
    )
    assert declined.status_code == 302
    _offer(
        sender, "sent-inquiry-step", referral.pk, by_d.pk, person="Frau Ohnekonto", deputy="Team"
    )
    page = sender.get("referral", referral.pk).content.decode()
    assert "3 Angebote liegen vor" in page
    assert "Selma Arslan" in page
    for receiver, own, other in ((at_a, by_a, "BeWo B"), (at_b, by_b, "BeWo A")):
        seen = receiver.get("inquiry", own.pk).content.decode()
        assert NAME not in seen
        assert other not in seen

    # 3 Kennenlernen under a release, the choice, the appointment, the discharge, the contact
    refused = sender.post(
        "sent-inquiry-step", referral.pk, by_a.pk, "kennenlernen", meeting_on=_day(2)
    )
    assert refused.status_code == 409
    sheet = sender.get(
        "release-sheet", client.pk, facility=str(people.provider.pk), categories="identity"
    )
    assert people.provider.name in sheet.content.decode()
    _release(sender, client, people.provider)
    met = sender.post("sent-inquiry-step", referral.pk, by_a.pk, "kennenlernen", meeting_on=_day(2))
    assert met.status_code == 302
    assert NAME in at_a.get("inquiry", by_a.pk).content.decode()
    assert NAME not in at_b.get("inquiry", by_b.pk).content.decode()
    key = {"person": str(people.intake.pk), "deputy": str(people.intake_lead.pk)}
    _offer(at_a, "inquiry-step", by_a.pk, **key)
    chosen = sender.post("sent-inquiry-step", referral.pk, by_a.pk, "zusagen", chosen_on=_day(0))
    assert chosen.status_code == 302, chosen.content.decode()
    assert _state(by_a) == State.CONFIRMED
    assert _state(by_b) == State.SUPERSEDED
    assert "anderweitig versorgt" in at_b.get("inquiry", by_b.pk).content.decode()
    scheduled = at_a.post(
        "inquiry-step",
        by_a.pk,
        "termin",
        starts_day=_day(8),
        starts_time="14:00",
        place="Wohnung der Klientin",
        with_whom="Selma Arslan",
    )
    assert scheduled.status_code == 302
    early = at_a.post("inquiry-step", by_a.pk, "kontakt", contact_on=_day(0), kind="in_person")
    assert early.status_code == 409
    left = sender.post(
        "stay-step", client.pk, stay.pk, "entlassen", discharged_on=_day(0), kind="regular"
    )
    assert left.status_code == 302
    contact = at_a.post("inquiry-step", by_a.pk, "kontakt", contact_on=_day(0), kind="in_person")
    assert contact.status_code == 302
    done = at_a.post("inquiry-step", by_a.pk, "abschliessen", outcome="stays")
    assert done.status_code == 302
    closed = sender.post("referral-close", referral.pk, reason="arrived")
    assert closed.status_code == 302
    assert Referral.objects.get(pk=referral.pk).closed_at is not None
    log = sender.get("accesses", referral.pk).content.decode()
    assert "Selma Arslan" in log
    assert "Zugesagt" in log


def test_somebody_goes_back_to_the_service_that_knows_them(people, services, visit):
    sender, at_a = visit(people.social_worker, people.clinic), visit(people.intake, people.provider)
    client, stay = _log_stay(sender, people)
    consent = {"given_on": _day(0), "form": "written", "signed_by": "client"}
    sender.post("stay-step", client.pk, stay.pk, "einwilligung", **consent)
    referral = _open_referral(sender, client, stay, kind="return")
    fields = {"dienst": [str(services[0].pk)], "agreed_on": _day(0), "agreed_form": "oral"}
    early = sender.post("services-send", referral.pk, escalation="no", **fields)
    assert early.status_code == 409
    _release(sender, client, people.provider)

    inquiry = _send(sender, referral, [services[0]])[services[0].pk]

    assert NAME in at_a.get("inquiry", inquiry.pk).content.decode()
    confirmed = at_a.post(
        "inquiry-step",
        inquiry.pk,
        "bestaetigen",
        worker=str(people.intake.pk),
        deputy=str(people.intake_lead.pk),
    )
    assert confirmed.status_code == 302, confirmed.content.decode()
    assert _state(inquiry) == State.CONFIRMED


def test_nobody_confirmed_and_the_person_stands_on_the_board(people, services, visit):
    sender = visit(people.social_worker, people.clinic)
    client, stay = _log_stay(sender, people)
    sender.post("stay-step", client.pk, stay.pk, "entlassen", discharged_on=_day(0), kind="regular")

    board = sender.get("discharges").content.decode()

    assert "Ohne Anschluss entlassen" in board
    assert NAME in board
    assert acting(people.social_worker, people.clinic).holds("send_referral")
    assert Service.objects.count() == 4
