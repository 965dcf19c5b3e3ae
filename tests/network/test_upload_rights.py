"""Lists and doubles are the business of the region's coordination alone, and of one day."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import clock
from core.actor import SCHEDULER
from core.errors import Refused
from core.models import StoredFile
from network.life import Step
from network.models import DirectoryUpload, DistinctPair, Facility, Service
from network.roles import Role
from network.services import uploads
from network.services.life import take_step
from network.services.successors import merge_entries, tell_apart
from network.tasks import forget_uploads
from tests.factories import FacilityFactory, OrganisationFactory, RegionFactory, ServiceFactory
from tests.people import acting, member

LIST = b"Name;PLZ;Ort\nHaus;50931;Koeln\nHof;50931;Koeln\n"
PAGES = ("network:upload", "network:upload-columns")
DEEDS = ("network:upload-name", "network:upload-carry-out", "network:upload-throw-away")


@pytest.fixture
def by(people):
    """The coordination of the region."""
    return acting(people.coordinator, people.office)


@pytest.fixture
def elsewhere(db):
    """The coordination of another region: its person, its office."""
    organisation = OrganisationFactory(region=RegionFactory(slug="anderswo", name="Anderswo"))
    office = FacilityFactory(kind=Facility.Kind.COORDINATION, organisation=organisation)
    return member(office, Role.COORDINATION, "Ada Anderswo"), office


@pytest.fixture
def strangers(people, elsewhere):
    """Everybody who is not the coordination of the region."""
    return [
        acting(people.social_worker, people.clinic),
        acting(people.org_admin, people.clinic),
        acting(people.intake, people.provider),
        acting(people.no_role, None),
        acting(*elsewhere),
        SCHEDULER,
    ]


def take_in(people, by):
    told = {"file_name": "liste.csv", "source": "Seltene Liste", "content": LIST}
    return uploads.take_in(region=people.office.organisation.region, by=by, **told)


def pair(people):
    return ServiceFactory.create_batch(2, facility=None, region=people.office.organisation.region)


def test_nobody_else_brings_a_list_in(people, strangers):
    for stranger in strangers:
        with pytest.raises(PermissionDenied):
            take_in(people, stranger)

    assert not DirectoryUpload.objects.exists()
    assert not StoredFile.objects.exists()


def test_nobody_else_goes_on_with_a_list(people, by, strangers):
    upload = take_in(people, by)

    for stranger in strangers:
        for deed in (uploads.carry_out, uploads.throw_away):
            with pytest.raises(PermissionDenied):
                deed(upload=upload, by=stranger)
        with pytest.raises(PermissionDenied):
            uploads.name_columns(upload=upload, columns={"Name": "name"}, by=stranger)
    assert DirectoryUpload.objects.get().columns == {}
    assert not Service.objects.exists()


def test_a_list_of_another_region_is_not_there(people, by, elsewhere, sign_in):
    upload = take_in(people, by)
    client = sign_in(*elsewhere)

    assert "Seltene Liste" not in client.get(reverse("network:uploads")).content.decode()
    for name in PAGES:
        assert client.get(reverse(name, args=[upload.pk])).status_code == 404
    for name in DEEDS:
        assert client.post(reverse(name, args=[upload.pk])).status_code == 404
    assert DirectoryUpload.objects.get().file is not None
    sign_in(people.coordinator)
    assert client.get(reverse("network:upload", args=[upload.pk])).status_code == 200


def test_after_a_day_a_list_brings_nothing_in_and_says_what_to_do(
    people, by, sign_in, time_machine
):
    upload = take_in(people, by)
    time_machine.move_to(clock.now() + dt.timedelta(hours=24))
    client = sign_in(people.coordinator)

    answers = [client.get(reverse(name, args=[upload.pk])) for name in PAGES]
    answers += [client.post(reverse(name, args=[upload.pk])) for name in DEEDS[:2]]

    assert [answer.status_code for answer in answers] == [409] * 4
    for answer in answers:
        assert "Bitte laden Sie die Datei noch einmal hoch." in answer.content.decode()
    assert not Service.objects.exists()
    again = take_in(people, by)
    forget_uploads()
    assert DirectoryUpload.objects.get() == again
    assert StoredFile.objects.get() == again.file


def test_a_list_that_was_carried_out_keeps_its_report(people, by, time_machine):
    upload = take_in(people, by)
    uploads.carry_out(upload=upload, by=by)

    time_machine.move_to(clock.now() + dt.timedelta(days=2))
    forget_uploads()

    assert DirectoryUpload.objects.get().report["counts"]["new"] == 2


def test_who_presses_on_a_list_that_is_gone_gets_a_sentence(people, by):
    upload = take_in(people, by)
    uploads.throw_away(upload=upload, by=by)

    for deed in (uploads.carry_out, uploads.throw_away):
        with pytest.raises(Refused, match="wartet nicht mehr"):
            deed(upload=upload, by=by)


def test_nobody_else_merges_or_tells_apart(people, strangers):
    one, other = pair(people)

    for stranger in strangers:
        with pytest.raises(PermissionDenied):
            merge_entries(keep=one, gone=other, chosen={}, by=stranger)
        with pytest.raises(PermissionDenied):
            tell_apart(one=one, other=other, by=stranger)
    assert not Service.objects.exclude(merged_into=None).exists()
    assert not DistinctPair.objects.exists()


def test_an_entry_of_another_region_is_no_double(people, by, elsewhere, sign_in):
    one, _other = pair(people)
    foreign = ServiceFactory(facility=None, region=elsewhere[1].organisation.region)
    client = sign_in(people.coordinator)

    for first, second in ((one, foreign), (foreign, one)):
        with pytest.raises(PermissionDenied):
            merge_entries(keep=first, gone=second, chosen={}, by=by)
        with pytest.raises(PermissionDenied):
            tell_apart(one=first, other=second, by=by)
        both = [first.pk, second.pk]
        assert client.get(reverse("network:duplicate", args=both)).status_code == 404
        assert client.post(reverse("network:duplicate-merge", args=both)).status_code == 404
        assert client.post(reverse("network:duplicate-apart", args=both)).status_code == 404
    assert client.get(reverse("network:duplicate", args=[one.pk, _other.pk])).status_code == 200


def test_what_was_merged_is_neither_merged_again_nor_revived(people, by):
    keep, gone = pair(people)
    third = ServiceFactory(facility=None, region=keep.region)
    merge_entries(keep=keep, gone=gone, chosen={}, by=by)

    for one, other in ((gone, keep), (third, gone)):
        with pytest.raises(Refused, match="schon zusammengeführt"):
            merge_entries(keep=one, gone=other, chosen={}, by=by)
    with pytest.raises(Refused, match="in einem anderen aufgegangen"):
        take_step(service=gone, step=Step.REVIVE, by=by)

    assert list(Service.objects.exclude(merged_into=None)) == [gone]
