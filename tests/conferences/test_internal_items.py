"""What is internal to a body stays there: on every page, in every list, in every file."""

import json

import pytest
from django.urls import reverse

from conferences.models import MeetingCopy, Minutes
from conferences.services import approving, convening, sitting
from core import files
from tests.conferences.test_meeting_pages import words

INSIDE = ("Besetzung", "Stelle bleibt leer", "Stelle ausschreiben", "Gutachten bestellen")
OUTSIDE = ("Tierhaltung", "Hunde dürfen mit", "Hausordnung ändern", "Hausordnung aushängen")


@pytest.fixture
def published(sat, deliver_outbox, mailbox):
    """Both items with a result, a vote and a measure; approved, printed and published."""
    for number, (_title, result, vote, measure), internal in (
        (1, OUTSIDE, False),
        (2, INSIDE, True),
    ):
        item = sat.now().items.get(number=number)
        sitting.write_result(
            meeting=sat.now(),
            item_id=item.pk,
            result=result,
            comes_back=False,
            is_internal=internal,
            by=sat.office,
        )
        sitting.resolve(
            meeting=sat.now(),
            item_id=item.pk,
            text=vote,
            votes=(2, 0, 0),
            by=sat.office,
        )
        sitting.agree(
            meeting=sat.now(), what=measure, who="AG", is_internal=internal, by=sat.office
        )
    sitting.take(meeting=sat.now(), step="write", by=sat.office)
    approving.approve(meeting=sat.now(), by=sat.office)
    sitting.take(meeting=sat.now(), step="publish", by=sat.office)
    assert set(deliver_outbox()) == {"done"}
    return sat


def pages(browser, committee):
    """All that can be read of a body: its own page and that of the meeting."""
    here = {"slug": committee.body.slug}
    meeting = reverse("conferences:meeting", kwargs={**here, "pk": committee.meeting.pk})
    body = reverse("conferences:body", kwargs=here)
    return [browser.get(address).content.decode() for address in (meeting, body)]


def copy_of(committee, *, is_public):
    copy = MeetingCopy.objects.get(minutes__meeting=committee.meeting, is_public=is_public)
    here = {"slug": committee.body.slug, "pk": committee.meeting.pk, "copy": copy.pk}
    return reverse("conferences:meeting-copy", kwargs=here)


def test_outside_the_body_no_internal_word_is_on_any_page(published, sign_in, people):
    meeting, body = pages(sign_in(people.intake, people.provider), published)

    assert [word for word in OUTSIDE if word not in meeting] == []
    assert [word for word in INSIDE if word in meeting + body] == []
    assert "Hausordnung ändern" in body


@pytest.mark.parametrize("who", ["coordinator", "committee_member"])
def test_inside_the_body_everything_is_read(published, sign_in, people, who):
    meeting, body = pages(sign_in(getattr(people, who), people.office), published)

    assert [word for word in OUTSIDE + INSIDE if word not in meeting] == []
    assert "Stelle ausschreiben" in body


def test_the_internal_file_is_for_the_body_and_the_public_one_for_all(published, sign_in, people):
    outsider = sign_in(people.intake, people.provider)

    assert outsider.get(copy_of(published, is_public=False)).status_code == 404
    public = words(outsider.get(copy_of(published, is_public=True)).content)

    assert [word for word in OUTSIDE if word not in public] == []
    assert [word for word in INSIDE if word in public] == []


def test_the_public_file_is_not_public_before_the_publication(sat, deliver_outbox, sign_in, people):
    sitting.take(meeting=sat.now(), step="write", by=sat.office)
    approving.approve(meeting=sat.now(), by=sat.office)
    deliver_outbox()

    answer = sign_in(people.intake, people.provider).get(copy_of(sat, is_public=True))

    assert answer.status_code == 404


def test_results_are_read_outside_only_once_published(sat, sign_in, people):
    item = sat.now().items.get(number=1)
    sitting.write_result(
        meeting=sat.now(),
        item_id=item.pk,
        result="Hunde dürfen mit",
        comes_back=False,
        is_internal=False,
        by=sat.office,
    )

    meeting, _body = pages(sign_in(people.intake, people.provider), sat)

    assert "Hunde dürfen mit" not in meeting


def test_the_agenda_by_mail_names_no_internal_item(committee, deliver_outbox, mailbox):
    convening.add_item(
        meeting=committee.now(), title="Besetzung", is_internal=True, by=committee.office
    )
    convening.invite(meeting=committee.now(), by=committee.office)
    deliver_outbox()

    assert mailbox.mails
    assert not [mail for mail in mailbox.mails if "Besetzung" in mail.as_string()]


def test_approved_minutes_do_not_follow_the_meeting(published):
    before = Minutes.objects.get()
    public = MeetingCopy.objects.get(is_public=True)
    content = files.load(public.pdf, by=published.office)

    published.now().items.update(result="Ganz anders", title="Ganz anders")

    after = Minutes.objects.get()
    assert (after.content, after.digest) == (before.content, before.digest)
    assert "Ganz anders" not in json.dumps(json.loads(after.content))
    assert files.load(MeetingCopy.objects.get(is_public=True).pdf, by=published.office) == content
