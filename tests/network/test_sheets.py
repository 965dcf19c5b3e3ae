"""The sheets of a region: what stands in it, when it is made anew, and what never stands in it."""

import io
import subprocess

import page
import pikepdf
import pytest
from django.urls import reverse

from core import clock, files, outbox
from core.actor import SCHEDULER
from core.models import OutboxMessage, StoredFile
from network.models import PrintedSheet, ResponsibilityRule, Service
from network.paper import booklet as booklets
from network.paper.handout import handout
from network.services import sheets
from tests.factories import AreaFactory, FacilityFactory, RegionFactory, ServiceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]

SHELTER = {
    "type": Service.Type.SHELTER,
    "address_public": False,
    "street": "Geheimweg 7",
    "postcode": "59199",
    "town": "Verstecken",
    "district": "Hinterhof",
}


def words(content: bytes) -> str:
    """The text of a PDF, as a reader would copy it."""
    command = ["pdftotext", "-", "-"]
    found = subprocess.run(command, input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().replace("\N{SOFT HYPHEN}", "").split())


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-199")


@pytest.fixture
def printed(deliver_outbox):
    """Look at the sheets as the clock does, let the worker print; the file of ``kind``."""

    def made(kind: str = "booklet") -> bytes:
        sheets.watch_sheets(by=SCHEDULER)
        assert set(deliver_outbox()) <= {"done"}  # the orders
        assert set(deliver_outbox()) <= {"done"}  # the prints
        sheet = PrintedSheet.objects.filter(kind=kind).order_by("position").first()
        return files.load(sheet.pdf, by=SCHEDULER)

    return made


def test_the_booklet_has_contents_chapters_entries_and_its_day(region, printed):
    service = ServiceFactory(region=region, name="Ankerplatz Wohnen", description="Zu Hause.")
    service.phones.create(raw="030 23125-100", dial="+493023125100")

    said = words(printed())

    for text in ("Inhalt", "Betreutes Wohnen (BeWo)", "Ankerplatz Wohnen", "030 23125-100"):
        assert text in said
    assert "Stand " in said
    assert "Zeiten: nicht bekannt" in said
    assert "Angebote von A bis Z" in said


def test_the_booklet_is_accessible_by_an_independent_checker(region, printed):
    for number in range(12):
        ServiceFactory(
            region=region, name=f"{number} <b>Öse & Co</b>", hours_text="Mo 8-9\nDi 9-10"
        )

    report = page.validate_pdf_bytes(printed(), profile="ua1")

    assert [failure.rule_id for failure in report.failures] == []


def test_of_a_protected_place_only_the_region_is_printed(region, printed):
    ServiceFactory(region=region, name="Zuflucht", **SHELTER)

    said = words(printed())

    assert "Zuflucht" in said
    assert "zum Schutz nicht öffentlich" in said
    for text in ("Geheimweg", "59199", "Verstecken", "Hinterhof"):
        assert text not in said


def test_nothing_internal_and_nothing_unpublished_is_printed(region, printed):
    ServiceFactory(
        region=region,
        name="Ankerplatz",
        internal_remark="INTERN-EINS",
        needs_look="INTERN-ZWEI",
        source_row={"note": "INTERN-DREI"},
    )
    for state in ("draft", "in_review", "inactive"):
        ServiceFactory(region=region, name=f"Nicht offen {state}", state=state)

    said = words(printed())

    assert "Ankerplatz" in said
    assert "INTERN" not in said
    assert "Nicht offen" not in said


def test_another_region_is_not_in_it(region, printed):
    ServiceFactory(region=region, name="Hier")
    ServiceFactory(region=RegionFactory(slug="anderswo", name="Anderswo"), name="Woanders")

    books = PrintedSheet.objects.filter(kind="booklet", region=region)
    printed()

    said = words(files.load(books.get().pdf, by=SCHEDULER))
    assert "Hier" in said
    assert "Woanders" not in said


def test_the_same_content_is_not_printed_again(region, printed):
    ServiceFactory(region=region)
    printed()
    before = set(StoredFile.objects.values_list("pk", flat=True))

    printed()

    assert set(StoredFile.objects.values_list("pk", flat=True)) == before


def test_a_change_replaces_the_file_and_leaves_no_old_one(region, printed):
    service = ServiceFactory(region=region, name="Alter Name")
    printed()
    number = StoredFile.objects.count()

    Service.objects.filter(pk=service.pk).update(name="Neuer Name")
    said = words(printed())

    assert "Neuer Name" in said
    assert "Alter Name" not in said
    assert StoredFile.objects.count() == number


def test_a_region_with_more_than_a_volume_gets_a_second_one(region, printed, monkeypatch):
    monkeypatch.setattr(booklets, "VOLUME", 3)
    for number in range(4):
        ServiceFactory(region=region, name=f"Dienst {number}")

    first = words(printed())

    assert "Band 1 von 2" in first
    assert "Dienst 3" not in first
    second = PrintedSheet.objects.get(kind="booklet", part="2")
    assert "Dienst 3" in words(files.load(second.pdf, by=SCHEDULER))

    Service.objects.filter(name="Dienst 3").delete()
    printed()
    assert not PrintedSheet.objects.filter(kind="booklet", part="2").exists()


