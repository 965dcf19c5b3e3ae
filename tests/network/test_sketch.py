"""The small map of the directory: true to scale, nothing hidden on it, everything on it a link."""

import re
from itertools import combinations
from math import hypot

import pytest
from django.urls import reverse
from django.utils import translation

from network.places import distance_km
from network.search.index import index
from network.sketch import sketch_of
from network.sketch.frame import HEIGHT, WIDTH, frame_around
from network.sketch.names import box_of, names_on
from network.sketch.places import APART, located, spots
from tests.factories import RegionFactory, ServiceFactory
from tests.performance.counting import statements_of

pytestmark = pytest.mark.django_db

RADIUS = 14
"""Of a sign, in pixels."""

NORTH, SOUTH, EAST = (51.70, 8.00), (51.60, 8.00), (51.60, 8.20)


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-210")


def entry(region, point=None, **values):
    latitude, longitude = point or (None, None)
    shown = {"address_public": True, "postcode": "", "district": "", "town": "Lindenbrück"}
    return ServiceFactory(
        region=region, latitude=latitude, longitude=longitude, **{**shown, **values}
    )


def scattered(region, count=20):
    places = [(51.5 + 0.02 * (n * 7 % 11), 8.0 + 0.03 * (n * 5 % 13)) for n in range(count)]
    return [entry(region, at, district=f"Quartier {n % 6}") for n, at in enumerate(places)]


def pixels(pin):
    x, y = (float(part.rstrip("%")) / 100 for part in (pin.x, pin.y))
    return x * WIDTH, y * HEIGHT


def page(client, **query):
    return client.get(reverse("network:directory"), query).content.decode()


def drawn(client, **query):
    """The part of the page that is the map."""
    return re.search(r'<details class="map.*?</details>', page(client, **query), re.DOTALL)[0]


def test_every_entry_with_a_place_is_a_link_on_the_map_and_in_its_list(client, region):
    services = [entry(region, NORTH, name="Nordhaus"), entry(region, EAST, name="Osthaus")]
    index(services)

    said = drawn(client)

    for service in services:
        assert said.count(f'href="{reverse("network:service", args=[service.slug])}"') == 2
    assert re.search("<title>[AB]: Nordhaus, Lindenbrück</title>", said)


def test_north_is_up_east_is_right_and_distances_are_true(region):
    sketch = sketch_of([entry(region, at) for at in (NORTH, SOUTH, EAST)])
    frame = frame_around([NORTH, SOUTH, EAST])
    (north, south, east) = map(pixels, sketch.pins)

    assert north[1] < south[1]
    assert east[0] > south[0]
    km = frame.width_km / WIDTH
    assert (south[1] - north[1]) * km == pytest.approx(distance_km(NORTH, SOUTH), rel=0.01)
    assert (east[0] - south[0]) * km == pytest.approx(distance_km(SOUTH, EAST), rel=0.01)


def test_the_bar_is_as_long_as_it_says(region):
    sketch = sketch_of([entry(region, SOUTH), entry(region, EAST)])
    west, east = (pixels(pin)[0] for pin in sketch.pins)

    said = float(sketch.scale.removesuffix(" km"))
    bar = float(sketch.bar.rstrip("%")) / 100 * WIDTH
    assert said / bar == pytest.approx(distance_km(SOUTH, EAST) / (east - west), rel=0.01)


def test_entries_in_one_place_share_a_sign_with_their_number(client, region):
    index([entry(region, NORTH, name=f"Haus {n}") for n in range(3)])

    said = drawn(client)

    assert '<text class="map-count" x="13" y="-11">3</text>' in said
    assert f'<circle r="{RADIUS}"/>' in said
    assert 'href="#ort-A"' in said
    assert 'id="ort-A"' in said
    assert [f"Haus {n}" in said for n in range(3)] == [True] * 3


