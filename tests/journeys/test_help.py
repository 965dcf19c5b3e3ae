"""Step 6: who helps, now and at all; found by everyday words, by keyboard, on paper."""

import datetime as dt
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from core import clock
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


OLD_PHONE, OLD_SCREEN = {"width": 320, "height": 568}, {"width": 1440, "height": 900}


def open_now(window):
    """The part of the emergency page that says who is open."""
    return window.page.get_by_role("region", name="Jetzt erreichbar")


@pytest.mark.parametrize("size", [OLD_PHONE, OLD_SCREEN], ids=["320", "1440"])
@pytest.mark.parametrize("member", [False, True], ids=["public", "member"])
@pytest.mark.shows("network:crisis")
def test_the_first_local_number_is_there_without_scrolling(visitor, region, size, member):
    known = (region.people["ulf"], region.house("notfall")) if member else ()
    window = visitor(*known, viewport=size).go("/krise/")
    window.page.set_viewport_size(size)
    window.page.evaluate("scrollTo(0, 0)")

    number = window.page.locator("main a.bigtel:not([href='tel:112'])").first
    box = number.bounding_box()

    assert number.get_attribute("href").startswith("tel:+49")
    assert box["y"] + box["height"] <= size["height"], box
    assert box["x"] + box["width"] <= size["width"], box


BY_DAY = dt.datetime(2026, 11, 24, 11, 0, tzinfo=clock.BERLIN)
SCREENS = {"320": NARROW, "1366": {"width": 1366, "height": 768}, "1440": OLD_SCREEN}


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("hour", ["by day", "at night"])
@pytest.mark.shows("network:crisis network:crisis-ask")
def test_with_a_place_who_helps_and_who_is_responsible_stand_without_scrolling(
    visitor, region, monkeypatch, size, hour
):
    moment = BY_DAY if hour == "by day" else AT_NIGHT
    monkeypatch.setattr(clock, "now", lambda: moment)
    window = visitor(viewport=size).go("/krise/")
    window.fill(ort="Gerberstr. 14, 59101 Lindenbrück").press("Anzeigen")
    window.page.set_viewport_size(size)
    window.page.evaluate("scrollTo(0, 0)")

    responsible = window.page.get_by_role("region", name="Zuständig")
    first = [
        window.page.locator("main a.bigtel:not([href='tel:112'])").first,
        responsible.locator(".match .tel").first,
        responsible.get_by_text("zuständig für").first,
    ]
    if size != NARROW:
        first.append(open_now(window).locator("a.bigtel").first)
        expect(responsible.get_by_text("Betreuungsgericht")).to_be_visible()
    for part in first:
        box = part.bounding_box()
        assert box["y"] + box["height"] <= size["height"], (part, box)
    if size == NARROW:
        expect(responsible.get_by_text("Betreuungsgericht")).to_be_hidden()
        window.opens("weitere Zuständigkeiten")
        expect(responsible.get_by_text("Betreuungsgericht")).to_be_visible()


MOST_ARE_OPEN = dt.datetime(2026, 11, 23, 12, 30, tzinfo=clock.BERLIN)
IN_THE_EVENING = dt.datetime(2026, 11, 22, 18, 30, tzinfo=clock.BERLIN)
AT_NIGHT = dt.datetime(2026, 11, 25, 3, 30, tzinfo=clock.BERLIN)


@pytest.mark.shows("network:crisis")
def test_the_emergency_page_prints_on_one_sheet(visitor, region, monkeypatch):
    window = visitor().go("/krise/")

    for moment in (IN_THE_EVENING, AT_NIGHT, MOST_ARE_OPEN):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        window.page.reload()
        sheet = window.page.pdf(prefer_css_page_size=True)
        with pikepdf.open(BytesIO(sheet)) as document:
            assert len(document.pages) == 1, moment

    assert open_now(window).locator("li.crisis").count() == 6
    window.page.emulate_media(media="print")
    for word in ("112", "030 23125-100", "Betreuungsgericht", "Dolmetschen", "116 117"):
        expect(window.page.get_by_text(word).filter(visible=True).first).to_be_visible()


