"""Finding a date: who is told that proposals wait, in which words, and who answers."""

import datetime as dt

from django.urls import reverse

from conferences.services import people as seats
from conferences.services import scheduling
from core.models import OutboxMessage
from referrals.models import Release
from referrals.services import withdraw_release
from tests.conferences import tables

CANARIES = ("Vogelsang", "Jutta", "zu Hause", "NK-", "Arbeitsstelle", "13:00", "Aufnahme")
DATES = [tables.tomorrow(13), tables.tomorrow(13) + dt.timedelta(days=1)]


def ask(table):
    scheduling.poll(conference=table.now(), dates=DATES, by=table.owner)


def told(mailbox):
    return sorted(mail["To"] for mail in mailbox.mails)


def test_everybody_who_can_answer_is_told_and_nobody_else(
    scheduled, people, deliver_outbox, mailbox
):
    seats.add_professional(
        conference=scheduled.now(),
        facility=people.other_provider,
        person=people.other_intake,
        by=scheduled.owner,
    )
    seats.add_guest(
        conference=scheduled.now(),
        kind="relative",
        name="Rolf",
        address="rolf@example.org",
        by=scheduled.owner,
    )

    ask(scheduled)
    deliver_outbox()

    assert told(mailbox) == sorted([people.coordinator.email, people.intake.email])


def test_the_mail_says_only_that_dates_wait(scheduled, deliver_outbox, mailbox):
    ask(scheduled)
    deliver_outbox()

    page = reverse("conferences:conference", kwargs={"pk": scheduled.conference.pk})
    assert len(mailbox.mails) == 2
    for mail in mailbox.mails:
        text = mail.get_body().get_content()
        assert page in text
        assert "Terminvorschläge auf Ihre Antwort" in text
        assert [word for word in CANARIES if word in text + str(mail["Subject"])] == []


def test_a_release_withdrawn_on_the_way_stops_the_mail(scheduled, deliver_outbox, mailbox):
    ask(scheduled)
    for release in Release.objects.filter(client=scheduled.now().client):
        withdraw_release(release=release, by=scheduled.owner)

    assert set(deliver_outbox()) == {"refused"}
    assert mailbox.mails == []


def test_once_the_date_is_fixed_nobody_is_asked(scheduled, deliver_outbox, mailbox):
    ask(scheduled)
    OutboxMessage.objects.filter(kind="conferences.poll").update(state="failed")
    scheduling.invite(conference=scheduled.now(), by=scheduled.owner)
    OutboxMessage.objects.filter(kind="conferences.invitation").update(state="failed")
    OutboxMessage.objects.filter(kind="conferences.poll").update(state="pending")

    assert set(deliver_outbox()) == {"done"}
    assert mailbox.mails == []
