"""A row that the directory has already waits for somebody; a neighbour in one house does not."""

import pytest

from core.actor import SCHEDULER
from network.importing.run import import_directory
from network.importing.table import read_table
from network.models import Service
from tests.factories import RegionFactory

HEAD = "Einrichtung;Straße;PLZ;Ort;Tel.\n"
ADDRESS = "Weg 1;01067;Dresden;0351 4810-100"


@pytest.fixture
def region(db):
    return RegionFactory()


def bring_in(region, source, *names, **options):
    text = HEAD + "".join(f"{name};{ADDRESS}\n" for name in names)
    table = read_table(text.encode())
    return import_directory(table=table, region=region, source=source, by=SCHEDULER, **options)


def states(source):
    return dict(Service.objects.filter(source__startswith=source).values_list("name", "state"))


def test_who_is_listed_already_is_not_listed_twice(region):
    bring_in(region, "wegweiser", "Krisendienst Nord")

    report = bring_in(region, "adressheft", "Krisendienst Nord e. V.", "Tagesstätte Elbe")

    assert states("adressheft") == {
        "Krisendienst Nord e. V.": Service.State.IN_REVIEW,
        "Tagesstätte Elbe": Service.State.PUBLISHED,
    }
    double, neighbour = report.lines
    assert "vielleicht doppelt mit „Krisendienst Nord“" in double.reasons[0]
    assert "noch nicht öffentlich" in double.reasons[1]
    assert len(neighbour.reasons) == 1


def test_two_alike_rows_of_one_list_are_its_own_and_stay_public(region):
    report = bring_in(region, "wegweiser", "Krisendienst Nord", "Krisendienst Nord e. V.")

    assert set(states("wegweiser").values()) == {Service.State.PUBLISHED}
    assert "vielleicht doppelt" in report.lines[1].reasons[0]


def test_who_was_published_by_hand_stays_so_when_the_list_comes_again(region):
    bring_in(region, "wegweiser", "Krisendienst Nord")
    bring_in(region, "adressheft", "Krisendienst Nord e. V.")
    Service.objects.filter(source__startswith="adressheft").update(state=Service.State.PUBLISHED)

    report = bring_in(region, "adressheft", "Krisendienst Nord e. V.")

    assert report.counts["same"] == 1
    assert set(states("adressheft").values()) == {Service.State.PUBLISHED}