def test_no_sign_covers_another_on_the_narrowest_screen(region):
    sketch = sketch_of(scattered(region))

    assert len(sketch.pins) > 5
    assert sum(len(pin.entries) for pin in sketch.pins) == 20
    for one, two in combinations(map(pixels, sketch.pins), 2):
        assert hypot(one[0] - two[0], one[1] - two[1]) >= APART - 0.1


def test_no_name_covers_a_sign_or_another_name(region):
    services = scattered(region)
    found = located(services)
    frame = frame_around([point for _service, point in found])
    lying = spots(found, frame)

    names = names_on(found, lying, frame)

    assert names
    boxes = [box_of(name) for name in names]
    for a, b in combinations(boxes, 2):
        assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]
    for x, y in ((spot.at[0] * WIDTH, spot.at[1] * HEIGHT) for spot in lying):
        for a, b, c, d in boxes:
            assert hypot(x - min(max(x, a), c), y - min(max(y, b), d)) >= RADIUS


def test_a_protected_address_is_nowhere_on_the_map(client, region):
    shelter = entry(
        region,
        SOUTH,
        name="Frauenhaus",
        address_public=False,
        postcode="59065",
        district="Geheimviertel",
    )
    index([entry(region, NORTH, name="Nordhaus"), shelter])

    said = drawn(client)

    assert "Frauenhaus" not in said
    assert "Geheimviertel" not in said
    assert "1 Angebot ohne Ort auf der Karte." in said


def test_the_map_is_the_same_wherever_a_shelter_is(region):
    others = [entry(region, at) for at in (NORTH, EAST)]

    drawings = [
        sketch_of([*others, entry(region, at, address_public=False)])
        for at in (SOUTH, (51.9, 7.5), None)
    ]

    assert drawings[0] == drawings[1] == drawings[2]


def test_what_has_no_place_is_counted(client, region):
    index([entry(region, NORTH), entry(region), entry(region, postcode="99999")])

    assert "2 Angebote ohne Ort auf der Karte." in drawn(client)


def test_a_postcode_alone_puts_the_entry_in_its_middle_and_says_so(region):
    sketch = sketch_of([entry(region, postcode="10115", town="Berlin")])

    assert len(sketch.pins) == 1
    assert "nur die Postleitzahl" in sketch.notes[0]
    assert "GeoNames, CC BY 4.0" in sketch.notes[0]


def test_one_entry_far_away_does_not_shrink_the_others(region):
    sketch = sketch_of(
        [*(entry(region, at) for at in (NORTH, SOUTH, EAST)), entry(region, (48, 11))]
    )

    assert len(sketch.pins) == 3
    assert "1 Angebot liegt weit außerhalb" in sketch.notes[0]


def test_without_any_place_there_is_a_sentence_and_no_drawing(client, region):
    index([entry(region)])

    said = drawn(client)

    assert "Zu keinem dieser Angebote kennen wir einen Ort" in said
    assert "map-ground" not in said
    assert "ohne Ort auf der Karte" not in said


def test_two_entries_at_two_ends_of_the_country_are_both_on_the_map(region):
    sketch = sketch_of([entry(region, NORTH), entry(region, (48, 11))])

    assert len(sketch.pins) == 2
    assert sketch.notes == []


def test_where_nothing_is_found_there_is_no_map(client, region):
    assert 'class="map' not in page(client, q="Quantenphysik")


def test_the_map_asks_the_database_nothing(region):
    services = scattered(region)

    assert statements_of(lambda: sketch_of(services)) == []


def test_numbers_of_the_drawing_have_no_german_comma(region):
    with translation.override("de"):
        sketch = sketch_of(scattered(region))

    assert all(re.fullmatch(r"\d+\.\d\d%", part) for pin in sketch.pins for part in (pin.x, pin.y))


def test_the_drawing_needs_no_script_no_style_and_no_other_host(client, region):
    index(scattered(region))

    said = drawn(client)

    assert not re.search(r"<script|\sstyle=|\son\w+=|<image|xlink:href|url\(", said)
    assert re.findall(r"https?://[^\"' ]+", said) == ["http://www.w3.org/2000/svg"]
