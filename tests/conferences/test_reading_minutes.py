"""Each guest's page and file hold what the release allows at this moment, and no more."""

import subprocess

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from conferences.access import opened_edition
from conferences.models import CaseMinutes, MinutesCopy
from conferences.services import people as seats
from conferences.services import releasing
from conferences.tasks import watch_deadlines
from conferences.workflow import CaseState
from core import clock
from core.sealing import reveal
from referrals.models import Release
from referrals.services import withdraw_release
from referrals.vocabulary import Category
from tests.conferences import tables

CRISIS = "Zuerst die Nachbarin anrufen."
RELATIVE = "Rolf Vogelsang"


@pytest.fixture(autouse=True)
def _mails_go_nowhere(mailbox):
    """Invitations of the fixtures arrive at the tests' server."""


@pytest.fixture
def released(reviewed, deliver_outbox):
    """Released, and the worker has made the PDFs."""
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)
    assert set(deliver_outbox()) == {"done"}
    return reviewed


def at(name, table, **more):
    return reverse(f"conferences:{name}", kwargs={"pk": table.conference.pk, **more})


def copy_at(table, facility):
    return at("copy", table, copy=MinutesCopy.objects.get(facility=facility).pk)


def take_back(table, *categories):
    for release in Release.objects.filter(client=table.now().client):
        withdraw_release(release=release, categories=categories, by=table.owner)


def text_of(content):
    found = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def test_page_and_file_of_a_guest_leave_out_what_is_not_released(released, sign_in, people):
    browser = sign_in(people.intake, people.provider)

    page = browser.get(at("conference", released)).content.decode()
    file = text_of(browser.get(copy_at(released, people.provider)).content)

    for text in (page, file):
        assert "Ich will in meiner Wohnung bleiben." in text
        assert "Vogelsang" in text
        assert CRISIS not in text


def test_with_the_category_the_guest_reads_the_crisis_arrangement(reviewed, sign_in, people):
    wanted = [Category.CONFERENCE, Category.IDENTITY, Category.CRISIS_AGREEMENT]
    tables.release_for(reviewed.now().client, people.provider, categories=wanted)
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)

    page = sign_in(people.intake, people.provider).get(at("conference", reviewed))

    assert CRISIS in page.content.decode()


def test_a_narrower_release_narrows_the_page_at_once_and_stops_the_old_file(
    released, sign_in, people
):
    take_back(released, Category.IDENTITY)
    browser = sign_in(people.intake, people.provider)

    page = browser.get(at("conference", released)).content.decode()

    assert "Ich will in meiner Wohnung bleiben." in page
    assert "Vogelsang" not in page
    assert browser.get(copy_at(released, people.provider)).status_code == 409


def test_without_the_identity_a_relative_has_no_name(scheduled, sign_in, people):
    row = seats.add_guest(
        conference=scheduled.now(), kind="relative", name=RELATIVE, by=scheduled.owner
    )
    seats.approve(
        conference=scheduled.now(),
        participant=row,
        approved_on=clock.today(),
        confidentiality_on=clock.today(),
        by=scheduled.owner,
    )
    guest = sign_in(people.intake, people.provider)
    assert RELATIVE in guest.get(at("conference", scheduled)).content.decode()

    take_back(scheduled, Category.IDENTITY)

    assert "Vogelsang" not in guest.get(at("conference", scheduled)).content.decode()


def test_after_the_withdrawal_the_guest_finds_neither_page_nor_file(released, sign_in, people):
    browser = sign_in(people.intake, people.provider)
    file = copy_at(released, people.provider)
    assert browser.get(file).status_code == 200

    take_back(released)

    assert browser.get(at("conference", released)).status_code == 404
    assert browser.get(file).status_code == 404


def test_the_owner_reads_on_while_the_table_is_restricted(released, sign_in, people):
    take_back(released)
    watch_deadlines()
    connection.cursor().execute("RESET ROLE")
    assert released.now().state == CaseState.RESTRICTED

    owner = sign_in(people.social_worker, people.clinic).get(at("conference", released))
    assert owner.status_code == 200
    guest = sign_in(people.intake, people.provider).get(at("conference", released))
    assert guest.status_code == 404
    tables.release_for(released.now().client, people.provider)
    assert not type(released.now()).objects.visible_to(released.guest).exists()


def test_a_file_ordered_before_the_withdrawal_is_not_made_after_it(
    reviewed, deliver_outbox, people
):
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)
    take_back(reviewed)

    states = deliver_outbox()

    assert "refused" in states
    assert MinutesCopy.objects.get(facility=people.provider).pdf is None
    assert MinutesCopy.objects.get(facility=people.clinic).pdf is not None


def test_minutes_open_under_no_release_but_the_conference_s(released):
    given = frozenset(Category) - {Category.CONFERENCE}

    with pytest.raises(PermissionDenied):
        opened_edition(
            CaseMinutes.objects.get(), categories=given, by=released.guest, purpose="test"
        )


def test_a_guest_without_a_release_gets_no_copy(reviewed, people):
    take_back(reviewed)
    tables.release_for(reviewed.now().client, people.office)

    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)

    facilities = set(MinutesCopy.objects.values_list("facility", flat=True))
    assert facilities == {people.clinic.pk, people.office.pk}


def test_released_minutes_do_not_follow_the_table(released, sign_in, people):
    before = CaseMinutes.objects.get()
    browser = sign_in(people.social_worker, people.clinic)
    texts = {"client_view": "Etwas ganz anderes."}

    assert browser.post(at("save-minutes", released), texts).status_code == 409
    table = released.now()
    table.seal(**texts)
    table.save()

    after = CaseMinutes.objects.get()
    assert after.digest == before.digest
    assert reveal(after, "content") == reveal(before, "content")
    page = browser.get(at("conference", released)).content.decode()
    assert "Ich will in meiner Wohnung bleiben." in page
    assert "Etwas ganz anderes." not in page
