"""The whole story of a committee meeting, page by page."""

import datetime as dt
import io
import subprocess

import page
import pikepdf
import pytest
from django.urls import reverse

from conferences.models import Meeting, MeetingCopy, Resolution
from conferences.services import convening
from core import clock
from tests.conferences.tables import sit, tomorrow

PSAG = {"slug": "psag-auental"}


def at(name, meeting=None, **more):
    here = {**PSAG, "pk": meeting.pk} if meeting else PSAG
    return reverse(f"conferences:{name}", kwargs={**here, **more})


def words(content: bytes) -> str:
    """The text of a PDF, as a reader would copy it."""
    found = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


@pytest.fixture
def office(sign_in, people):
    """The coordinator at the browser."""
    return sign_in(people.coordinator, people.office)


def test_from_the_agenda_to_the_published_pdf(office, committee, deliver_outbox, mailbox):
    day = (tomorrow() + dt.timedelta(days=7)).date().isoformat()
    assert office.get(at("meeting-form")).status_code == 200
    answer = office.post(
        at("convene"), {"day": day, "start": "14:00", "end": "16:10", "place": "Saal 2"}
    )
    assert answer.status_code == 302
    meeting = Meeting.objects.get(number=2)
    for title, internal in (("Begrüßung", ""), ("Tierhaltung", ""), ("Besetzung", "on")):
        answer = office.post(
            at("add-item", meeting), {"title": title, "text": "Worum", "is_internal": internal}
        )
        assert answer.status_code == 302
    assert office.post(at("meeting-step", meeting, step="invite")).status_code == 302
    deliver_outbox()
    assert sorted(mail["To"] for mail in mailbox.mails) == sorted(
        [committee.office.person.email, committee.member.person.email]
    )
    assert "1. Begrüßung" in mailbox.mails[0].get_body().get_content()
    assert "Besetzung" not in mailbox.mails[0].get_body().get_content()
    start = clock.now() - dt.timedelta(hours=3)
    Meeting.objects.filter(pk=meeting.pk).update(
        starts_at=start, ends_at=start + dt.timedelta(hours=2)
    )
    assert office.post(at("meeting-step", meeting, step="hold")).status_code == 409
    presence = {f"presence_{row.pk}": "present" for row in meeting.attendance.all()}
    names = {"chair": "Dilan Yücel", "keeper": "Miriam Okafor-Lenz"}
    form = office.get(at("attendance-form", meeting)).content.decode()
    assert all(f'name="{field}"' in form for field in presence)
    assert office.post(at("attend", meeting), {**presence, **names}).status_code == 302
    assert office.post(at("meeting-step", meeting, step="hold")).status_code == 302
    item = meeting.items.get(number=2)
    assert office.get(at("result-form", meeting, item=item.pk)).status_code == 200
    office.post(at("write-result", meeting, item=item.pk), {"result": "11 von 64 Anfragen."})
    votes = {"text": "Vorschlag bis März.", "yes": 2, "no": 0, "abstentions": 1, "owner": "AG"}
    assert office.get(at("resolution-form", meeting, item=item.pk)).status_code == 200
    assert office.post(at("resolve", meeting, item=item.pk), votes).status_code == 302
    too_many = office.post(at("resolve", meeting, item=item.pk), {**votes, "yes": 20})
    assert too_many.status_code == 409
    office.post(at("agree", meeting), {"what": "Kosten erheben", "who": "Dilan Yücel"})
    assert office.post(at("meeting-step", meeting, step="approve")).status_code == 302
    assert office.post(at("meeting-step", meeting, step="publish")).status_code == 302
    assert set(deliver_outbox()) == {"done"}

    inside, outside = (
        office.get(at("meeting-copy", meeting, copy=copy.pk)).content
        for copy in MeetingCopy.objects.order_by("is_public")
    )

    assert page.is_pdf_compliant_bytes(inside, profile="ua1")
    assert page.is_pdf_compliant_bytes(outside, profile="ua1")
    assert "TOP 3 Besetzung" in words(inside)
    assert "Piotr" in words(inside)
    assert "Łukasik" not in words(inside)
    assert "Besetzung" not in words(outside)
    assert "TOP 3 Interner Punkt Dieser Punkt ist nicht Teil der öffentlichen Fassung" in words(
        outside
    )
    assert "Piotr" not in words(outside)
    assert "Seite 1 von" in words(outside)
    assert "Stand" in words(outside)
    assert "Ja 2 Nein 0 Enthaltung 1 angenommen" in words(outside)
    with pikepdf.open(io.BytesIO(inside)) as document:
        assert str(document.docinfo["/Title"]).startswith("Protokoll PSAG Auental")
    body = office.get(at("body")).content.decode()
    assert "Vorschlag bis März." in body
    assert "missing:" not in body
    shown = office.get(at("meeting", meeting)).content.decode()
    assert "angenommen" in shown
    assert "missing:" not in shown
    assert Resolution.objects.get().outcome == "carried"


