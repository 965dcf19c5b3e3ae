"""An entry through its life: written, returned, published, hinted at, confirmed by a link."""

import re

import pytest

from core.actor import SCHEDULER
from network.models import Service
from network.services.reviews import ask_owners

CAFE = "Nachbarschaftscafé Ankerplatz"


@pytest.mark.shows("network:entry-new network:service network:entries-to-check network:entry-edit")
def test_a_house_writes_an_entry_and_the_coordination_publishes_it(visitor, region):
    jonas = visitor(region.people["jonas"], region.house("ankerplatz"))
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    guest = visitor()

    jonas.go("/verwaltung/eintraege/neu/").fill(name=CAFE, type="contact", age_from="30")
    jonas.fill(age_to="20").press("Eintrag speichern").sees("liegt unter dem niedrigsten")
    jonas.fill(age_to="60", easy_text="Kommen Sie herein.").press("Eintrag speichern")
    jonas.sees("Entwurf", "Kommen Sie herein.").press("Zur Prüfung geben").sees("wird geprüft")
    address = jonas.page.url.removeprefix(jonas.address)
    guest.go(address, status=404)

    hanne.go("/verwaltung/eintraege/pruefen/").follow("zu veröffentlichen").follow(CAFE)
    hanne.fill(note="Bitte die Zeiten nennen").press("Zurückgeben").sees("Entwurf")
    jonas.go(address).sees("Bitte die Zeiten nennen").follow("Bearbeiten")
    jonas.fill(hours_text="Mo-Fr 15-19 Uhr").press("Eintrag speichern")
    jonas.press("Zur Prüfung geben")
    hanne.go(address).press("Veröffentlichen").sees("veröffentlicht")
    guest.go(address).sees(CAFE, "Mo–Fr 15:00–19:00 Uhr")

    jonas.go(address).opens("Vorübergehend geschlossen").fill(until="2000-01-01")
    jonas.press("Als geschlossen eintragen").sees("Das Ende liegt vor dem Anfang")
    jonas.fill(until="").press("Als geschlossen eintragen")
    guest.go(address).sees("vorübergehend geschlossen")
    jonas.press("Wieder geöffnet").press("Nicht mehr angeboten").sees("nicht mehr angeboten")
    guest.go(address, status=404)


@pytest.mark.shows("network:service network:hint network:hints network:entry-edit")
def test_anybody_suggests_a_change_and_the_owner_makes_it(visitor, region):
    entry = region.service("bewo-sued")
    address = f"/verzeichnis/{entry.slug}/"
    guest = visitor(java_script_enabled=False).go(address)

    guest.follow("Änderung vorschlagen").press("Hinweis senden")
    guest.fill(text="Freitags ist um 12 Uhr Schluss.").press("Hinweis senden")
    guest.sees("Danke. Ihr Hinweis liegt").does_not_see("Freitags ist um 12 Uhr Schluss.")

    jonas = visitor(region.people["jonas"], region.house("ankerplatz"))
    jonas.go("/verwaltung/").follow("Hinweise warten").sees("Freitags ist um 12 Uhr Schluss.")
    jonas.press("Annehmen und Eintrag ändern", about="Annehmen")
    jonas.sees("Der Hinweis").fill(hours_text="Mo–Do 9–16 Uhr, Fr 9–12 Uhr")
    jonas.press("Eintrag speichern").sees("Fr 9–12 Uhr")


@pytest.mark.shows("network:entry-link network:service 404")
def test_the_owner_confirms_by_the_link_in_a_mail_without_signing_in(
    visitor, region, mailbox, deliver_outbox
):
    Service.objects.filter(pk=region.service("bewo-sued").pk).update(verified_on="2020-01-01")
    ask_owners(by=SCHEDULER)
    deliver_outbox()
    letters = [mail.get_content() for mail in mailbox.mails]
    letter = next(text for text in letters if region.service("bewo-sued").name in text)
    link = re.search(r"/l/eintrag/\S+", letter).group()
    owner = visitor(java_script_enabled=False)

    owner.go(link).sees("Stimmt der Eintrag noch?").press("Ja, stimmt noch")

    owner.sees("gilt als heute geprüft")
    owner.go(link, status=404)
