"""Entries that rot and hints that wait stand on the worklist of who can do something about it."""

import datetime as dt

import pytest

from core import clock, worklist
from core.actor import NOBODY, SCHEDULER
from network.models import Service, Suggestion
from network.roles import Role
from network.services.placeholders import facility_of
from network.services.suggestions import decide, suggest
from network.worklist.entries import entries, rotting_region
from tests.factories import FacilityFactory, OrganisationFactory, RegionFactory, ServiceFactory
from tests.people import acting, member

pytestmark = pytest.mark.django_db
FRESH, DUE, STALE = 180, 181, 211


def ago(days):
    return clock.today() - dt.timedelta(days=days)


def titles(actor):
    return [task.title for task in entries(actor, None)]


@pytest.fixture
def region(people):
    return people.office.organisation.region


@pytest.fixture
def owner(people):
    return acting(people.org_admin, people.clinic)


@pytest.fixture
def office(people):
    return acting(people.coordinator, people.office)


@pytest.fixture
def other_office(region):
    """A coordination of another region."""
    elsewhere = RegionFactory(slug="anderswo", name="Anderswo")
    house = FacilityFactory(organisation=OrganisationFactory(region=elsewhere))
    return acting(member(house, Role.COORDINATION, "Andere Koordination"), house)


def hinted(service, text="Die Sprechstunde ist jetzt am Dienstag."):
    return suggest(service=service, text=text, contact="", by=NOBODY)


@pytest.mark.parametrize(("days", "loud"), [(FRESH, None), (DUE, False), (STALE, True)])
def test_the_owner_is_asked_from_the_180th_day_on_and_loudly_when_it_is_stale(
    people, region, owner, days, loud
):
    service = ServiceFactory(
        facility=people.clinic, region=region, name="Tagesklinik", verified_on=ago(days)
    )

    found = entries(owner, None)

    assert [task.title for task in found] == ["Stimmt der Eintrag noch? Tagesklinik"] * len(found)
    assert [task.loud for task in found] == ([] if loud is None else [loud])
    assert {task.url for task in found} <= {f"/verzeichnis/{service.slug}/"}


def test_what_was_never_checked_waits_too_and_grows_stale_with_its_age(people, region, owner):
    ServiceFactory(facility=people.clinic, region=region, verified_on=None)

    (task,) = entries(owner, None)
    Service.objects.update(created_at=clock.now() - dt.timedelta(days=STALE + 1))
    (old,) = entries(owner, None)

    assert (task.loud, old.loud) == (False, True)
    assert task.due_at > clock.now() > old.due_at


def test_a_waiting_hint_stands_there_once_until_it_is_answered(people, region, owner):
    service = ServiceFactory(
        facility=people.clinic, region=region, name="Ambulanz", verified_on=ago(1)
    )
    first, second = hinted(service), hinted(service, "Das Telefon ist falsch.")

    (task,) = entries(owner, None)
    decide(service=service, pk=first.pk, accepted=False, note="", by=owner)
    (still,) = entries(owner, None)
    decide(service=service, pk=second.pk, accepted=False, note="", by=owner)

    assert (task.title, still.title) == ("Hinweis zu Ambulanz wartet",) * 2
    assert task.url == f"/verwaltung/eintraege/{service.slug}/hinweise/"
    assert task.due_at > clock.now()
    assert entries(owner, None) == []


def test_nobody_else_is_asked_about_the_entry_of_a_house(people, region, office, other_office):
    service = ServiceFactory(facility=people.clinic, region=region, verified_on=ago(STALE))
    hinted(service)
    neighbour = acting(member(people.other_clinic, Role.ORG_ADMIN, "X"), people.other_clinic)
    colleague = acting(people.social_worker, people.clinic)
    elsewhere = acting(people.org_admin, people.other_clinic)

    for actor in (neighbour, colleague, elsewhere, office, other_office, NOBODY, SCHEDULER):
        assert entries(actor, None) == []


def test_the_coordination_keeps_what_a_house_without_administration_cannot(
    people, region, owner, office, other_office
):
    service = ServiceFactory(
        facility=people.provider, region=region, name="BeWo Nord", verified_on=ago(STALE)
    )
    hinted(service)

    assert set(titles(office)) == {
        "Stimmt der Eintrag noch? BeWo Nord",
        "Hinweis zu BeWo Nord wartet",
    }
    for actor in (owner, other_office, acting(people.intake, people.provider)):
        assert entries(actor, None) == []


def test_the_coordination_answers_a_hint_to_what_has_no_house(region, office, other_office):
    service = ServiceFactory(facility=None, region=region, name="Frei", verified_on=ago(1))
    hinted(service)

    assert titles(office) == ["Hinweis zu Frei wartet"]
    assert entries(other_office, None) == []


