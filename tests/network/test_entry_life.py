"""The life of an entry: whose step it is, what dates say, and what that does to its page."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.actor import SCHEDULER
from core.errors import Refused
from network import freshness
from network.life import STEPS, Step
from network.models import Region, Service
from network.services.life import close_for_a_while, take_step
from tests.factories import FacilityFactory, OrganisationFactory, ServiceFactory
from tests.people import acting, member

pytestmark = pytest.mark.django_db
State = Service.State


@pytest.fixture
def entry(people):
    return ServiceFactory(facility=people.clinic, slug="unser", state=State.DRAFT)


@pytest.fixture
def admin(people):
    return acting(people.org_admin, people.clinic)


@pytest.fixture
def office(people):
    return acting(people.coordinator, people.office)


def test_an_entry_goes_from_draft_through_review_to_the_public(entry, admin, office):
    for step, by, state in (
        (Step.SUBMIT, admin, State.IN_REVIEW),
        (Step.RETURN, office, State.DRAFT),
        (Step.SUBMIT, admin, State.IN_REVIEW),
        (Step.PUBLISH, office, State.PUBLISHED),
        (Step.INACTIVATE, admin, State.INACTIVE),
        (Step.REVIVE, admin, State.DRAFT),
    ):
        assert take_step(service=entry, step=step, by=by).state == state

    assert Service.objects.get().state == State.DRAFT


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_nobody_takes_a_step_that_is_not_theirs(people, entry, admin, office, state, step):
    elsewhere = Region.objects.create(name="Kreis Nord", slug="nord", land="SH")
    far = FacilityFactory(
        kind="coordination", organisation=OrganisationFactory(region=elsewhere), name="Amt Nord"
    )
    strangers = [
        acting(people.social_worker, people.clinic),
        acting(people.intake, people.provider),
        acting(member(far, "coordination", "Amt Nord"), far),
        acting(people.no_role, None),
        SCHEDULER,
    ]
    Service.objects.update(state=state)

    for by in strangers:
        with pytest.raises(PermissionDenied):
            take_step(service=entry, step=step, by=by)
    theirs = office if step in (Step.PUBLISH, Step.RETURN) else admin
    other = admin if theirs is office else office
    with pytest.raises(Refused):
        take_step(service=entry, step=step, by=other)
    if (state, step) not in STEPS:
        with pytest.raises(Refused):
            take_step(service=entry, step=step, by=theirs)
    assert Service.objects.get().state == state


def test_a_draft_that_somebody_keeps_is_not_published_by_the_coordination(entry, office):
    with pytest.raises(Refused):
        take_step(service=entry, step=Step.PUBLISH, by=office)

    assert Service.objects.get().state == State.DRAFT


def test_what_nobody_keeps_is_taken_through_its_life_by_the_coordination(people, office):
    entry = ServiceFactory(
        facility=None, region=people.office.organisation.region, state=State.DRAFT
    )

    take_step(service=entry, step=Step.PUBLISH, by=office)
    take_step(service=entry, step=Step.INACTIVATE, by=office)

    assert Service.objects.get().state == State.INACTIVE


def test_a_returned_entry_says_what_is_missing_and_its_owner_gets_a_mail(
    entry, admin, office, people, mailbox, deliver_outbox
):
    take_step(service=entry, step=Step.SUBMIT, by=admin)

    take_step(service=entry, step=Step.RETURN, by=office, note="Zeiten\n fehlen")
    deliver_outbox()

    assert Service.objects.get().needs_look == "Zeiten fehlen"
    assert mailbox.recipients == [[people.org_admin.email]]
    assert entry.name in mailbox.mails[0].get_content()


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "fresh"), (180, "fresh"), (181, "review_due"), (210, "review_due"), (211, "stale")],
)
def test_the_days_since_the_check_say_how_fresh_an_entry_is(entry, days, expected):
    day = clock.today() - dt.timedelta(days=days)
    Service.objects.update(verified_on=day)
    entry.refresh_from_db()

    assert freshness.freshness(entry) == expected
    assert Service.objects.filter(freshness.due()).exists() == (expected != "fresh")
    assert Service.objects.filter(freshness.stale()).exists() == (expected == "stale")


def test_what_was_never_checked_is_due_and_grows_stale_too(entry):
    assert freshness.freshness(entry) == "review_due"

    Service.objects.update(created_at=clock.now() - dt.timedelta(days=212))
    entry.refresh_from_db()

    assert freshness.freshness(entry) == "stale"
    assert Service.objects.filter(freshness.stale()).exists()


def test_stale_entries_stand_behind_the_others(people):
    old = clock.today() - dt.timedelta(days=300)
    ServiceFactory(name="A", verified_on=old)
    for name in ("C", "B"):
        ServiceFactory(name=name, verified_on=clock.today())

    ordered = Service.objects.published().order_by("name").fresh_first()

    assert [row.name for row in ordered] == ["B", "C", "A"]


@pytest.mark.parametrize(
    ("days", "banner"),
    [(20, ""), (190, "Prüfung dieses Eintrags ist überfällig"), (250, "Dieser Eintrag ist veralt")],
)
def test_the_page_says_that_an_entry_is_old(client, entry, days, banner):
    Service.objects.update(state="published", verified_on=clock.today() - dt.timedelta(days=days))

    page = client.get("/verzeichnis/unser/").content.decode()

    assert (banner in page) if banner else ("überfällig" not in page and "veraltet" not in page)


def test_a_closed_service_says_until_when_and_opens_by_itself(client, entry, admin, time_machine):
    Service.objects.update(state="published")
    today = clock.today()
    last = today + dt.timedelta(days=3)

    close_for_a_while(service=entry, start=today, until=last, by=admin)

    assert f"geschlossen bis {last:%d.%m.%Y}" in client.get("/verzeichnis/unser/").content.decode()
    assert not Service.objects.in_service().exists()
    time_machine.move_to(clock.now() + dt.timedelta(days=4))
    assert "geschlossen bis" not in client.get("/verzeichnis/unser/").content.decode()
    assert Service.objects.in_service().exists()


def test_with_an_open_end_it_stays_closed_until_somebody_says_otherwise(entry, admin, time_machine):
    Service.objects.update(state="published")
    close_for_a_while(service=entry, start=clock.today(), until=None, by=admin)
    time_machine.move_to(clock.now() + dt.timedelta(days=400))
    assert Service.objects.get().is_closed

    take_step(service=entry, step=Step.REOPEN, by=admin)

    assert not Service.objects.get().is_closed


def test_only_its_owner_closes_a_service(entry, office, people):
    Service.objects.update(state="published")

    for by in (office, acting(people.intake, people.provider)):
        with pytest.raises(PermissionDenied):
            close_for_a_while(service=entry, start=clock.today(), until=None, by=by)


@pytest.mark.parametrize(
    "typed",
    [
        {"start": "x"},
        {"start": ""},
        {"start": "2026-01-02", "until": "2026-01-01"},
        {"start": "\0"},
    ],
)
def test_a_wrong_day_gets_a_sentence(entry, people, sign_in, typed):
    Service.objects.update(state="published")
    client = sign_in(people.org_admin, people.clinic)

    page = client.post("/verwaltung/eintraege/unser/schliessen/", typed)

    assert page.status_code == 200
    assert not Service.objects.get().is_closed


def test_the_page_offers_each_visitor_their_own_steps(entry, people, sign_in):
    Service.objects.update(state="in_review")

    def offered(person, facility):
        page = sign_in(person, facility).get("/verzeichnis/unser/").content.decode()
        return {step for step in Step if f"/schritt/{step.value}/" in page}

    assert offered(people.org_admin, people.clinic) == {Step.INACTIVATE}
    assert offered(people.coordinator, people.office) == {Step.PUBLISH, Step.RETURN}
    assert offered(people.social_worker, people.clinic) == set()


def test_pressing_twice_publishes_once_and_explains_itself(entry, people, sign_in):
    Service.objects.update(state="in_review")
    client = sign_in(people.coordinator, people.office)
    address = "/verwaltung/eintraege/unser/schritt/veroeffentlichen/"
    same = {"receipt": "a3c0c7de-57ab-4d6c-8a53-06f6de5ee10b"}

    assert [client.post(address, same).status_code for _time in range(2)] == [302, 302]
    assert client.post(address).status_code == 409
    assert client.post("/verwaltung/eintraege/unser/schritt/fliegen/").status_code == 404


def test_the_coordination_sees_what_rots(people, sign_in):
    region = people.office.organisation.region
    old = clock.today() - dt.timedelta(days=300)
    due = clock.today() - dt.timedelta(days=190)
    fresh = clock.today()
    ServiceFactory(name="Veralteter", region=region, facility=None, verified_on=old)
    ServiceFactory(name="Fälliger", region=region, facility=None, verified_on=due)
    ServiceFactory(name="Ungeprüfter", region=region, facility=None)
    ServiceFactory(
        name="Wartender", region=region, facility=people.clinic, state="in_review", verified_on=old
    )
    hinted = ServiceFactory(name="Behinweister", region=region, facility=None, verified_on=fresh)
    hinted.suggestions.create(text="Nummer falsch")
    ServiceFactory(name="Guter", region=region, facility=people.clinic, verified_on=fresh)
    people.provider.email = ""
    people.provider.save()
    ServiceFactory(name="Stummer", region=region, facility=people.provider, verified_on=fresh)
    client = sign_in(people.coordinator, people.office)

    def named(word):
        page = client.get("/verwaltung/eintraege/pruefen/", {"zeige": word}).content.decode()
        names = ("Veralteter", "Fälliger", "Ungeprüfter", "Wartender", "Behinweister", "Stummer")
        assert "Guter" not in page
        return [name for name in names if name in page]

    assert named("veraltet") == ["Veralteter"]
    assert named("faellig") == ["Fälliger", "Ungeprüfter"]
    assert named("nie") == ["Ungeprüfter"]
    assert named("pruefung") == ["Wartender"]
    assert named("hinweise") == ["Behinweister"]
    assert named("niemand") == ["Stummer"]
    assert len(named("alle")) == len(named("\0")) == 6


def test_the_emergency_view_does_not_send_anybody_to_a_closed_door(client, entry, admin):
    Service.objects.update(state="published", in_crisis_view=True, hours_text="rund um die Uhr")
    address = {"region": entry.region.slug}
    assert entry.name in client.get("/krise/", address).content.decode()

    close_for_a_while(service=entry, start=clock.today(), until=None, by=admin)

    assert entry.name not in client.get("/krise/", address).content.decode()
