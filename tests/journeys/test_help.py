"""Step 6: who helps, now and at all; found by everyday words, by keyboard, on paper."""

import pytest
from playwright.sync_api import expect

from tests.factories import ContactFactory
from tests.journeys.looking import NARROW

REMARK = "030 23125-301"
SHELTER = "Frauenhaus Auental"
FOUND = {
    "tagestätte": "Tagesstätte Marktgasse",
    "Psychatrie Ambulanz": "Psychiatrische Institutsambulanz",
    "jemand zum reden": "Kontaktstelle",
    "nachts": "Krisendienst Auental",
    "Wohnen": "Betreutes Wohnen Lindenbrück-Süd",
}


@pytest.mark.shows("network:crisis")
def test_the_night_service_finds_who_helps_now_and_here_and_prints_it(visitor, region):
    ulf = visitor(region.people["ulf"], region.house("notfall"))
    ulf.go("/krise/").sees(
        "112", "Jetzt erreichbar", "Psychiatrische Notfallambulanz", "rund um die Uhr"
    )
    ulf.sees("Nur für Fachkräfte", REMARK)

    ulf.fill(ort="lb-sued").press("Anzeigen")

    ulf.sees("Zuständig in Lindenbrück-Süd", "PsychKG NW, Versorgungspflicht", "hier zuständig")
    ulf.page.emulate_media(media="print")
    expect(ulf.page.get_by_role("button")).to_have_count(0)
    expect(ulf.page.get_by_role("navigation").first).to_be_hidden()
    expect(ulf.page.get_by_text("Psychiatrische Notfallambulanz").first).to_be_visible()


@pytest.mark.shows("network:crisis network:directory")
def test_nobody_needs_an_account_or_javascript_to_find_help(visitor, region):
    somebody = visitor(viewport=NARROW, java_script_enabled=False)
    somebody.go("/krise/").sees("Wer hilft jetzt?", "112").does_not_see(REMARK)
    somebody.fill(wie="outreach").press("Anzeigen")
    somebody.sees("Krisendienst Auental").does_not_see("Psychiatrische Notfallambulanz")

    somebody.go("/verzeichnis/").sees("40 Angebote")
    somebody.page.get_by_label("Ohne Namen möglich").check()
    somebody.press("Eingrenzen").sees("Krisendienst Auental").follow("Alle Filter entfernen")
    somebody.sees("40 Angebote")


@pytest.mark.shows("core:start network:directory network:service")
def test_a_relative_searches_with_everyday_words_and_a_typing_error(visitor, region):
    relative = visitor(viewport=NARROW)
    relative.go("/").opens("Menü").follow("Hilfe finden")
    for words, name in FOUND.items():
        relative.fill(q=words).press("Suchen")
        relative.sees(name)

    relative.fill(q="Quantenphysik Raumfahrt").press("Suchen")
    relative.sees("Dazu haben wir nichts gefunden", "030 23125-400")

    relative.fill(q="betreutes wohnen", ort="59101").press("Suchen")
    relative.sees("Betreutes Wohnen Lindenbrück-Süd", "geprüft")
    relative.follow("Betreutes Wohnen Lindenbrück-Süd")
    relative.sees("Auf einen Blick", "Kontakt", "Gerberstraße 14").does_not_see("Selma Arslan")

    relative.go("/verzeichnis/?q=Frauenhaus").follow(SHELTER)
    relative.sees("Kreis Auental", "089 99998-110").does_not_see("Straße", "591")


@pytest.mark.shows("network:directory")
def test_the_search_is_used_with_the_keyboard_alone(visitor, region):
    window = visitor()
    window.go("/verzeichnis/")
    window.page.keyboard.press("Tab")
    expect(window.page.locator(":focus")).to_have_text("Zum Inhalt springen")
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Tab")
    window.page.keyboard.type("krisendienst")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    window.check().sees("Krisendienst Auental")


@pytest.mark.shows("network:contacts")
def test_a_long_address_does_not_push_the_contact_list_off_a_small_screen(visitor):
    ContactFactory(email="ein-sehr-langes-postfach-der-aufnahme@example.org")

    visitor().go("/kontakte/").sees("030 23125-200")