def test_what_waits_is_not_ordered_twice(region):
    ServiceFactory(region=region)
    for _round in range(3):
        sheets.watch_sheets(by=SCHEDULER)
    assert OutboxMessage.objects.filter(kind=sheets.ORDER).count() == 1

    for _round in range(2):
        sheets.order_sheets(region_id=region.pk, by=SCHEDULER)
    orders = OutboxMessage.objects.filter(kind=sheets.PRINT).values_list("object_id", flat=True)
    assert len(orders) == len(set(orders)) > 0


def test_a_failed_print_leaves_the_file_that_was_there(region, printed, monkeypatch):
    ServiceFactory(region=region, name="Alter Name")
    printed()
    Service.objects.update(name="Neuer Name")
    monkeypatch.setattr("core.pdf.MAX_PAGES", 0)

    sheets.order_sheets(region_id=region.pk, by=SCHEDULER)
    message = OutboxMessage.objects.filter(kind=sheets.PRINT, state="pending").first()

    assert not outbox.deliver(message.pk)
    sheet = PrintedSheet.objects.get(kind="booklet")
    assert "Alter Name" in words(files.load(sheet.pdf, by=SCHEDULER))


def test_anybody_fetches_the_newest_file_with_its_day(region, client, printed):
    ServiceFactory(region=region, name="Ankerplatz")
    content = printed()
    sheet = PrintedSheet.objects.get(kind="booklet")

    listed = client.get("/drucken/").content.decode()
    answer = client.get(reverse("network:sheet-file", args=[sheet.pk]))

    assert f"{clock.local(sheet.as_of):%d.%m.%Y}" in listed
    assert answer.content == content
    assert answer["Content-Type"] == "application/pdf"


def test_the_coordination_orders_and_the_page_answers_without_a_worker(people, sign_in):
    region = people.office.organisation.region
    browser = sign_in(people.coordinator, people.office)

    answer = browser.post("/drucken/neu/")

    assert answer.status_code == 302
    assert OutboxMessage.objects.get(kind=sheets.ORDER).object_id == region.pk
    assert not StoredFile.objects.exists()


def helper(region, name, **fields):
    """A service of the emergency view with a number."""
    fields = {"type": Service.Type.CRISIS, "in_crisis_view": True, "facility": None, **fields}
    service = ServiceFactory(region=region, name=name, slug=name.lower(), **fields)
    service.phones.create(raw="030 23125-100", dial="+493023125100")
    return service


def test_a_crisis_sheet_says_who_when_how_and_why(region, printed):
    area = AreaFactory(region=region, name="Altmoor", slug="altmoor", level="borough")
    service = helper(
        region, "Nachtdienst", hours_text="täglich 20-8 Uhr", takes_intoxicated=True, age_from=18
    )
    ResponsibilityRule.objects.create(
        region=region, kind="crisis", service=service, area=area, legal_basis="PsychKG NW"
    )

    content = printed("crisis")
    said = words(content)

    for text in ("112", "116 117", "Nachtdienst", "030 23125-100", "täglich 20-8 Uhr", "Altmoor"):
        assert text in said
    assert "zuständig für Altmoor, PsychKG NW" in said
    assert "ab 18 Jahren" in said
    assert [each.rule_id for each in page.validate_pdf_bytes(content, profile="ua1").failures] == []


def test_a_fixed_category_stands_on_the_sheet_even_when_nobody_is_entered(region, printed):
    said = words(printed("crisis"))

    for title in ("Krisendienst", "Betreuungsgericht", "Kinderschutz", "Notschlafstelle"):
        assert title in said
    assert "noch niemand eingetragen" in said


def test_who_is_responsible_elsewhere_alone_is_not_on_the_sheet(region, printed):
    for slug in ("altmoor", "seefurt"):
        area = AreaFactory(region=region, name=slug.title(), slug=slug, level="borough")
        service = helper(region, f"Dienst-{slug}", type="spdi")
        ResponsibilityRule.objects.create(region=region, kind="spdi", service=service, area=area)

    said = words(printed("crisis"))

    assert "Dienst-altmoor" in said
    assert "Dienst-seefurt" not in said


def test_a_change_reaches_the_crisis_sheet(region, printed):
    service = helper(region, "Nachtdienst", hours_text="rund um die Uhr")
    printed()

    Service.objects.filter(pk=service.pk).update(state="inactive")

    assert "Nachtdienst" not in words(printed("crisis"))


def test_nothing_internal_and_no_protected_place_is_on_crisis_papers(region, printed):
    helper(region, "Zuflucht", internal_remark="INTERN-EINS", **SHELTER)
    helper(region, "Krisendienst Mitte", internal_remark="INTERN-ZWEI", needs_look="INTERN-DREI")

    for kind in ("crisis", "handout"):
        said = words(printed(kind))
        for text in ("INTERN", "Geheimweg", "59199", "Verstecken", "Hinterhof"):
            assert text not in said


def test_the_handout_is_one_page_of_five_to_eight_numbers_without_a_name(region, printed):
    clinic = FacilityFactory(name="Klinik am Weidendamm", organisation__region=region)
    for number, kind in enumerate(["crisis", "crisis", "spdi", "addiction", "contact"]):
        helper(region, f"Dienst{number}", type=kind, facility=clinic, provider_name=clinic.name)

    content = printed("handout")
    said = words(content)

    lines = handout(region)["lines"]
    assert 5 <= len(lines) <= 8
    assert all(line["number"] in said for line in lines)
    assert "Weidendamm" not in said
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages) == 1
    assert [each.rule_id for each in page.validate_pdf_bytes(content, profile="ua1").failures] == []