@pytest.mark.shows("network:responsible network:responsible-answer")
def test_anybody_asks_who_is_responsible_and_why(visitor, region):
    somebody = visitor(viewport=NARROW, java_script_enabled=False).go("/zustaendig/")
    somebody.fill(ort="59102", strasse="Uferstraße 12a", wofuer="spdi", tag="24.11.2026")
    somebody.press("Zuständigkeit zeigen")
    somebody.sees("Team Nord und Seefurt", "Uferstraße 2–48 (nur gerade)", "in der Dienstzeit")
    somebody.does_not_see("nicht eindeutig")

    somebody.fill(ort="Lindenbrück", strasse="").press("Zuständigkeit zeigen")
    somebody.sees("nicht eindeutig – bitte anrufen", "Team Süd", "Team Nord")


LABELS = "labels => labels.map(each => each.getBoundingClientRect()).map(b => [b.top, b.height])"


@pytest.mark.shows("network:responsible")
def test_the_labels_of_a_row_stand_on_one_line(visitor, region):
    window = visitor().go("/zustaendig/")

    boxes = window.page.locator("main form .form-label").evaluate_all(LABELS)

    rows = {round(top) for top, _height in boxes}
    apart = [one - other for one in rows for other in rows if one > other]
    assert min(apart) > 2 * max(height for _top, height in boxes), boxes


@pytest.mark.shows("network:rules network:rule-new network:rule-edit network:entries-to-check")
def test_the_coordination_sees_the_gap_and_fills_it(visitor, region):
    office = visitor(region.people["hanne"], region.house("koordination"))
    office.go("/verwaltung/eintraege/pruefen/").sees("Auf der Krisenseite fehlen", "Dolmetschen")
    office.follow("Stelle eintragen").fill(
        kind="interpreter", office="Sprachmittlung Auental", phone="030 23125-470"
    )
    office.press("Zuständigkeit speichern").sees("Die Zuständigkeit ist gespeichert.")
    office.follow("Sprachmittlung Auental").fill(source="Vertrag 2026")
    office.press("Zuständigkeit speichern").does_not_see("Dolmetschen, ")

    visitor().go("/krise/").sees("030 23125-470", "Sprachmittlung Auental")


@pytest.mark.shows("network:crisis network:crisis-ask")
def test_the_night_service_finds_who_helps_now_and_here_and_prints_it(visitor, region):
    ulf = visitor(region.people["ulf"], region.house("notfall"))
    ulf.go("/krise/").sees(
        "112", "Jetzt erreichbar", "Psychiatrische Notfallambulanz", "rund um die Uhr"
    )
    ulf.sees("Nur für Fachkräfte", REMARK)

    ulf.fill(ort="Gerberstr. 14, 59101 Lindenbrück").press("Anzeigen")

    ulf.sees("Zuständig: Gerberstr. 14", "PsychKG NW, Versorgungspflicht", "hier zuständig")
    assert "Gerber" not in ulf.page.url
    folded = ulf.page.locator("details.further")
    expect(folded).not_to_have_attribute("open", "")
    ulf.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_attribute("open", "")
    ulf.page.emulate_media(media="print")
    expect(ulf.page.get_by_role("button")).to_have_count(0)
    expect(ulf.page.get_by_role("navigation").first).to_be_hidden()
    expect(open_now(ulf).get_by_text("Psychiatrische Notfallambulanz").first).to_be_visible()


@pytest.mark.shows("network:crisis")
def test_the_one_field_stays_above_what_narrows_it(visitor, region):
    somebody = visitor().go("/krise/").opens("Eingrenzen")

    field = somebody.page.locator("#ort").bounding_box()
    ticks = somebody.page.get_by_label("mit Hund").bounding_box()
    assert field["y"] + field["height"] < ticks["y"]


@pytest.mark.shows("network:crisis network:directory")
def test_nobody_needs_an_account_or_javascript_to_find_help(visitor, region, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: BY_DAY)
    somebody = visitor(viewport=NARROW, java_script_enabled=False)
    somebody.go("/krise/").sees("Wer hilft jetzt?", "112").does_not_see(REMARK)
    somebody.opens("Eingrenzen").page.get_by_label("kommt nach Hause").check()
    somebody.press("Anzeigen")
    expect(open_now(somebody)).to_contain_text("Krisendienst Auental")
    expect(open_now(somebody)).not_to_contain_text("Psychiatrische Notfallambulanz")

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
