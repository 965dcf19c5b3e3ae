"""Who is told of a new edition: by choice, by double opt-in, and until they leave."""

import datetime as dt
import re

import pytest
from django.test import Client

from core import clock, outbox
from core.models import AccessToken, AuditEntry, OutboxMessage
from network.models import ContactListEdition, Membership, Subscription
from network.services.subscriptions import MOST_AN_HOUR
from network.tasks import forget_subscriptions
from tests.factories import ContactFactory, RegionFactory

pytestmark = pytest.mark.django_db
ADDRESS = "praxis@example.org"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def contact(people):
    return ContactFactory(
        facility=people.clinic, function="Sozialdienst", person="Miriam Okafor-Lenz"
    )


def ask(client, email=ADDRESS, **more):
    return client.post("/kontakte/abonnieren/anmelden/", {"email": email, **more})


def link_in(mail, name):
    text = mail.get_body(("plain",)).get_content()
    return re.search(rf"/l/{name}/[\w-]+/", text)[0]


@pytest.fixture
def confirmed(client, people, mailbox, deliver_outbox):
    """An outside address that has confirmed itself; its mail is read and put away."""
    ask(client)
    deliver_outbox()
    client.post(f"{link_in(mailbox.mails.pop(), 'abo')}ja/")
    mailbox.recipients.clear()
    return Subscription.objects.get()


def publish(people):
    client = Client()
    client.force_login(people.coordinator)
    return client.post("/kontakte/ausgaben/neu/")


def test_an_address_counts_only_after_its_owner_has_pressed_the_button(
    client, people, mailbox, deliver_outbox
):
    ask(client, "Praxis@Example.org")
    deliver_outbox()
    link = link_in(mailbox.mails[0], "abo")

    seen = client.get(link)
    again = client.get(link)

    assert mailbox.recipients == [[ADDRESS]]
    assert (seen.status_code, again.status_code) == (200, 200)
    assert not Subscription.objects.confirmed().exists()
    assert client.post(f"{link}ja/").status_code == 200
    assert Subscription.objects.confirmed().get().email == ADDRESS
    assert client.post(f"{link}ja/").status_code == 404
    assert "gilt nicht mehr" in client.get(link).content.decode()


def test_the_answer_is_the_same_whatever_is_known_of_an_address(
    client, people, confirmed, mailbox, deliver_outbox
):
    known, unknown = ask(client), ask(client, "neu@example.org")
    deliver_outbox()

    def words(answer):
        return re.sub(r'nonce="[^"]*"|value="[^"]*"', "", answer.content.decode())

    assert words(known) == words(unknown)
    assert mailbox.recipients == [["neu@example.org"]]


def test_an_address_is_asked_once_a_day(client, people, mailbox, deliver_outbox, time_machine):
    for _ in range(3):
        ask(client)
        deliver_outbox()
    assert len(mailbox.mails) == 1

    time_machine.move_to(clock.now() + dt.timedelta(days=1, minutes=1))
    ask(client)
    deliver_outbox()

    assert len(mailbox.mails) == 2
    assert client.get(link_in(mailbox.mails[0], "abo")).status_code == 404
    assert client.get(link_in(mailbox.mails[1], "abo")).status_code == 200


def test_a_flood_of_addresses_is_stopped_and_ends_within_the_hour(client, people, time_machine):
    answers = [ask(client, f"a{number}@example.org") for number in range(MOST_AN_HOUR + 2)]

    assert [answer.status_code for answer in answers[-3:]] == [200, 409, 409]
    assert Subscription.objects.count() == MOST_AN_HOUR
    time_machine.move_to(clock.now() + dt.timedelta(hours=1, minutes=1))
    assert ask(client, "spaeter@example.org").status_code == 200


@pytest.mark.parametrize(
    "address", ["", "x", "a@b", "a@example.org\nBcc: b@example.org", "a\0@example.org", "a" * 300]
)
def test_what_is_no_address_gets_a_sentence(client, people, address):
    answer = ask(client, address)

    assert answer.status_code == 200
    assert "invalid-feedback" in answer.content.decode()
    assert not OutboxMessage.objects.exists()


def test_an_unknown_region_is_the_first_and_no_region_is_not_found(client, people):
    assert ask(client, region="gibt-es-nicht").status_code == 200


