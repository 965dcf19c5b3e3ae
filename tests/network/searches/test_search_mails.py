"""What newly fits a kept search is mailed: once, once a day, to members, without the question."""

import datetime as dt
import re

import pytest
from django.test import Client

from core import clock
from core.models import AccessToken, AuditEntry, OutboxMessage
from network.models import Membership, SavedSearch, Service
from network.tasks import watch_searches
from tests.factories import RegionFactory
from tests.network.searches.keeping import LIST, QUERY, entry, keep, link_in, page, text_of

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def tomorrow(time_machine, deliver_outbox, selma, people):
    """One more day passes: the directory is compared, what was ordered goes, she comes again."""

    def pass_one():
        time_machine.move_to(clock.now() + dt.timedelta(days=1))
        watch_searches()
        deliver_outbox()
        selma.force_login(people.intake)

    return pass_one


def test_no_trail_holds_the_words(selma, region, tomorrow, mailbox, caplog):
    keep(selma, "q=Wahnvorstellung", name="Herr Muster")
    entry(region, "Wahnvorstellung und Alltag")
    tomorrow()
    kept = SavedSearch.objects.get()
    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": "Herr Muster"})
    selma.post(f"{LIST}{kept.pk}/loeschen/")

    trail = [*AuditEntry.objects.values(), *OutboxMessage.objects.values()]
    assert {row["deed"] for row in AuditEntry.objects.values("deed")} >= {
        "search.saved",
        "search.changed",
        "search.told",
        "search.deleted",
    }
    for word in ("Wahnvorstellung", "Herr Muster"):
        assert word not in repr(trail)
        assert word not in caplog.text


def test_one_mail_says_what_newly_fits_and_nothing_of_the_question(
    selma, people, region, tomorrow, mailbox, settings
):
    entry(region, "Suchtberatung Alt")
    keep(selma, name="Für Frau Muster")
    tomorrow()
    assert mailbox.mails == []

    new = entry(region, answers="Erika Mustermann", internal_remark="Klingeln")
    entry(region, "Suchtberatung mit Stufen", barrier_free=False)
    entry(RegionFactory(slug="nordtal", name="Kreis Nordtal"), "Suchtberatung Nordtal")
    tomorrow()

    assert mailbox.recipients == [[people.intake.email]]
    said = text_of(mailbox.mails[0])
    assert f"Suchtberatung Neu\n{settings.GPV_SITE_ADDRESS}/verzeichnis/{new.slug}/" in said
    for word in ("Alt", "Stufen", "Nordtal", "Muster", "Klingeln", "barrier"):
        assert word not in said.replace("Suchtberatung Neu", "")
    assert mailbox.mails[0]["Subject"] == "Neu im Verzeichnis"
    assert "nur im Portal unter „Gemerkte Suchen“." in said.replace("\n", " ")


def test_each_entry_is_told_once_however_often_it_comes_back(selma, region, tomorrow, mailbox):
    keep(selma)
    new = entry(region)
    tomorrow()
    assert len(mailbox.mails) == 1

    tomorrow()
    Service.objects.filter(pk=new.pk).update(state=Service.State.INACTIVE)
    tomorrow()
    Service.objects.filter(pk=new.pk).update(state=Service.State.PUBLISHED)
    tomorrow()

    assert len(mailbox.mails) == 1


def test_an_entry_that_was_changed_so_that_it_fits_is_told(selma, region, tomorrow, mailbox):
    steps = entry(region, "Suchtberatung mit Stufen", barrier_free=False)
    draft = entry(region, "Suchtberatung im Entwurf", state=Service.State.DRAFT)
    keep(selma)

    Service.objects.filter(pk=steps.pk).update(barrier_free=True)
    Service.objects.filter(pk=draft.pk).update(state=Service.State.PUBLISHED)
    tomorrow()

    said = text_of(mailbox.mails[0])
    assert "Suchtberatung mit Stufen" in said
    assert "Suchtberatung im Entwurf" in said


def test_that_doors_open_is_no_news(selma, region, tomorrow, mailbox):
    entry(region)

    keep(selma, f"{QUERY}&jetzt=open")
    tomorrow()

    assert mailbox.mails == []