def test_what_a_house_has_handed_in_waits_for_its_coordination(
    people, region, owner, office, other_office
):
    service = ServiceFactory(
        facility=people.clinic, region=region, name="Neu", state="in_review", verified_on=ago(1)
    )

    (task,) = entries(office, None)

    assert task.title == "Bitte prüfen und veröffentlichen: Neu"
    assert task.url == f"/verzeichnis/{service.slug}/"
    assert entries(owner, None) == entries(other_office, None) == []


def test_hundreds_of_entries_without_a_house_are_one_task(people, region, office, other_office):
    for days in (STALE, STALE, DUE, None):
        day = days and ago(days)
        ServiceFactory(facility=None, region=region, verified_on=day)
    ServiceFactory(facility=None, region=region, state="in_review", verified_on=ago(1))
    ServiceFactory(facility=people.clinic, region=region, verified_on=ago(STALE))
    ServiceFactory(facility=people.provider, region=region, verified_on=ago(STALE))

    (task,) = rotting_region(office, None)

    assert task.note == "1 zu veröffentlichen, 3 veraltet, 2 Prüfung fällig"
    assert task.url == "/verwaltung/eintraege/pruefen/"
    assert titles(office) == [f"Stimmt der Eintrag noch? {name_at(people.provider)}"]
    assert rotting_region(other_office, None) == []
    assert rotting_region(acting(people.org_admin, people.clinic), None) == []


def name_at(house):
    return Service.objects.get(facility=house).name


def test_what_is_due_at_the_end_of_today_stands_under_today(people, region, sign_in):
    ServiceFactory(facility=None, region=region, verified_on=ago(STALE))

    page = sign_in(people.coordinator, people.office).get("/aufgaben/").content.decode()

    assert 'id="today"' in page
    assert 'id="later"' not in page


def test_a_region_in_which_nothing_rots_asks_nothing(region, office):
    ServiceFactory(facility=None, region=region, verified_on=ago(1))

    assert rotting_region(office, None) == []


def test_an_entry_that_was_asked_once_still_has_no_house_of_its_own_people(people, region, office):
    service = ServiceFactory(facility=None, region=region, name="Frei", verified_on=ago(DUE))

    facility_of(service=service, by=acting(people.social_worker, people.clinic))

    assert titles(office) == ["Stimmt der Eintrag noch? Frei"]
    assert rotting_region(office, None) == []


def test_more_than_one_page_is_shown_without_a_gap_and_without_a_double(
    people, region, office, owner
):
    for number in range(24):
        asked = ServiceFactory(
            facility=people.provider, region=region, verified_on=ago(181 + number % 3)
        )
        hinted(asked)
        ServiceFactory(facility=None, region=region, verified_on=ago(DUE))
        ServiceFactory(facility=people.clinic, region=region, state="in_review")
    Suggestion.objects.filter(service__slug__endswith="1").update(
        created_at=clock.now() - dt.timedelta(days=9)
    )

    seen, after = [], None
    for _page in range(4):
        rows = worklist.waiting_for(office, after)[: worklist.SIZE]
        seen += [(task.kind, task.id) for task in rows]
        after = (rows[-1].due_at, rows[-1].kind, rows[-1].id) if rows else after

    assert len(seen) == len(set(seen)) == 3 * 24 + 1


@pytest.mark.parametrize("rows", [1, 30])
def test_a_longer_list_costs_no_more_statements(
    people, region, office, django_assert_num_queries, rows
):
    for _row in range(rows):
        hinted(ServiceFactory(facility=people.provider, region=region, verified_on=ago(STALE)))
        ServiceFactory(facility=None, region=region, verified_on=ago(STALE))

    with django_assert_num_queries(1):
        assert len(entries(office, None)) == min(2 * rows, worklist.SIZE + 1)
    with django_assert_num_queries(1):
        assert len(rotting_region(office, None)) == 1


def test_who_keeps_nothing_asks_the_database_nothing(people, django_assert_num_queries):
    worker = acting(people.social_worker, people.clinic)

    with django_assert_num_queries(0):
        assert entries(worker, None) == []
        assert rotting_region(worker, None) == []


def test_the_page_says_it_and_leads_to_where_it_is_done(people, region, sign_in):
    service = ServiceFactory(
        facility=people.clinic, region=region, name="Tagesklinik", verified_on=ago(STALE)
    )
    client = sign_in(people.org_admin, people.clinic)

    page = client.get("/aufgaben/").content.decode()
    there = client.get(f"/verzeichnis/{service.slug}/").content.decode()
    client.post(f"/verwaltung/eintraege/{service.slug}/stimmt/")

    assert "Stimmt der Eintrag noch? Tagesklinik" in page
    assert "veraltet" in page
    assert "ohne Anschluss" not in page
    assert f"/verwaltung/eintraege/{service.slug}/stimmt/" in there
    assert "Tagesklinik" not in client.get("/aufgaben/").content.decode()
