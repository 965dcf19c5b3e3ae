"""A new edition is mailed once: the link to members, the public file to outside addresses."""

import re

import pytest

from core import clock
from core.models import OutboxMessage
from network.models import ContactListEdition, Membership, Subscription
from tests.network.subscriptions.asking import ADDRESS, publish

pytestmark = pytest.mark.django_db


@pytest.mark.pdf
def test_members_get_the_link_and_outside_addresses_the_public_file(
    people, contact, confirmed, sign_in, mailbox, deliver_outbox
):
    sign_in(people.intake).post("/kontakte/abo/")
    publish(people)
    deliver_outbox()
    assert mailbox.mails == []  # first the files, then the mails

    deliver_outbox()

    mails = dict(zip((to for [to] in mailbox.recipients), mailbox.mails, strict=True))
    edition = ContactListEdition.objects.get()
    member, outside = mails[people.intake.email], mails[ADDRESS]
    assert f"/kontakte/ausgaben/{edition.pk}/" in member.get_body(("plain",)).get_content()
    assert list(member.iter_attachments()) == []
    [file] = outside.iter_attachments()
    assert file.get_filename() == "kontaktliste-ausgabe-1-oeffentlich.pdf"
    assert file.get_content().startswith(b"%PDF-1.7")
    assert "Okafor" not in str(outside)
    for mail in (member, outside):
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert re.fullmatch(
            r"<https?://\S+/l/abo-ende/\S+/sofort/>", mail["List-Unsubscribe"].strip()
        )


@pytest.mark.pdf
def test_everybody_is_told_once_however_often_the_work_is_done(
    people, contact, confirmed, mailbox, deliver_outbox
):
    publish(people)
    deliver_outbox()
    deliver_outbox()
    OutboxMessage.objects.filter(kind="network.edition_published").update(state="pending")
    deliver_outbox()
    deliver_outbox()

    assert mailbox.recipients == [[ADDRESS]]


@pytest.mark.pdf
def test_who_leaves_before_the_mail_gets_none_and_who_joins_later_no_old_one(
    people, contact, confirmed, mailbox, deliver_outbox
):
    publish(people)
    Subscription.objects.create(
        region=people.office.organisation.region, person=people.intake, confirmed_at=clock.now()
    )
    deliver_outbox()
    confirmed.delete()

    deliver_outbox()

    assert mailbox.mails == []


@pytest.mark.pdf
def test_who_works_here_no_longer_is_told_no_longer(
    people, contact, sign_in, mailbox, deliver_outbox
):
    sign_in(people.intake).post("/kontakte/abo/")
    Membership.objects.filter(user=people.intake).update(until=clock.today())
    publish(people)
    deliver_outbox()
    deliver_outbox()

    assert mailbox.mails == []
