"""A member looks at the map of the results, keeps the search, hears of something new, ends it."""

import re
from datetime import timedelta

import pytest

from core import clock, outbox
from core.models import OutboxMessage
from network.models import Service
from network.tasks import watch_searches


@pytest.mark.shows("network:directory network:saved-searches network:search-link")
def test_a_member_keeps_a_search_until_something_new_fits(visitor, region, mailbox):
    new = region.service("bewo-nordufer")
    _publish(new, Service.State.DRAFT)
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go("/verzeichnis/?q=wohnen").opens("Karte dieser Angebote").check()
    hanne.sees("Norden ist oben")
    hanne.opens("Suche merken").check().fill(name="Wohnen").press("Merken")
    hanne.sees("Gemerkt.", "noch nichts Neues")

    _publish(new, Service.State.PUBLISHED)
    _next_morning()
    letter = mailbox.mails[0].get_body(("plain",)).get_content()

    assert new.name in letter
    visitor().go(re.search(r"/l/suche-ende/[\w-]+/", letter)[0]).press("Abmelden").sees(
        "Zu dieser Suche kommen keine E-Mails mehr"
    )
    hanne.go("/gemerkte-suchen/").sees("ohne E-Mails").follow("Wohnen").sees(new.name)
    hanne.go("/gemerkte-suchen/").opens("Ändern").check()
    hanne.fill(name="Haus").press("Speichern Wohnen")
    hanne.sees("Haus").press("Löschen Haus").sees("Noch keine Suche gemerkt")


def _publish(entry: Service, state: Service.State) -> None:
    Service.objects.filter(pk=entry.pk).update(state=state)


def _next_morning() -> None:
    """The directory is compared, and what was ordered is sent."""
    with clock.at(clock.now() + timedelta(days=1)):
        watch_searches()
        for waiting in OutboxMessage.objects.filter(kind="network.search_news"):
            assert outbox.deliver(waiting.pk)
