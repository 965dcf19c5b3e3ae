"""Calendar files, byte by byte: what Outlook, Thunderbird and Google ask for."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import icalendar
import pytest

from core import calendar_files
from core.calendar_files import Method

UID = UUID("6f1c2f5e-1111-4222-8333-444455556666")


def made(**changes) -> bytes:
    facts = {
        "method": Method.REQUEST,
        "uid": UID,
        "sequence": 0,
        "stamped_at": datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        "starts_at": datetime(2026, 11, 27, 12, 30, tzinfo=UTC),
        "ends_at": datetime(2026, 11, 27, 14, 0, tzinfo=UTC),
        "summary": "PSAG Auental, 4. Sitzung",
        "organizer": "portal@example.org",
        "attendee": "h.brodersen@example.org",
    }
    return calendar_files.event(**{**facts, **changes})


def lines(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_an_invitation_asks_and_names_only_its_recipient():
    got = lines(made())

    assert got[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//GPV-Portal//DE",
        "METHOD:REQUEST",
    ]
    assert f"UID:{UID}@gpv-portal" in got
    assert "SEQUENCE:0" in got
    assert "DTSTAMP:20261120T090000Z" in got
    assert "ORGANIZER:mailto:portal@example.org" in got
    assert [line for line in got if line.startswith("ATTENDEE")] == [
        "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:h.brodersen@example.org"
    ]


def test_a_cancellation_keeps_the_uid_and_raises_the_sequence():
    got = lines(made(method=Method.CANCEL, sequence=2))

    assert "METHOD:CANCEL" in got
    assert "STATUS:CANCELLED" in got
    assert f"UID:{UID}@gpv-portal" in got
    assert "SEQUENCE:2" in got


def test_times_are_local_and_carry_their_rule():
    got = lines(made())

    assert "DTSTART;TZID=Europe/Berlin:20261127T133000" in got
    assert "DTEND;TZID=Europe/Berlin:20261127T150000" in got
    assert got.count("BEGIN:VTIMEZONE") == 1
    assert got.index("END:VTIMEZONE") < got.index("BEGIN:VEVENT")
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in got


@pytest.mark.parametrize(("day", "local"), [((2027, 3, 28), "030000"), ((2026, 10, 25), "020000")])
def test_the_night_of_the_changed_clock_has_a_real_time(day, local):
    starts_at = datetime(*day, 1, 0, tzinfo=UTC)

    got = lines(made(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)))

    assert f"DTSTART;TZID=Europe/Berlin:{day[0]}{day[1]:02}{day[2]:02}T{local}" in got


def test_text_from_people_cannot_add_an_attendee():
    evil = "Sitzung\r\nATTENDEE:mailto:evil@example.org"

    content = made(summary=evil, place=evil, description=evil)

    parsed = icalendar.Calendar.from_ical(content)
    (event,) = parsed.events
    assert str(event["attendee"]) == "mailto:h.brodersen@example.org"
    assert sum(line.startswith("ATTENDEE") for line in lines(content)) == 1


def test_lines_end_with_crlf_and_are_at_most_75_octets():
    content = made(summary="Ä" * 200)

    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_case_says_when_and_nothing_else():
    content = calendar_files.case_event(
        method=Method.REQUEST,
        uid=UID,
        sequence=0,
        stamped_at=datetime(2026, 11, 20, tzinfo=UTC),
        starts_at=datetime(2026, 11, 27, 12, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 27, 14, 0, tzinfo=UTC),
        organizer="portal@example.org",
        attendee="s.arslan@example.org",
    )

    got = lines(content)
    assert "SUMMARY:Termin (Portal)" in got
    assert not [line for line in got if line.startswith(("LOCATION", "DESCRIPTION", "COMMENT"))]


def test_the_same_facts_give_the_same_bytes():
    assert made() == made()


def test_an_appointment_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="ends after"):
        made(ends_at=datetime(2026, 11, 27, 12, 30, tzinfo=UTC))