def test_an_address_nobody_confirmed_is_deleted_after_a_week(client, people, time_machine):
    ask(client)
    Subscription.objects.create(
        region=RegionFactory(), email="da@example.org", confirmed_at=clock.now()
    )
    time_machine.move_to(clock.now() + dt.timedelta(days=6, hours=23))
    forget_subscriptions()
    assert Subscription.objects.count() == 2

    time_machine.move_to(clock.now() + dt.timedelta(hours=2))
    forget_subscriptions()

    assert Subscription.objects.get().email == "da@example.org"


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


@pytest.fixture
def told(people, contact, confirmed, mailbox, deliver_outbox):
    """The mail with the first edition to an outside address."""
    publish(people)
    deliver_outbox()
    deliver_outbox()
    return mailbox.mails[0]


@pytest.mark.pdf
def test_one_click_of_a_mail_program_ends_it_without_a_cookie(told):
    strict = Client(enforce_csrf_checks=True)
    address = re.search(r"/l/\S+/sofort/", told["List-Unsubscribe"])[0]

    assert strict.get(address).status_code == 405
    assert strict.post(address, {}).status_code == 404
    assert Subscription.objects.exists()
    assert strict.post(address, ONE_CLICK).status_code == 204
    assert not Subscription.objects.exists()
    assert strict.post(address, ONE_CLICK).status_code == 404
    assert not AccessToken.objects.filter(used_at=None).exists()


@pytest.mark.pdf
def test_the_link_shows_a_page_and_its_button_ends_it(client, told):
    link = link_in(told, "abo-ende")

    assert client.get(link).status_code == 200
    assert Subscription.objects.exists()
    assert Client(enforce_csrf_checks=True).post(f"{link}abmelden/").status_code == 403
    assert client.post(f"{link}abmelden/").status_code == 200
    assert not Subscription.objects.exists()
    assert client.post(f"{link}abmelden/").status_code == 404


@pytest.mark.pdf
def test_a_link_opens_nothing_else_than_it_was_made_for(client, told):
    token = link_in(told, "abo-ende").split("/")[-2]

    assert client.get(f"/l/abo/{token}/").status_code == 404
    assert client.post(f"/l/abo/{token}/ja/").status_code == 404
    assert client.post(f"/l/kontakt/{token}/stimmt/").status_code == 404
    assert Subscription.objects.exists()


def test_members_choose_for_themselves_and_strangers_cannot(people, sign_in):
    client = sign_in(people.intake)
    client.post("/kontakte/abo/")
    client.post("/kontakte/abo/")
    assert Subscription.objects.get().person == people.intake
    assert "Nicht mehr per E-Mail" in client.get("/kontakte/").content.decode()

    client.post("/kontakte/abo/beenden/")
    assert not Subscription.objects.exists()
    assert sign_in(people.no_role).post("/kontakte/abo/").status_code == 403


def test_leaving_ends_ones_own_subscription_and_nobody_elses(people, confirmed, sign_in):
    sign_in(people.social_worker).post("/kontakte/abo/")
    sign_in(people.intake).post("/kontakte/abo/")

    sign_in(people.intake).post("/kontakte/abo/beenden/")

    left = {row.email or row.person.full_name for row in Subscription.objects.all()}
    assert left == {ADDRESS, people.social_worker.full_name}


def test_the_coordination_sees_how_many_and_nobody_sees_an_address(people, confirmed, sign_in):
    pages = {
        person.full_name: sign_in(person).get("/kontakte/").content.decode()
        for person in (people.coordinator, people.intake, people.org_admin)
    }
    sign_in(people.no_role)

    assert "1 Adresse außerhalb" in pages[people.coordinator.full_name]
    assert not [name for name, page in pages.items() if ADDRESS in page]
    assert "außerhalb" not in pages[people.intake.full_name]
    assert ADDRESS not in str(list(AuditEntry.objects.values()))


def test_a_mail_server_that_is_away_loses_no_link(client, people, mailbox, settings):
    settings.EMAIL_PORT, port = 1, settings.EMAIL_PORT
    ask(client)
    message = OutboxMessage.objects.get()
    assert not outbox.deliver(message.pk)
    assert not AccessToken.objects.exists()

    settings.EMAIL_PORT = port
    assert outbox.deliver(message.pk)

    assert client.get(link_in(mailbox.mails[0], "abo")).status_code == 200
