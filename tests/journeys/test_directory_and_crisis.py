"""Step 6 and the contact list: who helps, now and at all; found, printed, handed out."""

import csv
import io

from playwright.sync_api import expect

from tests.faults.processes import start_relay, start_worker
from tests.journeys.visitor import NARROW

REMARK = "030 23125-301"
SHELTER = "Frauenhaus Auental"


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


def test_nobody_has_to_sign_in_for_help_and_no_internal_remark_is_shown(visitor, region):
    somebody = visitor(viewport=NARROW, java_script_enabled=False)
    somebody.go("/krise/").sees("Wer hilft jetzt?", "112").does_not_see(REMARK)

    somebody.fill(wie="outreach").press("Anzeigen")

    somebody.sees("Krisendienst Auental").does_not_see("Psychiatrische Notfallambulanz")


def test_a_relative_searches_with_everyday_words_and_a_typing_error(visitor, region):
    relative = visitor(viewport=NARROW)
    relative.go("/").opens("Menü").follow("Hilfe finden")
    relative.fill(q="tagestätte").press("Suchen")
    relative.sees("Tagesstätte Marktgasse", "geprüft")

    relative.fill(q="Muenchen Raumfahrt").press("Suchen")
    relative.sees("Dazu haben wir nichts gefunden", "030 23125-400")

    relative.fill(q="betreutes wohnen", ort="59101").press("Suchen")
    relative.sees("Betreutes Wohnen Lindenbrück-Süd").follow("Betreutes Wohnen Lindenbrück-Süd")
    relative.sees("Auf einen Blick", "Kontakt", "Gerberstraße 14").does_not_see("Selma Arslan")


def test_a_filter_is_set_and_taken_out_again_without_javascript(visitor, region):
    relative = visitor(java_script_enabled=False)
    relative.go("/verzeichnis/").sees("40 Angebote")

    relative.page.get_by_label("Ohne Namen möglich").check()
    relative.press("Eingrenzen").sees("Krisendienst Auental").follow("Alle Filter entfernen")

    relative.sees("40 Angebote")


def test_a_shelter_shows_no_address_to_anybody(visitor, region):
    woman = visitor().go("/verzeichnis/?q=Frauenhaus")
    woman.follow(SHELTER)
    woman.sees("Kreis Auental", "089 99998-110").does_not_see("Straße", "591")


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


def test_the_contact_list_is_published_as_an_edition_and_printed(visitor, region, start_beside):
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go("/kontakte/").sees("noch keine Ausgabe", "Miriam Okafor-Lenz")
    hanne.press("Ausgabe veröffentlichen").sees("Ausgabe 1", "Stand", "Miriam Okafor-Lenz")
    start_beside(start_relay, start_worker)
    hanne.waits_for_link("PDF herunterladen")
    assert hanne.downloads("PDF herunterladen").startswith(b"%PDF-1.7")

    public = visitor()
    public.go("/kontakte/").sees("Sozialdienst Station 2").does_not_see("Okafor")
    lines = list(
        csv.reader(io.StringIO(public.downloads("CSV").decode("utf-8-sig")), delimiter=";")
    )
    assert len(lines) == 26
    assert b"BEGIN:VCARD" in public.downloads("vCard")
