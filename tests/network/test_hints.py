"""Anybody may say what is wrong with an entry; its owner reads it, its form alone changes it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.actor import NOBODY, SCHEDULER
from core.errors import Refused
from network.models import Service, Suggestion
from network.services.suggestions import OPEN_PER_ENTRY, PER_HOUR, decide, forget_decided, suggest
from tests.factories import ServiceFactory
from tests.people import acting

pytestmark = pytest.mark.django_db
TEXT = "Die Sprechstunde ist jetzt am Dienstag."
ADDRESS = "/verzeichnis/unser/hinweis/senden/"


@pytest.fixture
def entry(people):
    return ServiceFactory(facility=people.clinic, slug="unser", hours_text="Mo 9-11 Uhr")


@pytest.fixture
def admin(people):
    return acting(people.org_admin, people.clinic)


def test_a_visitor_without_account_suggests_and_the_entry_stays_as_it_is(client, entry):
    assert client.get("/verzeichnis/unser/hinweis/").status_code == 200

    done = client.post(ADDRESS, {"text": TEXT, "contact": "030 23125-999"}, follow=True)

    assert "Ihr Hinweis liegt bei denen" in done.content.decode()
    assert (Suggestion.objects.get().text, Service.objects.get().hours_text) == (
        TEXT,
        "Mo 9-11 Uhr",
    )


def test_the_owner_hears_of_the_first_hint_that_waits_and_of_no_further(
    entry, people, mailbox, deliver_outbox
):
    ServiceFactory(facility=None, slug="frei")
    for slug, text in (("unser", "eins"), ("unser", "zwei"), ("frei", "drei")):
        suggest(service=Service.objects.get(slug=slug), text=text, contact="", by=NOBODY)
        deliver_outbox()

    assert mailbox.recipients == [[people.org_admin.email]]
    letter = mailbox.mails[0].get_content()
    assert "/verwaltung/eintraege/unser/hinweise/" in letter
    assert "eins" not in letter


def test_nothing_of_the_visitor_is_kept_but_what_they_wrote(client, entry):
    client.post(ADDRESS, {"text": TEXT}, REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="Planted/1")

    row = Suggestion.objects.values().get()
    assert "203.0.113.7" not in str(row)
    assert "Planted" not in str(row)
    assert set(row) == {
        "id", "created_at", "service_id", "text", "contact", "state", "note", "decided_at",
        "decided_by_id",
    }  # fmt: skip


def test_a_hint_is_read_by_the_owner_alone(client, entry, people, sign_in):
    suggest(service=entry, text="Geheimer Hinweis", contact="", by=NOBODY)
    address = "/verwaltung/eintraege/unser/hinweise/"

    for person in (None, people.social_worker, people.coordinator, people.intake):
        if person:
            sign_in(person)
        assert "Geheimer Hinweis" not in client.get("/verzeichnis/unser/").content.decode()
        assert "Geheimer Hinweis" not in client.get("/verzeichnis/unser/hinweis/").content.decode()
        assert client.get(address).status_code in (302, 404)
    sign_in(people.org_admin, people.clinic)
    assert "Geheimer Hinweis" in client.get(address).content.decode()


@pytest.mark.parametrize("text", ["", " ", "x" * 2001, "\0"])
def test_a_bad_hint_gets_a_sentence(client, entry, text):
    assert client.post(ADDRESS, {"text": text}).status_code == 200
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("text", ["<script>x</script>", "é\u202e🙂", "' OR 1=1 --", "a\r\nb"])
def test_odd_words_are_kept_and_shown_as_text(client, entry, people, sign_in, text):
    client.post(ADDRESS, {"text": text})

    page = sign_in(people.org_admin, people.clinic).get("/verwaltung/eintraege/unser/hinweise/")

    assert Suggestion.objects.count() == 1
    assert "<script>x" not in page.content.decode()


def test_the_same_words_sent_twice_are_one_hint(client, entry):
    for _time in range(3):
        client.post(ADDRESS, {"text": TEXT})

    assert Suggestion.objects.count() == 1


def test_an_unpublished_entry_takes_no_hints(client, entry):
    Service.objects.update(state="draft")

    assert client.get("/verzeichnis/unser/hinweis/").status_code == 404
    assert client.post(ADDRESS, {"text": TEXT}).status_code == 404


def test_a_flood_is_stopped_for_one_entry_and_for_a_region_and_ends(entry, time_machine):
    for number in range(OPEN_PER_ENTRY):
        suggest(service=entry, text=f"Nr. {number}", contact="", by=NOBODY)
    with pytest.raises(Refused):
        suggest(service=entry, text="zu viel", contact="", by=NOBODY)
    more = ServiceFactory.create_batch((PER_HOUR - OPEN_PER_ENTRY) // OPEN_PER_ENTRY)
    for service in more:
        for number in range(OPEN_PER_ENTRY):
            suggest(service=service, text=f"Nr. {number}", contact="", by=NOBODY)
    other = ServiceFactory()
    with pytest.raises(Refused):
        suggest(service=other, text="auch zu viel", contact="", by=NOBODY)

    time_machine.move_to(clock.now() + dt.timedelta(hours=1, minutes=1))

    assert suggest(service=other, text="jetzt geht es", contact="", by=NOBODY)


def test_a_refused_hint_gets_its_text_back(client, entry):
    for number in range(OPEN_PER_ENTRY):
        suggest(service=entry, text=f"Nr. {number}", contact="", by=NOBODY)

    refused = client.post(ADDRESS, {"text": TEXT})

    assert refused.status_code == 409
    assert TEXT in refused.content.decode()


def test_an_accepted_hint_stands_beside_the_form_and_changes_nothing(entry, people, sign_in):
    hint = suggest(service=entry, text=TEXT, contact="Frau Beispiel", by=NOBODY)
    client = sign_in(people.org_admin, people.clinic)

    done = client.post(
        f"/verwaltung/eintraege/unser/hinweise/{hint.pk}/antworten/",
        {"accepted": "ja", "note": "wird geändert"},
        follow=True,
    )

    assert TEXT in done.content.decode()
    assert "Frau Beispiel" in done.content.decode()
    assert Service.objects.get().hours_text == "Mo 9-11 Uhr"
    hint.refresh_from_db()
    assert (hint.state, hint.note, hint.decided_by) == (
        "accepted",
        "wird geändert",
        people.org_admin,
    )


def test_a_declined_hint_is_done(entry, admin):
    hint = suggest(service=entry, text=TEXT, contact="", by=NOBODY)

    decide(service=entry, pk=hint.pk, accepted=False, note="", by=admin)

    with pytest.raises(Refused):
        decide(service=entry, pk=hint.pk, accepted=True, note="", by=admin)


def test_nobody_else_decides_and_no_hint_is_reached_through_another_entry(entry, people, sign_in):
    hint = suggest(service=entry, text=TEXT, contact="", by=NOBODY)
    ServiceFactory(facility=people.clinic, slug="nachbar")
    for by in (
        acting(people.coordinator, people.office),
        acting(people.social_worker, people.clinic),
        NOBODY,
        SCHEDULER,
    ):
        with pytest.raises(PermissionDenied):
            decide(service=entry, pk=hint.pk, accepted=True, note="", by=by)
    neighbour = Service.objects.get(slug="nachbar")
    own = acting(people.org_admin, people.clinic)
    with pytest.raises(Suggestion.DoesNotExist):
        decide(service=neighbour, pk=hint.pk, accepted=True, note="", by=own)
    client = sign_in(people.org_admin, people.clinic)
    strange = f"/verwaltung/eintraege/nachbar/hinweise/{hint.pk}/antworten/"

    assert client.post(strange, {"accepted": "ja"}).status_code == 404
    assert (
        TEXT
        not in client.get(
            f"/verwaltung/eintraege/nachbar/bearbeiten/?hinweis={hint.pk}"
        ).content.decode()
    )
    assert Suggestion.objects.get().state == "open"


def test_the_coordination_answers_hints_about_what_nobody_keeps(people):
    entry = ServiceFactory(facility=None, region=people.office.organisation.region)
    hint = suggest(service=entry, text=TEXT, contact="", by=NOBODY)

    decide(
        service=entry,
        pk=hint.pk,
        accepted=True,
        note="",
        by=acting(people.coordinator, people.office),
    )

    hint.refresh_from_db()
    assert hint.state == "accepted"


def test_decided_hints_are_forgotten_after_three_months_and_open_ones_are_not(
    entry, admin, time_machine
):
    done = suggest(service=entry, text=TEXT, contact="Frau Beispiel", by=NOBODY)
    suggest(service=entry, text="offen", contact="", by=NOBODY)
    decide(service=entry, pk=done.pk, accepted=True, note="", by=admin)

    time_machine.move_to(clock.now() + dt.timedelta(days=91))
    forget_decided(by=SCHEDULER)

    assert [row.text for row in Suggestion.objects.all()] == ["offen"]
