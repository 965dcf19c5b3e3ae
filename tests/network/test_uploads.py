"""The coordination brings a list in: columns, trial, one button; doubles are merged."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.errors import Refused
from core.models import StoredFile
from network.models import DirectoryUpload, Service, SourceColumns
from network.roles import Role
from network.services import uploads
from network.services.successors import merge_entries, tell_apart
from tests.factories import FacilityFactory, ServiceFactory
from tests.people import acting, member

LIST = "Stelle X;alpha;Ort\nHaus Elbe;0351 4810-100;Dresden\nHaus Spree;030 23125-100;Berlin\n"


@pytest.fixture
def office(people):
    return people.office


@pytest.fixture
def coordinator(people, sign_in):
    return sign_in(people.coordinator, people.office)


@pytest.fixture
def by(people):
    return acting(people.coordinator, people.office)


def sent(text=LIST, name="liste.csv"):
    return {"file": SimpleUploadedFile(name, text.encode()), "source": "Wegweiser"}


def test_a_list_is_named_tried_and_carried_out(coordinator):
    answer = coordinator.post(reverse("network:upload-new"), sent())
    upload = DirectoryUpload.objects.get()
    assert answer["Location"] == reverse("network:upload-columns", args=[upload.pk])
    assert "Haus Elbe" in coordinator.get(answer["Location"]).content.decode()

    columns = {"c0": "name", "c1": "phone", "c2": "place"}
    coordinator.post(reverse("network:upload-name", args=[upload.pk]), columns)
    trial = coordinator.get(reverse("network:upload", args=[upload.pk])).content.decode()
    assert "Haus Spree" in trial
    assert "Liste übernehmen" in trial
    assert not Service.objects.exists()

    coordinator.post(reverse("network:upload-carry-out", args=[upload.pk]))

    assert Service.objects.count() == 2
    assert {each.phones.get().dial for each in Service.objects.all()} == {
        "+493514810100",
        "+493023125100",
    }
    assert not StoredFile.objects.exists()
    report = coordinator.get(reverse("network:upload", args=[upload.pk])).content.decode()
    assert "Übernommen am" in report


def test_the_columns_of_a_source_are_known_the_next_time(coordinator, office):
    coordinator.post(reverse("network:upload-new"), sent())
    upload = DirectoryUpload.objects.get()
    columns = {"c0": "name", "c1": "phone", "c2": "place"}
    coordinator.post(reverse("network:upload-name", args=[upload.pk]), columns)

    coordinator.post(reverse("network:upload-new"), sent(LIST + "Haus Oder;115;Frankfurt\n"))

    second = DirectoryUpload.objects.exclude(pk=upload.pk).get()
    assert second.columns["alpha"] == "phone"
    assert SourceColumns.of(office.organisation.region, "Wegweiser").columns["alpha"] == "phone"


def test_what_is_no_table_is_said_beside_the_field(coordinator):
    answer = coordinator.post(reverse("network:upload-new"), sent("nur Text"))

    assert "keine Tabelle" in answer.content.decode()
    assert not DirectoryUpload.objects.exists()


def test_a_list_is_carried_out_once(coordinator, by):
    coordinator.post(reverse("network:upload-new"), sent())
    upload = DirectoryUpload.objects.get()
    uploads.carry_out(upload=upload, by=by)

    with pytest.raises(Refused, match="schon übernommen"):
        uploads.carry_out(upload=upload, by=by)
    assert Service.objects.count() == 2


def test_two_entries_become_one_and_the_next_import_brings_none_back(coordinator, by, office):
    text = LIST.replace("Stelle X;alpha", "Name;Telefon")
    for _again in (1, 2):
        coordinator.post(reverse("network:upload-new"), sent(text))
        upload = DirectoryUpload.objects.filter(done_at=None).get()
        uploads.carry_out(upload=upload, by=by)
        keep, gone = Service.objects.order_by("name")
        if gone.merged_into_id is None:
            merge_entries(keep=keep, gone=gone, chosen={"phones": gone}, by=by)

    keep.refresh_from_db()
    gone.refresh_from_db()
    assert Service.objects.count() == 2
    assert [each.dial for each in keep.phones.all()] == ["+493023125100"]
    assert (gone.state, gone.merged_into) == ("inactive", keep)
    page = coordinator.get(reverse("network:service", args=[gone.slug]), follow=True)
    assert page.status_code == 200


def test_a_visitor_of_the_merged_entry_is_led_on(client, by, office):
    region = office.organisation.region
    keep, gone = ServiceFactory.create_batch(2, facility=None, region=region)
    merge_entries(keep=keep, gone=gone, chosen={}, by=by)

    answer = client.get(reverse("network:service", args=[gone.slug]))

    assert answer["Location"] == reverse("network:service", args=[keep.slug])


def test_an_entry_that_a_facility_keeps_is_not_merged_away(by, office):
    region = office.organisation.region
    keeper = FacilityFactory()
    member(keeper, Role.ORG_ADMIN, "Ute Sommer")
    free = ServiceFactory(facility=None, region=region, name="Frei")
    kept = ServiceFactory(facility=keeper, region=region, name="Gepflegt")

    with pytest.raises(Refused, match="pflegt „Gepflegt“ selbst"):
        merge_entries(keep=free, gone=kept, chosen={}, by=by)
    merge_entries(keep=kept, gone=free, chosen={"name": free}, by=by)

    kept.refresh_from_db()
    assert kept.name == "Gepflegt"


def test_a_pair_that_was_told_apart_is_not_shown_again(coordinator, by, office):
    region = office.organisation.region
    told = {"facility": None, "region": region, "street": "Weg 1", "postcode": "10115"}
    one, other = (ServiceFactory(name=name, **told) for name in ("Haus Elbe", "Haus Elbe e.V."))
    before = coordinator.get(reverse("network:duplicates")).content.decode()

    tell_apart(one=one, other=other, by=by)

    assert "Haus Elbe e.V." in before
    assert "gleiche Anschrift" in before
    assert "Haus Elbe" not in coordinator.get(reverse("network:duplicates")).content.decode()


def test_more_rows_than_a_page_can_wait_for_are_refused(coordinator):
    long = "Name;Ort\n" + "A;B\n" * (uploads.MAX_ROWS + 1)

    answer = coordinator.post(reverse("network:upload-new"), sent(long)).content.decode()

    assert f"Die Liste hat mehr als {uploads.MAX_ROWS} Zeilen." in answer
    assert f"höchstens 20 MB und {uploads.MAX_ROWS} Zeilen." in answer
    assert "import_directory" not in answer
    assert not DirectoryUpload.objects.exists()


@pytest.mark.parametrize(
    ("written", "shown"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_the_encoding_of_a_list_has_its_usual_name(coordinator, written, shown):
    text = "Name;Straße;Ort\nMühle für alle;Größerweg 2;Köln\n"
    file = SimpleUploadedFile("liste.csv", text.encode(written))

    page = coordinator.post(
        reverse("network:upload-new"), {"file": file, "source": "Liste"}, follow=True
    )

    assert f"1 Zeile · {shown}</p>" in page.content.decode()
