"""Mails and calendar files of both tables, as they arrive at a real server."""

import pytest

from conferences.services import convening, scheduling
from conferences.services import people as seats
from core import clock, moments, outbox
from core.models import OutboxMessage
from referrals.models import Release
from referrals.services import withdraw_release
from tests.conferences import tables

CANARIES = ("Vogelsang", "Jutta", "Rolf", "Raum 112", "zu Hause", "NK-", "Arbeitsstelle")


@pytest.fixture
def sent(invited, deliver_outbox, mailbox):
    """The invitations have arrived."""
    assert set(deliver_outbox()) == {"done"}
    return mailbox


def raw(mailbox) -> str:
    parts = [part for mail in mailbox.mails for part in mail.walk() if not part.is_multipart()]
    texts = [part.get_payload(decode=True).decode() for part in parts]
    heads = [str(value) for mail in mailbox.mails for value in mail.values()]
    return "\n".join(texts + heads).replace("\r\n ", "")


def test_one_mail_each_and_nobody_s_name(sent):
    assert len(sent.mails) == 3
    assert all(len(to) == 1 for to in sent.recipients)
    assert [word for word in CANARIES if word in raw(sent)] == []
    assert {mail["Subject"] for mail in sent.mails} == {"Termin im GPV-Portal"}


def test_the_calendar_asks_only_its_reader(sent):
    for mail, (to,) in zip(sent.mails, sent.recipients, strict=True):
        assert mail.get_content_type() == "multipart/alternative"
        (part,) = [p for p in mail.walk() if p.get_content_type() == "text/calendar"]
        lines = part.get_payload(decode=True).decode().replace("\r\n ", "").split("\r\n")
        assert part.get_param("method") == "REQUEST"
        assert "METHOD:REQUEST" in lines
        assert "SEQUENCE:0" in lines
        assert "SUMMARY:Termin (Portal)" in lines
        assert [line for line in lines if line.startswith("ATTENDEE")] == [
            f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{to}"
        ]
        assert f"ORGANIZER:mailto:{mail['From']}" in lines


def test_a_postponed_conference_leaves_and_comes_back(sent, invited, deliver_outbox):
    scheduling.postpone(conference=invited.now(), by=invited.owner)
    deliver_outbox()
    scheduling.fix_date(
        conference=invited.now(),
        starts_at=tables.tomorrow(9),
        ends_at=tables.tomorrow(10),
        place="",
        by=invited.owner,
    )
    scheduling.invite(conference=invited.now(), by=invited.owner)
    deliver_outbox()

    files = [part.get_payload(decode=True).decode() for part in sent.calendar_parts()]
    steps = [
        (text.split("METHOD:")[1].split()[0], int(text.split("SEQUENCE:")[1].split()[0]))
        for text in files
    ]

    assert steps == [("REQUEST", 0)] * 3 + [("CANCEL", 1)] * 3 + [("REQUEST", 2)] * 3
    assert len({text.split("UID:")[1].split()[0] for text in files}) == 1


def test_a_release_withdrawn_on_the_way_stops_the_mail(invited, deliver_outbox, mailbox):
    for release in Release.objects.filter(client=invited.now().client):
        withdraw_release(release=release, by=invited.owner)

    states = deliver_outbox()

    assert len(mailbox.mails) == 1
    assert sorted(states)[:1] == ["done"]
    assert states.count("refused") == 2
    assert mailbox.recipients == [[invited.owner.person.email]]


def test_a_message_that_comes_twice_is_one_mail(invited, deliver_outbox, mailbox):
    deliver_outbox()

    for message_id in OutboxMessage.objects.values_list("pk", flat=True):
        assert not outbox.deliver(message_id)

    assert len(mailbox.mails) == 3


def test_a_committee_says_what_it_is_about(committee, deliver_outbox, mailbox):
    convening.add_item(meeting=committee.now(), title="Tierhaltung", by=committee.office)
    convening.invite(meeting=committee.now(), by=committee.office)
    deliver_outbox()

    assert len(mailbox.mails) == 2
    assert "PSAG Auental" in mailbox.mails[0]["Subject"]
    assert "Saal 2" in raw(mailbox)
    convening.call_off(meeting=committee.now(), step="cancel", by=committee.office)
    deliver_outbox()
    assert mailbox.mails[2]["Subject"].startswith("Findet nicht statt")
    assert mailbox.calendar_parts()[2].get_param("method") == "CANCEL"


@pytest.fixture
def brother(scheduled):
    """A relative without an account, with everything signed."""
    row = seats.add_guest(
        conference=scheduled.now(),
        kind="relative",
        name="Rolf Vogelsang",
        address="rolf@example.org",
        by=scheduled.owner,
    )
    return seats.approve(
        conference=scheduled.now(),
        participant=row,
        approved_on=clock.today(),
        confidentiality_on=clock.today(),
        by=scheduled.owner,
    )


def test_who_has_no_account_is_told_the_moment_and_gets_no_link(
    scheduled, brother, deliver_outbox, mailbox
):
    scheduling.invite(conference=scheduled.now(), by=scheduled.owner)
    deliver_outbox()
    scheduling.cancel(conference=scheduled.now(), by=scheduled.owner)
    deliver_outbox()

    mails = [mail for mail in mailbox.mails if mail["To"] == "rolf@example.org"]
    texts = [mail.get_body().get_content() for mail in mails]
    assert len(texts) == 2
    assert all(moments.moment(tables.tomorrow(13)) in text for text in texts)
    assert not [text for text in texts if "http" in text or "Portal wartet" in text]
    assert [word for word in CANARIES if word in raw(mailbox)] == []
    assert [
        part.get_param("method")
        for mail in mails
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ] == ["REQUEST", "CANCEL"]