def test_one_mail_a_day_however_often_the_scheduler_runs(
    selma, region, tomorrow, mailbox, deliver_outbox
):
    keep(selma)
    entry(region)
    tomorrow()
    entry(region, "Suchtberatung Zwei")

    watch_searches()
    deliver_outbox()
    assert len(mailbox.mails) == 1
    tomorrow()

    assert len(mailbox.mails) == 2
    assert "Suchtberatung Zwei" in text_of(mailbox.mails[1])
    assert "Suchtberatung Neu" not in text_of(mailbox.mails[1])


def test_many_new_entries_are_counted_after_the_first(selma, region, tomorrow, mailbox):
    keep(selma)
    for more in (13, 11):
        for number in range(more):
            entry(region, f"Suchtberatung {more}.{number}")
        tomorrow()

    assert [text_of(mail).count("/verzeichnis/") for mail in mailbox.mails] == [10, 10]
    assert "und 3 weitere Einträge" in text_of(mailbox.mails[0])
    assert "und ein weiterer Eintrag" in text_of(mailbox.mails[1])


def test_the_place_of_a_shelter_is_neither_searched_nor_told(selma, region, tomorrow, mailbox):
    keep(selma, "ort=Geheimviertel")
    keep(selma, "q=Schutz")
    entry(
        region,
        "Schutz für Frauen",
        address_public=False,
        street="Zufluchtweg 3",
        district="Geheimviertel",
    )

    tomorrow()

    assert len(mailbox.mails) == 1
    assert "Schutz für Frauen" in text_of(mailbox.mails[0])
    assert not re.search("Geheimviertel|Zufluchtweg", text_of(mailbox.mails[0]))


def test_who_has_left_gets_no_mail_and_leaves_no_words(selma, people, region, tomorrow, mailbox):
    keep(selma)
    entry(region)
    Membership.objects.filter(user=people.intake).update(until=clock.today())

    tomorrow()
    assert mailbox.mails == []
    assert SavedSearch.objects.exists()
    for _day in range(31):
        tomorrow()

    assert mailbox.mails == []
    assert not SavedSearch.objects.exists()


def test_a_link_in_the_mail_ends_the_mails_and_keeps_the_search(
    client, selma, region, tomorrow, mailbox
):
    keep(selma)
    entry(region)
    tomorrow()
    link = link_in(mailbox.mails[0])

    seen = [client.get(link).status_code for _scan in range(2)]
    assert seen == [200, 200]
    assert SavedSearch.objects.get().by_mail
    assert client.post(f"{link}abmelden/").status_code == 200
    assert client.post(f"{link}abmelden/").status_code == 404
    entry(region, "Suchtberatung Zwei")
    tomorrow()

    assert len(mailbox.mails) == 1
    assert "ohne E-Mails" in page(selma)


def test_a_mail_program_ends_the_mails_with_one_post(client, selma, region, tomorrow, mailbox):
    keep(selma)
    entry(region)
    tomorrow()
    mail = mailbox.mails[0]
    target = re.search(r"<https?://[^/]+(/.*)>", mail["List-Unsubscribe"])[1]

    stranger = Client(enforce_csrf_checks=True)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stranger.post(target).status_code == 404
    assert stranger.post(target, ONE_CLICK).status_code == 204
    assert not SavedSearch.objects.get().by_mail


def test_mails_that_begin_again_tell_nothing_of_the_time_between(selma, region, tomorrow, mailbox):
    keep(selma)
    kept = SavedSearch.objects.get()
    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": "Sucht"})
    entry(region)
    tomorrow()

    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": "Sucht", "by_mail": "on"})
    entry(region, "Suchtberatung Zwei")
    tomorrow()

    assert len(mailbox.mails) == 1
    assert "Suchtberatung Neu" not in text_of(mailbox.mails[0])


def test_no_link_outlives_the_search(selma, region, tomorrow, mailbox, client):
    keep(selma)
    entry(region)
    tomorrow()

    selma.post(f"{LIST}{SavedSearch.objects.get().pk}/loeschen/")

    assert not AccessToken.objects.filter(purpose="network.search-leave").exists()
    assert client.get(link_in(mailbox.mails[0])).status_code == 404
