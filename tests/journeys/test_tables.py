"""Both kinds of table in a real browser, on a phone and at a desk, axe on every page."""

import pytest
from django.urls import reverse

from conferences.services import people as seats
from conferences.services import recording, releasing, scheduling
from core import outbox
from core.models import OutboxMessage
from tests.conferences import tables

NARROW = {"viewport": {"width": 320, "height": 640}}
WIDE = {"viewport": {"width": 1440, "height": 900}}
WINDOWS = pytest.mark.parametrize("window", [NARROW, WIDE], ids=["320", "1440"])


def at(name, pk, **more):
    return reverse(f"conferences:{name}", kwargs={"pk": pk, **more})


def in_committee(name, meeting, **more):
    return reverse(
        f"conferences:{name}", kwargs={"slug": meeting.body.slug, "pk": meeting.pk, **more}
    )


def work() -> None:
    """Do what the worker would do."""
    for message_id in OutboxMessage.objects.values_list("pk", flat=True):
        outbox.deliver(message_id)


@pytest.fixture
def finding(people, mailbox):
    """A table that looks for a date, with a relative who is not covered."""
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    seats.add_guest(conference=table.now(), kind="relative", name="Rolf Vogelsang", by=table.owner)
    return table


@pytest.fixture
def finished(people, mailbox):
    """A table whose minutes are released and printed."""
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    tables.hold(_invited(table))
    tables.write(table)
    recording.present(conference=table.now(), by=table.owner)
    releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    work()
    return table


def _invited(table):
    scheduling.invite(conference=table.now(), by=table.owner)
    return table


@WINDOWS
def test_the_table_before_and_after(visitor, people, finding, finished, window):
    worker = visitor(people.social_worker, people.clinic, **window)

    worker.go(reverse("conferences:conferences")).sees("Jutta Vogelsang")
    worker.go(reverse("conferences:proposal"))
    worker.go(at("conference", finding.conference.pk)).sees("Zustimmung fehlt")
    for name in ("professional-form", "guest-form", "date-form", "poll-form"):
        worker.go(at(name, finding.conference.pk))
    worker.go(at("conference", finished.conference.pk)).sees("Protokoll, Fassung 1 (PDF)")
    guest = visitor(people.intake, people.provider, **window)
    guest.go(at("conference", finished.conference.pk)).does_not_see("Nachbarin")


@WINDOWS
def test_the_minutes_are_written(visitor, people, mailbox, window):
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    tables.hold(_invited(table))
    worker = visitor(people.social_worker, people.clinic, **window)

    worker.go(at("minutes-form", table.conference.pk))
    worker.fill(client_view="Ich will bleiben.", what_1="Anruf um 9 Uhr", who_1="Selma Arslan")
    worker.press("Speichern").sees("Anruf um 9 Uhr")
    worker.press("Der Person vorlegen").follow("Protokoll freigeben")
    worker.fill(review_end="approved").press("Protokoll freigeben").sees("Fassung 1")


@WINDOWS
def test_a_committee_decides(visitor, people, mailbox, window):
    committee = tables.sit(tables.make_committee(people))
    meeting = committee.now()
    item = meeting.items.get(number=1)
    office = visitor(people.coordinator, people.office, **window)

    office.go(reverse("conferences:bodies")).follow("PSAG Auental")
    office.go(in_committee("attendance-form", meeting))
    office.go(in_committee("result-form", meeting, item=item.pk))
    office.fill(result="11 von 64 Anfragen.").press("Ergebnis speichern")
    office.go(in_committee("resolution-form", meeting, item=item.pk))
    office.fill(text="Vorschlag bis März.", yes="2", no="0", abstentions="1", owner="AG Wohnen")
    office.press("Beschluss eintragen").sees("angenommen")
    office.go(in_committee("measure-form", meeting))
    office.fill(what="Kosten erheben", who="Dilan Yücel").press("Maßnahme eintragen")
    office.press("Protokoll genehmigen")
    work()
    office.press("Veröffentlichen").sees("Öffentliche Fassung 1 (PDF)")
    office.go(reverse("conferences:body", kwargs={"slug": "psag-auental"})).sees("Beschluss")
    guest = visitor(people.intake, people.provider, **window)
    guest.go(in_committee("meeting", meeting)).does_not_see("Besetzung")
