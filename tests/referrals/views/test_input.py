"""Bad input gets a sentence, and nothing typed is lost."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse

from core import clock
from referrals import services
from referrals.models import Client, Inquiry, Release, Stay
from referrals.workflow import State
from tests.referrals.cases import identity, release_for, send


def typed(fields):
    """The fields as they are sent; a number is a day from today on."""
    return {
        name: (clock.today() + dt.timedelta(days=value)).isoformat()
        if isinstance(value, int)
        else value
        for name, value in fields.items()
    }


@pytest.fixture
def sender(case, visit):
    return visit(case.people.social_worker, case.people.clinic)


NEW = {
    "who": "new",
    "last_name": "Quast",
    "first_name": "Henning",
    "birth_date": "1990-01-01",
    "admitted_on": -3,
}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"birth_date": -365 * 10}, "nur Erwachsene"),
        ({"birth_date": "gestern"}, "zum Beispiel 01.12.2026"),
        ({"last_name": ""}, "Dieses Feld ist zwingend erforderlich"),
        ({"last_name": "x" * 500}, "höchstens 160 Zeichen"),
        ({"last_name": "a\x00b"}, "Nullzeichen"),
        ({"admitted_on": 2}, "Dieser Tag liegt in der Zukunft"),
        ({"planned_discharge_on": -9}, "kann nicht vor der Aufnahme liegen"),
        ({"who": "known", "client": str(uuid4())}, "Bitte prüfen Sie"),
    ],
)
def test_a_new_stay_says_what_is_wrong_and_keeps_the_rest(sender, changes, sentence):
    response = sender.post("stay-log", **typed({**NEW, **changes}))

    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert changes.get("who") or "Henning" in page
    assert Client.objects.count() == 1
    assert Stay.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"discharged_on": 1, "kind": "regular"}, "Dieser Tag liegt in der Zukunft"),
        ({"discharged_on": -60, "kind": "regular"}, "nicht vor der Aufnahme"),
        ({"discharged_on": 0, "kind": "erfunden"}, "erfunden"),
    ],
)
def test_a_discharge_that_cannot_be_gets_a_sentence(sender, case, fields, sentence):
    response = sender.post("stay-step", case.client.pk, case.stay.pk, "entlassen", **typed(fields))

    assert response.status_code == 200
    assert sentence in response.content.decode()


RELEASE = {
    "wording_version": "2026-11-2",
    "categories": ["identity", "contact"],
    "valid_from": 0,
    "valid_until": 30,
    "form": "written",
    "signed_by": "client",
}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"valid_until": -1, "valid_from": -9}, "schon abgelaufen"),
        ({"valid_until": 800}, "höchstens zwölf Monate"),
        ({"categories": []}, "Dieses Feld ist zwingend erforderlich"),
        ({"signed_by": "guardian"}, "die Gesundheit umfasst"),
        ({"form": "oral"}, "oral"),
    ],
)
def test_a_release_that_does_not_hold_is_not_recorded(sender, case, changes, sentence):
    fields = {**RELEASE, "facility": str(case.people.provider.pk), **changes}

    response = sender.post("release", case.client.pk, **typed(fields))

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not Release.objects.exists()


def test_a_stale_form_gets_the_text_back(case, visit):
    inquiry = send(case, case.a)
    receiver = visit(case.people.intake, case.people.provider)

    response = receiver.post("inquiry-step", inquiry.pk, "fragen", text="Wer kommt?", version="0")

    assert response.status_code == 409
    assert "Wer kommt?" in response.content.decode()


def test_a_step_of_the_other_side_is_refused(case, visit):
    inquiry = send(case, case.a)
    receiver = visit(case.people.intake, case.people.provider)

    response = receiver.post("inquiry-step", inquiry.pk, "zurueckziehen", reason="other")

    assert response.status_code == 403


def test_a_word_that_is_no_step_is_not_there(case, visit):
    inquiry = send(case, case.a)
    receiver = visit(case.people.intake, case.people.provider)

    assert receiver.post("inquiry-step", inquiry.pk, "springen").status_code == 404


def test_a_button_pressed_twice_counts_once(case, visit):
    inquiry = send(case, case.a)
    receiver = visit(case.people.intake, case.people.provider)
    key = str(uuid4())

    first = receiver.post("inquiry-step", inquiry.pk, "fragen", text="Wer?", receipt=key)
    second = receiver.post("inquiry-step", inquiry.pk, "fragen", text="Wer?", receipt=key)

    assert [first.status_code, second.status_code] == [302, 302]
    assert Inquiry.objects.get(pk=inquiry.pk).questions.count() == 1


def test_asking_the_same_service_twice_leads_to_the_first_inquiry(sender, case):
    inquiry = send(case, case.a)

    response = sender.post(
        "services-send",
        case.referral.pk,
        dienst=[str(case.a.pk)],
        agreed_on=clock.today().isoformat(),
        agreed_form="oral",
    )

    assert response.url == reverse("referrals:sent-inquiry", args=[case.referral.pk, inquiry.pk])


def test_nothing_chosen_leads_back_to_the_choice_and_sends_nothing(sender, case):
    fields = typed({"agreed_on": 0, "agreed_form": "oral"})

    response = sender.post("services-send", case.referral.pk, **fields)

    assert response.status_code == 200
    assert "Kreuzen Sie links an, wen Sie fragen möchten" in response.content.decode()
    assert not Inquiry.objects.exclude(state=State.DRAFT).exists()


@pytest.mark.parametrize("whose", ["nobody", "another"])
def test_a_release_is_withdrawn_only_at_its_own_person(sender, case, whose):
    release = release_for(case)
    another = services.create_client(identity=identity(), by=case.sender)
    client = another.pk if whose == "another" else uuid4()

    response = sender.post("release-withdraw", client, release.pk)

    assert response.status_code == 404
    assert Release.objects.get(pk=release.pk).withdrawn_at is None
