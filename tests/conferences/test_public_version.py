"""What the public reads of a meeting: seats, no names, and only the edition that was published."""

import json
import subprocess

import pytest
from django.urls import reverse, reverse_lazy

from conferences.models import Body, Meeting, MeetingCopy, Minutes
from conferences.public_version import public_version
from conferences.services import approving, sitting
from core import files

PEOPLE = ("Dr. Selma Ohnesorg", "Bert Hinrichs", "krank", "Dilan Yücel", "Piotr")


def words(content: bytes) -> str:
    """The text of a PDF, as a reader would copy it."""
    found = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def publish(committee):
    """The next edition, approved and published."""
    sitting.take(meeting=committee.now(), step="write", by=committee.office)
    approving.approve(meeting=committee.now(), by=committee.office)
    sitting.take(meeting=committee.now(), step="publish", by=committee.office)


def at(committee, copy=None):
    here = {"slug": committee.body.slug, "pk": committee.meeting.pk}
    if copy is None:
        return reverse("conferences:meeting", kwargs=here)
    return reverse("conferences:meeting-copy", kwargs={**here, "copy": copy.pk})


def edition(number, *, is_public=True):
    return MeetingCopy.objects.get(minutes__edition=number, is_public=is_public)


@pytest.fixture
def named(sat, deliver_outbox, mailbox):
    """Published minutes in which people stand where only seats should be read."""
    rows = sat.now().attendance.select_related("seat")
    notes = {row.pk: ("excused", "krank") for row in rows if row.seat.group == "experienced"}
    sitting.attend(
        meeting=sat.now(), presence=notes, chair="Dilan Yücel", keeper="Bert", by=sat.office
    )
    item = sat.now().items.get(number=1)
    for owner in ("Dr. Selma Ohnesorg", "Kreis"):
        sitting.resolve(
            meeting=sat.now(),
            item_id=item.pk,
            text=f"Das macht {len(owner)}.",
            votes=(2, 0, 0),
            owner=owner,
            by=sat.office,
        )
    for what, who in (("Aushang", "Bert Hinrichs"), ("Rundbrief", "Angehörige")):
        sitting.agree(meeting=sat.now(), what=what, who=who, by=sat.office)
    publish(sat)
    assert set(deliver_outbox()) == {"done"}
    return sat


def test_the_public_file_names_seats_and_no_people(named):
    public, internal = (
        words(files.load(edition(1, is_public=which).pdf, by=named.office))
        for which in (True, False)
    )

    assert [word for word in PEOPLE if word in public] == []
    assert [word for word in PEOPLE if word not in internal] == []
    assert "Verantwortlich: Kreis" in public
    assert "Rundbrief Angehörige" in public
    assert "Aushang nicht genannt" in public
    assert "Psychiatrie-Erfahrene ja entschuldigt" in public


# fmt: off
KNOWN = {
    "body", "subtitle", "letterhead", "year", "number", "starts_at", "ends_at", "place", "chair",
    "keeper", "quorum", "items", "measures", "attendance", "next_meeting", "edition", "approved_on",
}
KNOWN_OF_ALL = {
    "items": {"number", "title", "text", "is_internal", "carried", "resolutions", "left_out"},
    "measures": {"number", "what", "who", "due_on", "state", "is_internal"},
    "attendance": {"name", "seat", "group", "has_vote", "presence", "note"},
}
# fmt: on


def test_the_public_content_itself_names_nobody_whatever_the_sheet_would_print(named):
    whole = json.loads(Minutes.objects.get().content)
    public = public_version(whole)

    assert [word for word in PEOPLE if word not in json.dumps(whole, ensure_ascii=False)] == []
    assert [word for word in PEOPLE if word in json.dumps(public, ensure_ascii=False)] == []
    assert (public["chair"], public["keeper"]) == ("", "")
    assert {row["name"] for row in public["attendance"]} == {""}


def test_what_is_written_into_minutes_was_looked_at_for_the_public(named):
    public = public_version(json.loads(Minutes.objects.get().content))

    assert public.keys() == KNOWN
    for part, known in KNOWN_OF_ALL.items():
        assert {key for row in public[part] for key in row} == known


def pages(browser, committee):
    body = reverse("conferences:body", kwargs={"slug": committee.body.slug})
    return "".join(browser.get(address).content.decode() for address in (at(committee), body))


def test_the_pages_name_nobody_to_a_reader_outside(named, sign_in, people):
    outside = pages(sign_in(people.intake, people.provider), named)
    inside = pages(sign_in(people.committee_member, people.office), named)

    assert [word for word in PEOPLE[:2] if word in outside] == []
    assert [word for word in PEOPLE[:2] if word not in inside] == []
    assert "Aushang" in outside


PUBLIC = reverse_lazy("conferences:public-minutes")


def public_file(client, committee):
    return client.get(reverse("conferences:public-file", kwargs={"pk": committee.meeting.pk}))


def test_everybody_reads_published_minutes_without_an_account(named, client):
    page = client.get(PUBLIC).content.decode()
    assert "PSAG Auental, 1. Sitzung" in page
    assert reverse("conferences:public-file", kwargs={"pk": named.meeting.pk}) in page

    answer = public_file(client, named)

    assert answer.status_code == 200
    assert "Tierhaltung" in words(answer.content)
    assert [word for word in (*PEOPLE, "Besetzung") if word in words(answer.content)] == []


def test_the_body_itself_finds_the_public_file_there(named, sign_in, people):
    answer = public_file(sign_in(people.committee_member, people.office), named)

    assert "Besetzung" not in words(answer.content)


HIDDEN = {
    "approved only": lambda: Meeting.objects.update(state="minutes_approved"),
    "being revised": lambda: Meeting.objects.update(state="minutes_draft"),
    "of a closed body": lambda: Body.objects.update(is_public=False),
    "not printed yet": lambda: MeetingCopy.objects.filter(is_public=True).update(pdf=None),
}


@pytest.mark.parametrize("why", HIDDEN)
def test_nobody_reads_without_an_account_what_is_not_published(named, client, why):
    HIDDEN[why]()

    assert public_file(client, named).status_code == 404
    assert "PSAG" not in client.get(PUBLIC).content.decode()


def test_a_newer_edition_takes_the_place_of_the_public_one(named, client, deliver_outbox):
    assert "Öffentliche Fassung 1" in words(public_file(client, named).content)
    sitting.take(meeting=named.now(), step="revise", by=named.office)
    publish(named)
    assert public_file(client, named).status_code == 404

    deliver_outbox()

    assert "Öffentliche Fassung 2" in words(public_file(client, named).content)


def test_outside_only_the_edition_that_was_published_is_read(
    named, deliver_outbox, sign_in, people
):
    sitting.take(meeting=named.now(), step="revise", by=named.office)
    sitting.take(meeting=named.now(), step="write", by=named.office)
    approving.approve(meeting=named.now(), by=named.office)
    sitting.take(meeting=named.now(), step="revise", by=named.office)
    publish(named)
    deliver_outbox()
    outsider = sign_in(people.intake, people.provider)

    answers = [outsider.get(at(named, edition(number))).status_code for number in (1, 2, 3)]
    page = outsider.get(at(named)).content.decode()

    assert answers == [404, 404, 200]
    assert page.count("Öffentliche Fassung") == 1
    assert "Öffentliche Fassung 3" in page
    office = sign_in(people.coordinator, people.office)
    assert office.get(at(named, edition(2))).status_code == 200
