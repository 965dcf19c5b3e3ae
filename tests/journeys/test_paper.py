"""What can be taken along: sheets that the worker printed, and a page that needs no network."""

import pytest

from core.actor import SCHEDULER
from network.services import sheets
from tests.journeys.visitor import first_sheet

REMARK = "Codewort Birnbaum"
TOWN = "Seefurt"


@pytest.mark.shows("network:crisis network:crisis-offline network:crisis-worker")
def test_the_saved_page_works_without_network_and_after_signing_out(visitor, region):
    service = region.service("krisendienst")
    type(service).objects.filter(pk=service.pk).update(internal_remark=REMARK)
    doctor = visitor(region.people["miriam"])
    doctor.go("/krise/").sees(REMARK)
    doctor.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    doctor.follow("Ohne Netz").sees(service.name, "Fassung").does_not_see(REMARK)
    doctor.seen.add("network:crisis-worker")
    doctor.page.context.clear_cookies()

    doctor.page.context.set_offline(True)
    doctor.page.goto(doctor.address + "/krise/")
    doctor.sees(service.name, "112", "Fassung", "Stand").does_not_see(REMARK)
    names = doctor.page.evaluate("caches.keys()")
    assert len(names) == 1
    store = "caches.open(n).then(s => s.keys()).then(k => k.map(r => new URL(r.url).pathname))"
    held = doctor.page.evaluate(f"n => {store}", names[0])
    assert [each for each in held if not each.startswith("/static/")] == ["/krise/offline/"]
    doctor.page.context.set_offline(False)


@pytest.mark.shows("network:crisis network:crisis-ask")
def test_a_place_asked_for_without_network_gets_the_saved_page(visitor, region):
    doctor = visitor().go("/krise/")
    doctor.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    doctor.page.wait_for_function("navigator.serviceWorker.controller")
    doctor.fill(ort=TOWN).press("Anzeigen").sees(f"Zuständig: {TOWN}")
    window, unknown = doctor.page, "Ohne Netz kann diese Seite keinen Ort nachschlagen"

    window.context.set_offline(True)
    window.fill("[name=ort]", TOWN)
    with window.expect_navigation():
        window.get_by_role("button", name="Anzeigen").click()
    doctor.sees("gespeicherte Nummern", unknown, "Krisendienst Auental", "112", "Fassung", "Stand")
    for path in (f"/krise/?ort={TOWN}", "/krise/gibt-es-nicht/"):
        window.goto(doctor.address + path)
        doctor.sees("gespeicherte Nummern", unknown)

    addresses = "caches.open(n).then(s => s.keys()).then(k => k.map(r => r.url))"
    (name,) = window.evaluate("caches.keys()")
    assert not [each for each in window.evaluate(f"n => {addresses}", name) if TOWN in each]
    window.context.set_offline(False)
    doctor.go("/krise/").fill(ort=TOWN).press("Anzeigen").sees(f"Zuständig: {TOWN}")


@pytest.mark.shows("network:sheets network:sheet-file")
def test_the_newest_sheets_are_fetched_without_an_account(visitor, region, deliver_outbox):
    sheets.watch_sheets(by=SCHEDULER)
    deliver_outbox()
    deliver_outbox()

    guest = visitor().go("/krise/").follow("Handzettel in Leichter Sprache")
    content = guest.downloads("Handzettel: Wichtige Nummern")

    assert "Wichtige Telefon-Nummern" in first_sheet(content)
