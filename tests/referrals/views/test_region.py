"""Offen in der Region: what the coordination sees, and that it is never a name."""

from datetime import timedelta

import pytest

from core import clock
from core.models import AuditEntry
from referrals import services
from referrals.disclosure import fields_for_coordination
from referrals.models import Inquiry, Referral
from referrals.reasons import Close
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.factories import FacilityFactory, OrganisationFactory, RegionFactory
from tests.people import acting, member
from tests.referrals.cases import PATHS, arrive, bring, discharge, make_case, send
from tests.referrals.views.test_pseudonym import PLANTED, REMARK

LONG_AGO = timedelta(days=15)


@pytest.fixture
def office(people):
    """The coordination in the region of the clinic."""
    people.office.organisation = people.clinic.organisation
    people.office.save()
    return people.office


@pytest.fixture
def coordinator(people, office, visit):
    """The coordination at its desk."""
    return visit(people.coordinator, office)


def _escalated(case):
    """Nobody has offered anything for longer than five working days."""
    Referral.objects.update(first_sent_at=clock.now() - LONG_AGO)
    assert clockwork.run()["escalated"] == 1
    return Referral.objects.get(pk=case.referral.pk)


def _text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_case_without_an_offer_is_shown_without_a_name_on_list_page_and_worklist(
    case, coordinator
):
    send(case, case.a)
    row = _escalated(case)

    listed = _text(coordinator.get("region"))
    page = _text(coordinator.get("region-case", row.pk))
    tasks = _text(coordinator.client.get("/aufgaben/"))

    for text in (listed, page, tasks):
        assert row.reference in text
        assert not [word for word in PLANTED if word in text.replace(REMARK, "")]
    assert REMARK in page
    assert "030 23125-512" in page
    assert "1 angefragt" in page
    assert f"/ueberleitungen/offen-in-der-region/{row.pk}/" in tasks


@pytest.mark.parametrize("state", [s for s in PATHS if s not in {State.ARRIVED, State.COMPLETED}])
def test_no_state_of_an_inquiry_brings_a_name_to_the_coordination(people, office, visit, state):
    case = make_case(people)
    bring(case, state)
    for table in (Referral, Inquiry):
        table.objects.update(escalated_to=office)
    Referral.objects.update(escalated_at=clock.now())
    reader = visit(people.coordinator, office)

    for response in (reader.get("region"), reader.get("region-case", case.referral.pk)):
        text = _text(response).replace(REMARK, "")
        assert not [word for word in PLANTED if word in text]
        assert case.referral.reference in text


def test_without_agreement_there_is_a_number_and_no_case(case, coordinator):
    services.record_escalation_consent(
        referral=case.referral, agreed=False, agreed_on=clock.today(), by=case.sender
    )
    discharge(case)

    assert clockwork.run()["escalated"] == 0

    text = _text(coordinator.get("region"))
    assert "1 Mensch der Region ist ohne Anschluss entlassen." in text
    assert case.referral.reference not in text
    assert coordinator.get("region-case", case.referral.pk).status_code == 404


def test_who_left_without_help_and_agreed_is_shown_at_once(case, coordinator):
    discharge(case)

    assert clockwork.run()["escalated"] == 1
    assert clockwork.run()["escalated"] == 0

    text = _text(coordinator.get("region"))
    assert case.referral.reference in text
    assert "ohne Anschluss entlassen" in text.partition('class="board"')[2]


def test_the_case_goes_with_the_first_contact_and_with_the_end_of_the_search(people, coordinator):
    met, closed = make_case(people), make_case(people)
    inquiry = bring(met, State.CONFIRMED)
    for case in (met, closed):
        Referral.objects.filter(pk=case.referral.pk).update(
            escalated_to=coordinator.facility, escalated_at=clock.now()
        )
    assert met.referral.reference in _text(coordinator.get("region"))

    arrive(met, inquiry)
    services.close_referral(
        referral=closed.referral, reason=Close.CLIENT_DECLINES, by=closed.sender
    )

    text = _text(coordinator.get("region"))
    for case in (met, closed):
        assert case.referral.reference not in text
        assert coordinator.get("region-case", case.referral.pk).status_code == 404


def test_taking_the_agreement_back_closes_the_case_to_the_coordination(case, coordinator):
    send(case, case.a)
    row = _escalated(case)

    services.record_escalation_consent(
        referral=row, agreed=False, agreed_on=clock.today(), by=case.sender
    )

    assert coordinator.get("region-case", row.pk).status_code == 404
    assert row.reference not in _text(coordinator.get("region"))


def test_another_region_neither_counts_nor_reads(case, people, coordinator):
    discharge(case)
    assert clockwork.run()["escalated"] == 1
    far = OrganisationFactory(region=RegionFactory(slug="fern", name="Kreis Fern"))
    elsewhere = FacilityFactory(kind=people.office.kind, organisation=far)
    Referral.objects.update(escalated_to=elsewhere)
    people.office.organisation = far
    people.office.save()

    text = _text(coordinator.get("region"))

    assert "0 Menschen" in text
    assert case.referral.reference not in text
    assert coordinator.get("region-case", case.referral.pk).status_code == 404


def test_an_office_that_was_not_asked_reads_no_field(case, people, office):
    send(case, case.a)
    row = _escalated(case)
    elsewhere = FacilityFactory(kind=people.office.kind)
    stranger = acting(member(elsewhere, "coordination", "Nora Feld"), elsewhere)

    assert fields_for_coordination(acting(people.coordinator, people.office), row)
    assert fields_for_coordination(stranger, row) == frozenset()


def test_the_owner_reads_who_looked_and_why(case, people, coordinator, visit):
    send(case, case.a)
    row = _escalated(case)
    coordinator.get("region-case", row.pk)

    entry = AuditEntry.objects.get(deed="referral.read_without_name")
    log = _text(visit(people.social_worker, people.clinic).get("accesses", row.pk))

    assert (entry.case, entry.facility) == (row.pk, coordinator.facility.pk)
    assert "um Hilfe gebeten, ohne Namen" in log


def test_the_mail_leads_to_the_page_that_the_coordination_may_read(
    case, coordinator, mailbox, deliver_outbox
):
    send(case, case.a)
    row = _escalated(case)

    deliver_outbox()

    (letter,) = (m for m in mailbox.mails if coordinator.person.email in m["To"])
    text = f"{letter}{letter.get_body().get_content()}"
    address = f"/ueberleitungen/offen-in-der-region/{row.pk}/"
    assert address in text
    assert coordinator.client.get(address).status_code == 200
    assert not [word for word in PLANTED if word in text]
