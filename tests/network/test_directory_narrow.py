"""Narrowing and ordering the directory: distance, hours, age, language, cost, free places."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine

from core import clock
from network.directory import BY_DISTANCE, BY_OPENING, Ask, page_of, search
from network.models import OpeningSpan
from network.search.index import index
from network.search.marks import languages
from tests.factories import RegionFactory, ServiceFactory

TUESDAY = dt.datetime(2026, 3, 10, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
GOOD_FRIDAY = dt.datetime(2026, 4, 3, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def region(db):
    return RegionFactory(name="Berlin", slug="berlin", land="BE")


def entry(region, slug, **values):
    service = ServiceFactory(region=region, slug=slug, name=slug, facility=None, **values)
    index([service])
    return service


def opens(service, weekday, start, end):
    OpeningSpan.objects.create(
        service=service,
        weekday=weekday,
        opens=dt.time.fromisoformat(start),
        closes=dt.time.fromisoformat(end),
    )


def slugs(region, **ask):
    return [each.slug for each in page_of(search(region, Ask(**ask)))]


def ticked(region, group, *values, **ask):
    return slugs(region, ticks={group: frozenset(values)}, **ask)


@pytest.mark.parametrize(
    "text",
    [
        "Deutsch, Arabisch mit Sprachmittlung",
        "Deutsch und Arabisch auf Anfrage",
        "Deutsch + Arabisch (über Dolmetschdienst), weitere Sprachen nach Absprache",
    ],
)
def test_a_language_is_one_whichever_way_it_is_spoken(text):
    assert languages(text) == {"Deutsch", "Arabisch"}


def test_a_radius_is_measured_from_the_postcode_or_the_own_point(region):
    entry(region, "mitte", postcode="10115")
    entry(region, "eigen", postcode="99999", latitude=52.54, longitude=13.38)
    entry(region, "wannsee", postcode="14109")
    entry(region, "nirgends")

    assert slugs(region, place="10115", radius=5) == ["eigen", "mitte"]
    assert slugs(region, place="Berlin 10115", radius=25) == ["eigen", "mitte", "wannsee"]
    assert slugs(region, place="10115", order=BY_DISTANCE)[0] == "mitte"
    assert slugs(region, place="Potsdam", order=BY_DISTANCE)[0] == "wannsee"
    assert search(region, Ask(place="Atlantis", radius=5)).lost


def test_a_quarter_that_only_entries_know_is_a_place_to_measure_from(region):
    entry(region, "kiez", postcode="12047", district="Neukölln")
    entry(region, "nachbar", postcode="10999")
    entry(region, "fern", postcode="13591")

    assert slugs(region, place="neukoelln", radius=5) == ["kiez", "nachbar"]


@pytest.mark.parametrize("place", ["10115", "14109", "13591"])
def test_no_radius_finds_out_where_a_shelter_is(region, place):
    entry(
        region,
        "schutz",
        address_public=False,
        postcode="14109",
        district="Wannsee",
        latitude=52.42,
        longitude=13.15,
    )
    entry(region, "offen", postcode="10115")
    found = search(region, Ask(place=place, radius=2))

    assert "schutz" in slugs(region, place=place, radius=2)
    assert slugs(region, place=place, order=BY_DISTANCE)[-1] == "schutz"
    assert not [
        pk for pk in found.km if pk != next(iter(page_of(search(region, Ask(text="offen"))))).pk
    ]
    assert search(region, Ask(place="Wannsee", radius=2)).lost


def test_open_now_follows_the_hours_and_nothing_is_guessed(region):
    opens(entry(region, "tags"), 1, "09:00", "17:00")
    opens(entry(region, "frueh"), 1, "08:00", "12:00")
    opens(entry(region, "nacht"), 0, "20:00", "08:00")
    opens(entry(region, "freitags"), 4, "09:00", "17:00")
    opens(entry(region, "zu", closed_from=dt.date(2026, 3, 1)), 1, "09:00", "17:00")
    entry(region, "nur-text", hours_text="Di 9-17 Uhr")

    with time_machine.travel(TUESDAY, tick=False):
        assert ticked(region, "jetzt", "open") == ["tags"]
        assert search(region, Ask()).counts["jetzt"] == {"open": 1}
    with time_machine.travel(TUESDAY.replace(hour=7), tick=False):
        assert ticked(region, "jetzt", "open") == ["nacht"]
    with time_machine.travel(GOOD_FRIDAY, tick=False):
        assert ticked(region, "jetzt", "open") == []


def test_who_is_open_comes_first_then_who_opens_next(region):
    opens(entry(region, "a-freitags"), 4, "09:00", "17:00")
    entry(region, "b-unbekannt")
    opens(entry(region, "c-abends"), 1, "18:00", "22:00")
    opens(entry(region, "d-offen"), 1, "09:00", "17:00")

    with time_machine.travel(TUESDAY, tick=False):
        ordered = slugs(region, order=BY_OPENING)

    assert ordered == ["d-offen", "c-abends", "a-freitags", "b-unbekannt"]


def test_an_entry_that_nobody_confirmed_for_long_stands_behind_the_others(region):
    days = dt.timedelta
    entry(region, "a-alt", verified_on=clock.today() - days(211))
    entry(region, "b-faellig", verified_on=clock.today() - days(209))
    entry(region, "c-neu", verified_on=clock.today())

    assert slugs(region) == ["b-faellig", "c-neu", "a-alt"]


def test_age_language_cost_and_access_narrow(region):
    entry(region, "jung", age_from=18, age_to=27, languages="Deutsch, Türkisch", cost="free")
    entry(region, "alle", age_from=18, languages="Deutsch und Arabisch (auf Anfrage)")
    entry(region, "offen", without_referral=False, by_appointment=True, cost="insurance")

    assert ticked(region, "alter", "young") == ["alle", "jung"]
    assert ticked(region, "alter", "old") == ["alle"]
    assert ticked(region, "sprache", "Arabisch", "Türkisch") == ["alle", "jung"]
    assert ticked(region, "kosten", "free") == ["jung"]
    assert ticked(region, "zugang", "with_referral", "by_appointment") == ["offen"]
    assert search(region, Ask()).counts["sprache"] == {"Deutsch": 2, "Türkisch": 1, "Arabisch": 1}


@time_machine.travel(TUESDAY, tick=False)
def test_free_places_are_news_for_as_long_as_the_page_says_them(region):
    weeks = dt.timedelta(days=14)
    entry(region, "frei", capacity="free", capacity_at=clock.now() - weeks)
    entry(region, "alt", capacity="free", capacity_at=clock.now() - weeks - dt.timedelta(hours=1))
    entry(region, "voll", capacity="full", capacity_at=clock.now())

    assert ticked(region, "gut", "free") == ["frei"]


def test_the_page_says_how_far_and_offers_a_way_out(client, region):
    entry(region, "mitte", postcode="10115")

    near = client.get("/verzeichnis/", {"ort": "10117", "umkreis": "5"}).content.decode()
    nothing = client.get("/verzeichnis/", {"q": "Quanten", "ort": "10117", "umkreis": "5"})

    assert "km" in near
    assert "GeoNames (CC BY 4.0)" in near
    assert "In der ganzen Region suchen" in nothing.content.decode()
    assert 'href="?q=Quanten&amp;ort=10117&amp;umkreis=50"' in nothing.content.decode()


@pytest.mark.parametrize("measured", [{"sortiert": "naehe"}, {"umkreis": "5"}])
def test_a_distance_without_a_place_is_asked_for_the_place(client, region, measured):
    entry(region, "mitte", postcode="10117")
    sentence = "Für Entfernungen brauchen wir einen Ort."

    assert sentence in client.get("/verzeichnis/", measured).content.decode()
    there = {"ort": "10117", **measured}
    assert sentence not in client.get("/verzeichnis/", there).content.decode()
    assert sentence not in client.get("/verzeichnis/", {"sortiert": "offen"}).content.decode()