def test_somebody_outside_reads_no_internal_word(sat, sign_in, people):
    browser = sign_in(people.intake, people.provider)

    shown = browser.get(at("meeting", sat.meeting)).content.decode()

    assert "Tierhaltung" in shown
    assert "Besetzung" not in shown
    assert "nicht Teil der öffentlichen Fassung" in shown
    assert browser.get(at("item-form", sat.meeting)).status_code == 403
    assert browser.post(at("propose-item", sat.meeting), {"title": "x"}).status_code in {403, 409}


def test_a_planned_meeting_is_the_office_s_alone(committee, sign_in, people):
    browser = sign_in(people.committee_member, people.office)

    assert browser.get(at("meeting", committee.meeting)).status_code == 404


def next_meeting(committee):
    """A meeting tomorrow to which everybody is invited, with one item."""
    meeting = convening.convene(
        body=committee.body,
        starts_at=tomorrow(9),
        ends_at=tomorrow(10),
        place="Saal",
        by=committee.office,
    )
    convening.add_item(meeting=meeting, title="Eins", by=committee.office)
    convening.invite(meeting=meeting, by=committee.office)
    return meeting


def test_a_seat_proposes_and_the_office_lists(sat, committee, sign_in, people):
    meeting = next_meeting(committee)
    browser = sign_in(people.committee_member, people.office)

    answer = browser.post(at("propose-item", meeting), {"title": "Nachtbereitschaft"})

    assert answer.status_code == 302
    item = meeting.items.get(title="Nachtbereitschaft")
    assert item.number is None
    office = sign_in(people.coordinator, people.office)
    assert office.post(at("list-item", meeting, item=item.pk)).status_code == 302
    item.refresh_from_db()
    assert item.number == 2
    assert office.post(at("turn-down", meeting, item=item.pk)).status_code == 404


def test_a_topic_that_is_turned_down_is_no_longer_asked_about(sat, committee, sign_in, people):
    meeting = next_meeting(committee)
    item = convening.propose_item(meeting=meeting, title="Parkplätze", by=committee.member)
    office = sign_in(people.coordinator, people.office)
    shown = office.get(at("meeting", meeting)).content.decode()
    assert "Parkplätze" in shown
    assert "Piotr" in shown
    assert "Łukasik" not in shown

    assert office.post(at("turn-down", meeting, item=item.pk)).status_code == 302

    assert "Parkplätze" not in office.get(at("meeting", meeting)).content.decode()
    assert office.post(at("list-item", meeting, item=item.pk)).status_code == 404


def test_who_came_is_counted_once_somebody_entered_it(office, committee):
    page_of = at("meeting", committee.meeting)
    before = office.get(page_of).content.decode()

    sit(committee)

    assert "Stimmberechtigt" in before
    assert "beschlussfähig" not in before
    assert "3, beschlussfähig" in office.get(page_of).content.decode()
