"""Somebody outside the network gets new editions by mail: confirmed, sent, left."""

import re

import pytest

ADDRESS = "praxis@example.org"


def link_in(mail, name):
    """The page that a letter leads to."""
    return re.search(rf"/l/{name}/[\w-]+/", mail.get_body(("plain",)).get_content())[0]


@pytest.mark.pdf
@pytest.mark.shows("network:subscription-form network:join-link network:leave-link 404")
def test_an_address_outside_confirms_reads_and_leaves(visitor, region, mailbox, deliver_outbox):
    owner = visitor(java_script_enabled=False)
    owner.go("/kontakte/").follow("E-Mail-Adresse angeben").fill(email="praxis@")
    owner.press("Link zum Bestätigen senden").sees("E-Mail-Adresse")
    owner.fill(email=ADDRESS).press("Link zum Bestätigen senden").sees("Bitte sehen Sie in Ihr")
    deliver_outbox()

    link = link_in(mailbox.mails.pop(), "abo")
    mailbox.recipients.clear()
    owner.go(link).sees("Bestätigen Sie").press("Ja, bitte schicken").sees("Adresse ist bestätigt")
    owner.go(link, status=404)

    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go("/kontakte/").sees("1 Adresse außerhalb").press("Ausgabe veröffentlichen")
    deliver_outbox()  # the files
    deliver_outbox()  # the mails
    letter = mailbox.mails[mailbox.recipients.index([ADDRESS])]
    [file] = letter.iter_attachments()
    assert file.get_filename() == "kontaktliste-ausgabe-1-oeffentlich.pdf"

    leave = link_in(letter, "abo-ende")
    owner = visitor()
    owner.go(leave).press("Abmelden").sees("Sie sind abgemeldet")
    owner.go(leave, status=404)
    hanne.go("/kontakte/").sees("0 Adressen außerhalb")
