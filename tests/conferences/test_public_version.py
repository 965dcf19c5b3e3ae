"""What the public reads of a meeting: seats, no names, and only the edition that was published."""

import subprocess

import pytest
from django.urls import reverse

from conferences.models import MeetingCopy
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
    assert set(deliver_outbox()) <= {"done"}
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


def test_the_pages_name_nobody_to_a_reader_outside(named, sign_in, people):
    body = reverse("conferences:body", kwargs={"slug": named.body.slug})
    outside, inside = (
        "".join(browser.get(address).content.decode() for address in (at(named), body))
        for browser in (
            sign_in(people.intake, people.provider),
            sign_in(people.committee_member, people.office),
        )
    )

    assert [word for word in PEOPLE[:2] if word in outside] == []
    assert [word for word in PEOPLE[:2] if word not in inside] == []
    assert "Aushang" in outside


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
