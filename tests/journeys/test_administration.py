"""Keeping it true: colleagues, entries and contacts of one's own house, and what nobody keeps."""

import pytest

from core.actor import SCHEDULER
from network.services.entries import Content, create_entry

UNKEPT = "Teestube am Wehr"


@pytest.mark.shows("""
    network:administration network:entry-new network:entry-edit network:contact-new
    network:contact-edit network:service network:contacts
""")
def test_a_house_keeps_its_people_entries_and_contacts(visitor, region):
    jonas = visitor(region.people["jonas"], region.house("ankerplatz"))
    jonas.go("/verwaltung/").sees("Selma Arslan", "Betreutes Wohnen Lindenbrück-Süd")

    jonas.fill(full_name="Rana Yıldız", email="rana@example.org", role="intake")
    jonas.press("Einladung senden").sees("Rana Yıldız")
    jonas.press("Rolle beenden", about="Rana Yıldız").sees("Die Rolle ist beendet")
    jonas.does_not_see("Rana Yıldız")

    jonas.follow("Neuer Kontakt").press("Kontakt speichern")
    jonas.fill(function="Bereitschaft am Wochenende", phone="030 23125-640")
    jonas.press("Kontakt speichern").sees("Bereitschaft am Wochenende")
    jonas.follow("Bereitschaft am Wochenende").fill(hours="Sa und So 10 bis 18 Uhr")
    jonas.press("Kontakt speichern")
    jonas.go("/kontakte/").sees("Sa und So 10 bis 18 Uhr")

    jonas.go("/verwaltung/").follow("Neuer Eintrag").press("Eintrag speichern")
    jonas.fill(name="Nachbarschaftscafé Ankerplatz", type="contact", postcode="1")
    jonas.press("Eintrag speichern").sees("Das ist keine deutsche Postleitzahl")
    jonas.fill(postcode="59101").press("Eintrag speichern").sees("Der Eintrag ist angelegt")
    jonas.follow("Bearbeiten").fill(hours_text="Mo-Fr 9-17 Uhr").press("Eintrag speichern")
    jonas.sees("Mo-Fr 9-17 Uhr").press("Stimmt noch").sees("gilt als heute geprüft")


@pytest.mark.shows("network:entries-to-check network:entry-edit network:directory")
def test_the_coordination_looks_after_what_nobody_keeps(visitor, region):
    unread = {"name": UNKEPT, "type": "contact", "needs_look": "Zeiten nicht gelesen"}
    create_entry(region=region.directory.region, content=Content(unread), by=SCHEDULER)
    hanne = visitor(region.people["hanne"], region.house("koordination"))

    hanne.go("/verzeichnis/").follow("Einträge prüfen").follow("bitte ansehen")
    hanne.sees(UNKEPT, "Zeiten nicht gelesen")
    hanne.follow("Bearbeiten").fill(hours_text="Di und Do 14-18 Uhr")
    hanne.press("Eintrag speichern").sees("Di und Do 14-18 Uhr")

    hanne.go("/verwaltung/eintraege/pruefen/").does_not_see(UNKEPT)


@pytest.mark.shows("referrals:mistakes")
def test_data_protection_marks_a_mistake_by_its_reference_alone(visitor, region):
    ralf = visitor(region.people["ralf"], region.house("sozialdienst"))

    ralf.go("/irrtuemer/").fill(reference="K-2222222", note="Falsche Person angefragt")
    ralf.press("Als irrtümlich kennzeichnen").sees("keine Anfrage mit diesem Kennzeichen")
