"""Krisenaufnahme and Notfallkontakt, from the empty form to the inquiry that was sent."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from core import clock
from core.errors import Refused
from network.models import Facility, Service
from referrals import services
from referrals.models import Client, Inquiry, Referral, Release
from referrals.vocabulary import Category
from referrals.workflow import Kind, State
from tests.factories import ServiceFactory
from tests.people import acting
from tests.referrals.cases import NAME, identity, in_days

PERSON = {
    "who": "new",
    "last_name": NAME,
    "first_name": "Jutta",
    "birth_date": "1984-05-17",
    "phone": "030 23125-777",
}


def _filled(asked, **changes):
    needed = {
        "service": str(asked.pk),
        "urgency": "urgent",
        "needs": ["crisis"],
        "remarks": "schläft seit Tagen nicht",
        "callback_person": "Lea Onwudiwe",
        "callback_phone": "030 23125-320",
        "given_on": clock.today().isoformat(),
        "form": "written",
        "signed_by": "client",
        "escalation": "no",
        "valid_until": in_days(28).isoformat(),
    }
    return {**PERSON, **needed, **changes}


def _service(people, facility, kind):
    region = people.clinic.organisation.region
    return ServiceFactory(region=region, facility=facility, type=kind)


@pytest.fixture
def region(people):
    """Everybody in the region of the clinic, as in life."""
    for facility in (people.provider, people.other_provider, people.third_provider):
        facility.organisation = people.clinic.organisation
        facility.save()
    return people.clinic.organisation.region


@pytest.fixture
def clinic(people, region):
    """The clinic's service, where the lead answers."""
    return _service(people, people.clinic, Service.Type.CLINIC)


@pytest.fixture
def spdi(people, region):
    """A service that gets in touch, where somebody answers."""
    return _service(people, people.provider, Service.Type.SPDI)


@pytest.fixture
def ambulatory(people, region, visit):
    """The lead of an ambulatory service at the desk."""
    return visit(people.intake_lead, people.provider)


@pytest.fixture
def night(people, region, visit):
    """The night service at the desk."""
    return visit(people.night_doctor, people.ambulance)


def test_an_ambulatory_service_announces_somebody_new_to_the_clinic(
    people, clinic, ambulatory, visit
):
    response = ambulatory.post("crisis-send", **_filled(clinic))

    inquiry = Inquiry.objects.get()
    assert response["Location"].endswith(f"/anfragen/{inquiry.pk}/")
    assert inquiry.referral.kind == Kind.CRISIS_ADMISSION
    assert (inquiry.state, inquiry.identity_open) == (State.REQUESTED, False)
    assert inquiry.receiver_facility == people.clinic
    page = visit(people.clinic_lead, people.clinic).get("inquiry", inquiry.pk).content.decode()
    assert "schläft seit Tagen nicht" in page
    assert NAME not in page


def test_the_night_service_asks_for_a_contact_under_a_release_signed_there(
    people, spdi, night, visit
):
    response = night.post("contact-send", **_filled(spdi))

    inquiry = Inquiry.objects.get()
    assert response.status_code == 302
    assert inquiry.referral.kind == Kind.EMERGENCY_CONTACT
    assert inquiry.referral.urgency == "urgent"
    assert (inquiry.state, inquiry.identity_open) == (State.REQUESTED, True)
    release = Release.objects.get()
    assert set(release.categories) == {Category.IDENTITY, Category.CONTACT}
    assert [party.facility for party in release.parties.filter(hears=True)] == [people.provider]
    assert NAME in visit(people.intake, people.provider).get("inquiry", inquiry.pk).content.decode()


def test_somebody_known_is_announced_without_typing_the_name_again(people, clinic, ambulatory):
    by = acting(people.intake_lead, people.provider)
    known = services.create_client(identity=identity(), by=by)

    page = ambulatory.get("crisis", person=str(known.pk)).content.decode()
    ambulatory.post("crisis-send", **_filled(clinic, who="known", client=str(known.pk)))

    assert f'value="{known.pk}" selected' in page
    assert Client.objects.count() == 1
    assert Inquiry.objects.get().client == known


