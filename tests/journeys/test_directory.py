"""Finding help and whom to call, in the browser, on a desk and on a small phone."""

import pytest
from playwright.sync_api import expect

from core.actor import SCHEDULER
from network.importing.hours import read_hours
from network.models import Service
from network.services.entries import Content, Number, change_entry
from tests.factories import AreaFactory, ContactFactory, RegionFactory, ServiceFactory


@pytest.fixture
def helper(transactional_db):
    """A crisis service of Kreis Auental that never closes."""
    region = RegionFactory(coordination_phone="030 23125-199")
    AreaFactory(region=region, name="Lindenbrück-Süd", slug="sued")
    service = ServiceFactory(
        region=region, name="Krisendienst Auental", type=Service.Type.CRISIS, in_crisis_view=True
    )
    content = Content(
        {"hours_text": "rund um die Uhr", "description": "Telefon und Hausbesuch"},
        [Number("030 23125-100", "+493023125100")],
        read_hours("rund um die Uhr").spans,
    )
    return change_entry(service=service, content=content, by=SCHEDULER)


@pytest.mark.parametrize("width", [320, 1440])
def test_a_relative_finds_somebody_to_call(visitor, helper, width):
    relative = visitor(viewport={"width": width, "height": 900})

    relative.go("/verzeichnis/?q=krisendinst").follow("Krisendienst Auental")
    expect(relative.page.get_by_role("link", name="030 23125-100")).to_be_visible()
    relative.go("/krise/?ort=sued")
    expect(relative.page.get_by_role("link", name="030 23125-100")).to_be_visible()
    relative.go("/verzeichnis/?q=quantenphysik")
    expect(relative.page.get_by_text("Dazu haben wir nichts gefunden.")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1440])
def test_the_contact_list_fits_every_screen(visitor, helper, width):
    ContactFactory(email="ein-sehr-langes-postfach-der-aufnahme@example.org")

    guest = visitor(viewport={"width": width, "height": 900})

    guest.go("/kontakte/")
    expect(guest.page.get_by_role("link", name="030 23125-200")).to_be_visible()
