"""Frozen minutes: what is in them, who reads which part, and that nobody changes them."""

import datetime as dt
import json
import subprocess

import pytest
import time_machine
from django.db import ProgrammingError, connection, transaction
from django.http import Http404

from conferences import minutes as shared
from conferences.access import opened_edition, opened_leftovers, readable_copy
from conferences.models import CaseMinutes, MinutesCopy
from conferences.services import proposals, recording, releasing
from conferences.tasks import watch_deadlines
from conferences.workflow import CaseState, CaseStep
from core import clock, files, outbox
from core.database import WEB, take_role
from core.errors import Refused, StepRefused
from core.models import AuditEntry, OutboxMessage, StoredFile
from core.sealing import reveal
from referrals.models import Release
from referrals.services import withdraw_release
from referrals.vocabulary import Category
from tests.conferences import tables


@pytest.fixture
def released(reviewed, deliver_outbox):
    """Released, and the worker has made the PDFs."""
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)
    assert set(deliver_outbox()) == {"done"}
    return reviewed


@pytest.fixture(autouse=True)
def _mails_go_nowhere(mailbox):
    """Invitations of the fixtures arrive at the tests' server."""


def words(copy, actor) -> str:
    content = files.load(copy.pdf, by=actor)
    found = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def test_the_hash_is_that_of_the_canonical_text(released):
    edition = CaseMinutes.objects.get()
    text = reveal(edition, "content")["content"]

    assert edition.digest == shared.digest(text)
    assert text == shared.canonical(json.loads(text))
    assert json.loads(text)["sections"][0]["key"] == "client_view"


@pytest.mark.parametrize("table", ["caseminutes", "minutes", "conferenceevent", "meetingevent"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET created_at = created_at", "DELETE FROM {}"])
def test_the_web_role_cannot_change_what_is_frozen(db, table, deed):
    def change() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            take_role(WEB)
            cursor.execute(deed.format(f"conferences_{table}"))

    with pytest.raises(ProgrammingError, match="permission denied"):
        change()


def test_every_facility_gets_what_its_release_allows(released, people):
    own = MinutesCopy.objects.get(facility=people.clinic)
    guest = MinutesCopy.objects.get(facility=people.provider)

    assert "Zuerst die Nachbarin anrufen." in words(own, released.owner)
    assert "Ausfertigung für Aufnahme A" in words(guest, released.guest)
    assert "Ich will in meiner Wohnung bleiben." in words(guest, released.guest)
    assert "Nachbarin" not in words(guest, released.guest)
    assert "nicht Teil dieser Ausfertigung" in words(guest, released.guest)
    assert "Arbeitsstelle" not in words(own, released.owner)


def test_without_identity_the_minutes_name_no_client(released):
    given = {Category.CONFERENCE}

    content = opened_edition(
        CaseMinutes.objects.get(), categories=given, by=released.guest, purpose="test"
    )

    assert "Vogelsang" not in json.dumps(content)


def test_each_reads_the_own_copy_and_no_other(released, people):
    own = MinutesCopy.objects.get(facility=people.clinic)
    guest = MinutesCopy.objects.get(facility=people.provider)
    before = AuditEntry.objects.filter(deed="minutes.downloaded").count()

    assert readable_copy(released.now(), guest.pk, by=released.guest) == guest

    assert AuditEntry.objects.filter(deed="minutes.downloaded").count() == before + 1
    with pytest.raises(Http404):
        readable_copy(released.now(), own.pk, by=released.guest)
    with pytest.raises(Http404):
        readable_copy(released.now(), guest.pk, by=released.stranger)


def test_a_withdrawn_release_ends_the_download_and_then_the_table(released, people):
    guest = MinutesCopy.objects.get(facility=people.provider)
    for release in Release.objects.filter(client=released.now().client):
        withdraw_release(release=release, by=released.owner)

    with pytest.raises(Http404):
        readable_copy(released.now(), guest.pk, by=released.guest)

    watch_deadlines()
    connection.cursor().execute("RESET ROLE")
    assert released.now().state == CaseState.RESTRICTED
    tables.release_for(released.now().client, people.provider)
    proposals.take(conference=released.now(), step=CaseStep.RESTORE, by=released.owner)
    assert released.now().state == CaseState.MINUTES_RELEASED


def test_a_narrower_release_asks_for_a_new_copy(released, people):
    guest = MinutesCopy.objects.get(facility=people.provider)
    for release in Release.objects.filter(client=released.now().client):
        withdraw_release(release=release, categories=[Category.IDENTITY], by=released.owner)

    with pytest.raises(Refused, match="enger"):
        readable_copy(released.now(), guest.pk, by=released.guest)


def test_the_pdf_is_made_once_however_often_it_is_asked_for(released):
    before = StoredFile.objects.count()
    OutboxMessage.objects.filter(kind="conferences.case_minutes_pdf").update(state="published")

    for message_id in OutboxMessage.objects.values_list("pk", flat=True):
        outbox.deliver(message_id)

    assert StoredFile.objects.count() == before == 3


def test_a_later_change_is_a_new_edition(released, deliver_outbox):
    proposals.take(conference=released.now(), step=CaseStep.REVISE, by=released.owner)
    recording.write(
        conference=released.now(),
        texts={"client_view": "Ich will umziehen."},
        measures=[],
        by=released.owner,
    )
    recording.present(conference=released.now(), by=released.owner)
    releasing.release(conference=released.now(), review_end="waived", by=released.owner)
    deliver_outbox()

    latest, first = CaseMinutes.objects.order_by("-edition")
    assert (latest.edition, first.edition) == (2, 1)
    assert "umziehen" not in reveal(first, "content")["content"]


def test_nobody_waits_for_seven_days_before_they_are_over(reviewed):
    with pytest.raises(StepRefused, match="sieben Tage"):
        releasing.release(conference=reviewed.now(), review_end="lapsed", by=reviewed.owner)

    watch_deadlines()

    connection.cursor().execute("RESET ROLE")
    assert reviewed.now().state == CaseState.CLIENT_REVIEW


def test_after_seven_days_the_scheduler_releases(reviewed):
    with time_machine.travel(clock.now() + dt.timedelta(days=7), tick=False):
        watch_deadlines()

    connection.cursor().execute("RESET ROLE")
    assert reviewed.now().state == CaseState.MINUTES_RELEASED
    assert reviewed.now().review_end == "lapsed"
    assert reviewed.now().events.last().via == "scheduler"


def test_the_client_s_view_comes_before_the_client_reads(invited):
    tables.hold(invited)
    recording.write(conference=invited.now(), texts={"goals": "x"}, measures=[], by=invited.owner)

    with pytest.raises(StepRefused, match="Sicht der Person"):
        recording.present(conference=invited.now(), by=invited.owner)


def test_an_open_agreement_comes_back_at_the_next_table(released, people):
    following = tables.propose(people, released.now().client)

    (left,) = opened_leftovers(following.now(), by=following.owner)

    assert left["what"] == "Anruf um 9 Uhr"
    assert opened_leftovers(following.now(), by=following.guest) == []
    measure = released.now().measures.get()
    recording.settle(
        conference=released.now(), measure_id=measure.pk, state="done", by=released.owner
    )
    assert opened_leftovers(following.now(), by=following.owner) == []
