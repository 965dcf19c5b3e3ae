"""Who opened this case: all that was read of the person, and why whoever did it might."""

from datetime import timedelta

from core import clock
from referrals import services
from referrals.models import Inquiry
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.referrals.cases import bring, identity, send


def _rows(case, visit):
    reader = visit(case.people.clinic_lead, case.people.clinic)
    response = reader.get("accesses", case.referral.pk)
    assert response.status_code == 200
    return response.context["rows"]


def test_a_reading_on_the_page_of_the_person_is_named(case, visit):
    visit(case.people.social_worker, case.people.clinic).get("person", case.client.pk)

    read = [row["who"] for row in _rows(case, visit) if row["what"] == "Akte gelesen"]

    assert read == ["Miriam Okafor-Lenz"]


def test_somebody_elses_page_is_not_listed(case, visit):
    other = services.create_client(identity=identity(first_name="Ida"), by=case.sender)
    visit(case.people.social_worker, case.people.clinic).get("person", other.pk)

    assert not [row for row in _rows(case, visit) if row["what"] == "Akte gelesen"]


def test_a_change_of_the_persons_details_is_named(case, visit):
    services.change_client(client=case.client, identity=identity(phone="1"), by=case.sender)

    assert "Angaben zur Person geändert" in [row["what"] for row in _rows(case, visit)]


def test_each_entry_says_on_what_it_rests(case, visit):
    inquiry = bring(case, State.ARRIVED)
    Inquiry.objects.filter(pk=inquiry.pk).update(arrived_at=clock.now() - timedelta(days=28))
    visit(case.people.intake, case.people.provider).get("inquiry", inquiry.pk)
    clockwork.run()

    why = {(row["who"], row["what"]): row["why"] for row in _rows(case, visit)}

    assert why["Portal, nach Frist", "Abgeschlossen"] == "Regel des Portals"
    assert why["Selma Arslan", "Anfrage gelesen"] == "angefragter Dienst"
    assert why["Miriam Okafor-Lenz", "Zugesagt, Name und Kontakt sichtbar"] == "eigene Einrichtung"


def test_the_coordination_reads_because_it_was_asked_for_help(case, visit):
    from referrals.access import opened
    from tests.people import acting

    inquiry = send(case, case.a)
    Inquiry.objects.update(escalated_to=case.people.office)
    coordinator = acting(case.people.coordinator, case.people.office)
    inquiry = Inquiry.objects.get(pk=inquiry.pk)
    opened(inquiry.client, by=coordinator, stage=1, purpose="Hilfe", inquiry=inquiry)

    why = {row["who"]: row["why"] for row in _rows(case, visit)}

    assert why["Dilan Yücel"] == "um Hilfe gebeten, ohne Namen"
