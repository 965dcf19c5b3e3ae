"""Input that cannot be true gets a sentence."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from core.errors import Refused, Stale
from referrals import services
from referrals.models import Inquiry
from referrals.vocabulary import Category, SignedBy
from referrals.workflow import Kind, State
from tests.factories import ServiceFactory
from tests.referrals.cases import (
    bring,
    discharge,
    identity,
    in_days,
    make_case,
    moment_in,
    offer,
    release_for,
    send,
    today,
)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"birth_date": date(2015, 1, 1)}, "birth_date", "unter 18"),
        ({"birth_date": date(2090, 1, 1)}, "birth_date", "Zukunft"),
        ({"birth_date": date(1850, 1, 1)}, "birth_date", "Geburtsdatum"),
        ({"last_name": "  "}, "last_name", "füllen"),
    ],
)
def test_a_person_who_cannot_be_is_refused(case, changes, field, words):
    with pytest.raises(ValidationError, match=words) as refusal:
        services.create_client(identity=identity(**changes), by=case.sender)
    assert refusal.value.code == field


@pytest.mark.parametrize("today", ["2026-11-24", "2028-02-29"])
def test_somebody_is_of_age_on_their_birthday(case, time_machine, today):
    time_machine.move_to(f"{today}T10:00:00Z", tick=False)
    born = date(int(today[:4]) - 18, 11, 24) if today.endswith("24") else date(2010, 2, 28)

    assert services.create_client(identity=identity(birth_date=born), by=case.sender).pk
    with pytest.raises(ValidationError, match="unter 18"):
        services.create_client(
            identity=identity(birth_date=born + timedelta(days=2)), by=case.sender
        )


def test_nobody_creates_clients_for_another_facility(case):
    with pytest.raises(PermissionDenied):
        services.create_client(identity=identity(), by=case.receiver)


@pytest.mark.parametrize(
    ("days", "words"), [(1, "Zukunft"), (-31, "vor der Aufnahme")], ids=["future", "too early"]
)
def test_a_discharge_that_cannot_be_is_refused(case, days, words):
    with pytest.raises(ValidationError, match=words):
        services.record_discharge(stay=case.stay, discharged_on=in_days(days), by=case.sender)


def test_a_discharge_is_entered_once(case):
    discharge(case)

    with pytest.raises(Refused, match="schon eingetragen"):
        discharge(case)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"valid_until": in_days(-1)}, "abgelaufen"),
        ({"valid_until": in_days(400)}, "zwölf Monate"),
        ({"valid_from": in_days(9), "valid_until": in_days(5)}, "vor ihrem Beginn"),
        ({"categories": []}, "Datenart"),
        ({"categories": ["everything"]}, "Datenart"),
        ({"hearing": []}, "Einrichtung"),
        ({"form": "oral"}, "unterschrieben"),
        ({"signed_by": SignedBy.GUARDIAN}, "Vermögenssorge"),
    ],
)
def test_a_release_that_cannot_hold_is_refused(case, changes, words):
    usual = {
        "client": case.client,
        "hearing": [case.people.provider],
        "categories": [Category.IDENTITY],
        "valid_until": in_days(30),
        "by": case.sender,
    }

    with pytest.raises(ValidationError, match=words):
        services.record_release(**{**usual, **changes})


def test_a_guardian_for_health_may_release(case):
    release = services.record_release(
        client=case.client,
        hearing=[case.people.provider],
        categories=list(Category),
        valid_until=in_days(30),
        signed_by=SignedBy.GUARDIAN,
        guardian_covers_health=True,
        by=case.sender,
    )

    assert release.wording_hash


def test_a_withdrawn_release_confirms_nothing(case):
    release = release_for(case)
    inquiry = offer(case, send(case, case.a))
    services.withdraw_release(release=release, by=case.sender)

    with pytest.raises(Refused, match="keine gültige Schweigepflichtentbindung"):
        services.confirm(inquiry=inquiry, by=case.sender)


def test_a_release_without_identity_introduces_nobody(case):
    release_for(case, categories=(Category.FILES,))
    inquiry = offer(case, send(case, case.a))

    with pytest.raises(Refused, match="Schweigepflichtentbindung"):
        services.introduce(inquiry=inquiry, meeting_on=in_days(1), by=case.sender)


def test_nothing_is_sent_without_callback_agreement_or_consent(people):
    case = make_case(people)
    draft = services.draft(referral=case.referral, service=case.a, by=case.sender)
    without = {"callback_phone": "", "escalation_agreed": None, "basis": None}

    for field, value in without.items():
        kept = getattr(case.referral, field)
        type(case.referral).objects.filter(pk=case.referral.pk).update(**{field: value})
        with pytest.raises(Refused):
            services.send(inquiry=draft, agreed_on=today(), by=case.sender)
        type(case.referral).objects.filter(pk=case.referral.pk).update(**{field: kept})

    assert services.send(inquiry=draft, agreed_on=today(), by=case.sender).sent_at


def test_a_service_is_asked_once_and_the_page_leads_there(case):
    first = send(case, case.a)

    with pytest.raises(services.AlreadyAsked) as refusal:
        services.draft(referral=case.referral, service=case.a, by=case.sender)
    assert refusal.value.inquiry == first


def test_several_services_are_asked_together_or_not_at_all(case):
    closed = ServiceFactory(facility=case.people.third_provider, takes_requests=False)

    with pytest.raises(Refused, match="keine Anfragen"):
        services.send_all(
            referral=case.referral,
            services=[case.a, case.b, closed],
            agreed_on=today(),
            by=case.sender,
        )
    assert not Inquiry.objects.exists()

    sent = services.send_all(
        referral=case.referral, services=[case.a, case.b, case.c], agreed_on=today(), by=case.sender
    )
    assert [row.state for row in sent] == [State.REQUESTED] * 3


def test_a_return_needs_the_release_at_sending(people):
    case = make_case(people, kind=Kind.RETURN)

    draft = services.draft(referral=case.referral, service=case.a, by=case.sender)
    with pytest.raises(Refused, match="Entbindung"):
        services.send(inquiry=draft, agreed_on=today(), by=case.sender)

    release_for(case)
    inquiry = services.send(inquiry=draft, agreed_on=today(), by=case.sender)
    confirmed = services.confirm(
        inquiry=inquiry,
        worker=services.Worker("Selma Arslan", case.people.intake),
        deputy=services.Worker("Lea Onwudiwe"),
        by=case.receiver,
    )
    assert (confirmed.state, confirmed.identity_open) == (State.CONFIRMED, True)


def test_a_worker_of_another_house_is_not_named(case):
    with pytest.raises(ValidationError, match="gehört nicht"):
        services.offer(
            inquiry=send(case, case.a),
            start_on=in_days(2),
            worker=services.Worker("Fremd", case.people.other_intake),
            deputy=services.Worker("Lea Onwudiwe"),
            valid_until=moment_in(3),
            by=case.receiver,
        )


def test_a_place_that_begins_later_needs_a_bridge(case):
    release_for(case)
    inquiry = offer(case, send(case, case.a))
    Inquiry.objects.filter(pk=inquiry.pk).update(start_on=in_days(40))

    with pytest.raises(ValidationError, match="Überbrückung"):
        services.confirm(inquiry=inquiry, by=case.sender)

    confirmed = services.confirm(
        inquiry=inquiry, bridge="SPZ Lindenbrück, Frau Demirci", by=case.sender
    )
    assert confirmed.bridge


def test_contact_counts_only_from_the_actual_discharge(case):
    inquiry = bring(case, State.CONFIRMED)
    words = {"inquiry": inquiry, "kind": "in_person", "by": case.receiver}

    with pytest.raises(Refused, match="noch nicht eingetragen"):
        services.contact(contact_on=today(), **words)
    discharge(case)
    with pytest.raises(ValidationError, match="vor der Entlassung"):
        services.contact(contact_on=in_days(-1), **words)
    with pytest.raises(ValidationError, match="Zukunft"):
        services.contact(contact_on=in_days(1), **words)

    assert services.contact(contact_on=today(), **words).state == State.ARRIVED


def test_not_reached_needs_an_attempt(case):
    inquiry = bring(case, State.CONFIRMED)
    words = {
        "inquiry": inquiry,
        "reason": "not_reached",
        "next_step": "home_visit",
        "by": case.receiver,
    }
    with pytest.raises(Refused, match="Kontaktversuch"):
        services.fail(**words)

    services.attempt(inquiry=inquiry, tried_at=moment_in(-1), kind="telephone", by=case.receiver)

    assert services.fail(**words).state == State.FAILED


def test_an_old_form_is_told_so(case):
    inquiry = send(case, case.a)
    services.claim(inquiry=inquiry, by=case.receiver)

    with pytest.raises(Stale):
        services.decline(
            inquiry=inquiry, reason="no_place", by=case.receiver, version=inquiry.version
        )


def test_an_unclaimed_entry_gets_a_facility_and_the_sender_answers_for_it(case):
    unclaimed = ServiceFactory(facility=None, takes_requests=False, name="SPZ ohne Zugang")
    inquiry = send(case, unclaimed)
    assert inquiry.by_proxy
    assert inquiry.due_side == "sender"

    row = services.claim(inquiry=inquiry, by=case.sender)

    assert row.state == State.IN_REVIEW
    assert row.events.last().on_behalf
    assert not row.events.first().on_behalf


def test_handing_over_to_the_spdi_needs_a_release_or_a_legal_basis(case):
    words = {"referral": case.referral, "reason": "handed_to_spdi", "by": case.sender}
    with pytest.raises(ValidationError, match="Rechtsgrundlage"):
        services.close_referral(**words)

    assert services.close_referral(legal_basis="§ 14 PsychKG NRW", **words).closed_at