def test_asking_twice_leads_to_the_inquiry_that_waits(people, clinic, ambulatory):
    by = acting(people.intake_lead, people.provider)
    known = services.create_client(identity=identity(), by=by)
    fields = _filled(clinic, who="known", client=str(known.pk))
    ambulatory.post("crisis-send", **fields)

    again = ambulatory.post("crisis-send", **fields)

    first = Inquiry.objects.get()
    assert again["Location"].endswith(f"/anfragen/{first.pk}/")
    assert Referral.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"birth_date": in_days(-4000).isoformat()}, "nur Erwachsene"),
        ({"given_on": in_days(2).isoformat()}, "Zukunft"),
        ({"needs": []}, "zwingend erforderlich"),
        ({"service": ""}, "zwingend erforderlich"),
        ({"form": "oral"}, "gültige"),
        ({"signed_by": ""}, "zwingend erforderlich"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(clinic, ambulatory, changes, sentence):
    response = ambulatory.post("crisis-send", **_filled(clinic, **changes))

    text = response.content.decode()
    assert response.status_code == 200
    assert sentence in text
    assert NAME in text
    assert not Client.objects.exists()
    assert not Inquiry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"valid_until": in_days(-1).isoformat()}, "abgelaufen"),
        ({"valid_until": in_days(500).isoformat()}, "zwölf Monate"),
        ({"signed_by": "guardian"}, "Gesundheit umfasst"),
    ],
)
def test_a_release_that_does_not_hold_discloses_nothing(spdi, night, changes, sentence):
    response = night.post("contact-send", **_filled(spdi, **changes))

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not Inquiry.objects.exists()
    assert not Release.objects.exists()


def test_a_guardian_for_health_signs_for_the_person(spdi, night):
    night.post("contact-send", **_filled(spdi, signed_by="guardian", guardian_covers_health="on"))

    assert Inquiry.objects.get().identity_open


def test_only_services_that_get_in_touch_and_answer_here_can_be_chosen(
    people, spdi, clinic, night, region
):
    silent = _service(people, people.third_provider, Service.Type.PIA)
    housing = _service(people, people.other_provider, Service.Type.HOUSING)
    closed = _service(people, people.other_provider, Service.Type.BEWO)
    Service.objects.filter(pk=closed.pk).update(takes_requests=False)
    type(people.third_intake).objects.filter(pk=people.third_intake.pk).update(is_active=False)

    page = night.get("contact").content.decode()

    assert str(spdi.pk) in page
    for other in (silent, housing, closed, clinic):
        assert str(other.pk) not in page
        assert night.post("contact-send", **_filled(other)).status_code == 200
    assert not Inquiry.objects.exists()


def _asked(deed, people, person, facility, service, **more):
    """The service function itself, as another door might call it."""
    by = acting(person, facility)
    return deed(
        client=services.create_client(identity=identity(), by=by),
        service=service,
        wanted=services.Wanted(needs=["crisis"]),
        callback=services.Callback(person="Nacht", phone="030 23125-1"),
        agreement=services.Agreement(given_on=clock.today(), escalation=False),
        by=by,
        **more,
    )


def test_a_house_where_nobody_reads_is_refused_by_the_service_too(people, spdi):
    for person in (people.intake, people.intake_lead):
        type(person).objects.filter(pk=person.pk).update(is_active=False)

    with pytest.raises(Refused, match="Bitte rufen Sie an"):
        _asked(
            services.ask_for_contact,
            people,
            people.night_doctor,
            people.ambulance,
            spdi,
            valid_until=in_days(20),
        )


def test_only_the_night_service_opens_a_name_this_way(people, spdi):
    with pytest.raises(PermissionDenied):
        _asked(
            services.ask_for_contact,
            people,
            people.social_worker,
            people.clinic,
            spdi,
            valid_until=in_days(20),
        )


def test_a_clinic_is_refused_by_the_service_too_and_a_shelter_is_no_clinic(people, clinic, spdi):
    with pytest.raises(Refused, match="ambulante Dienste"):
        _asked(services.announce_crisis, people, people.social_worker, people.clinic, clinic)
    with pytest.raises(ValidationError, match="Klinik"):
        _asked(services.announce_crisis, people, people.intake_lead, people.provider, spdi)


def test_a_clinic_does_not_announce_to_a_clinic(people, clinic, region, visit):
    desk = visit(people.clinic_lead, people.clinic)
    other = _service(people, people.other_provider, Service.Type.CLINIC)

    page = desk.get("crisis").content.decode()
    posted = desk.post("crisis-send", **_filled(other))

    assert "melden ambulante Dienste an" in page
    assert posted.status_code == 200
    assert not Inquiry.objects.exists()


def test_each_finds_the_door_where_they_stand_and_no_other(
    people, clinic, spdi, ambulatory, night, visit
):
    inbox = ambulatory.get("inquiries").content.decode()
    worklist = night.client.get("/aufgaben/").content.decode()
    intake = visit(people.intake, people.provider).get("inquiries").content.decode()
    ward = visit(people.social_worker, people.clinic).get("referrals").content.decode()

    assert "/ueberleitungen/krisenaufnahme/" in inbox
    assert "/ueberleitungen/notfallkontakt/" in worklist
    for page in (intake, ward):
        assert "/ueberleitungen/krisenaufnahme/" not in page
        assert "/ueberleitungen/notfallkontakt/" not in page
    assert people.provider.kind == Facility.Kind.PROVIDER
