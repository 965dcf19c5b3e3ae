"""A made-up directory of 300 entries, and the same in 32 more regions: 10,000 in all."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock
from network.models import OpeningSpan, Phone, Region, Service
from network.search.index import index
from tests.performance.plans import plan_of

HERE = "hier"
MOMENT = dt.datetime(2026, 11, 24, 10, tzinfo=clock.BERLIN)
"""A Tuesday morning, when every entry with hours is open."""

ONE_REGION, ALL, REGIONS = 300, 10_000, 33
_QUARTERS = ["Nordstadt", "Südstadt", "Hafen", "Altstadt", "Heide", "Neuhof", "Wald", "Moor"]
_WORDS = ["Beratung und Gespräch", "Wohnen mit Begleitung", "Treffpunkt", "Hilfe bei Sucht"]
COPIES = """
CREATE TEMPORARY TABLE elsewhere ON COMMIT DROP AS
    SELECT service.id AS origin, gen_random_uuid() AS id, region.id AS region, service.slug || '-'
        || region.slug AS slug
    FROM network_service service, network_region region
    WHERE service.region_id = %(here)s AND region.id <> %(here)s;
INSERT INTO network_service SELECT made.* FROM elsewhere
    JOIN network_service template ON template.id = elsewhere.origin,
    LATERAL jsonb_populate_record(template, jsonb_build_object('id', elsewhere.id, 'region_id',
        elsewhere.region, 'slug', elsewhere.slug)) AS made;
INSERT INTO network_phone SELECT made.* FROM elsewhere
    JOIN network_phone template ON template.service_id = elsewhere.origin,
    LATERAL jsonb_populate_record(template, jsonb_build_object('id', gen_random_uuid(),
        'service_id', elsewhere.id)) AS made;
INSERT INTO network_openingspan SELECT made.* FROM elsewhere
    JOIN network_openingspan template ON template.service_id = elsewhere.origin,
    LATERAL jsonb_populate_record(template, jsonb_build_object('id', gen_random_uuid(),
        'service_id', elsewhere.id)) AS made;
"""
SCATTER = """
SET CONSTRAINTS ALL IMMEDIATE;
CREATE TEMPORARY TABLE entries ON COMMIT DROP AS TABLE network_service;
CREATE TEMPORARY TABLE numbers ON COMMIT DROP AS TABLE network_phone;
CREATE TEMPORARY TABLE hours ON COMMIT DROP AS TABLE network_openingspan;
TRUNCATE network_service CASCADE;
INSERT INTO network_service SELECT * FROM entries ORDER BY md5(id::text);
INSERT INTO network_phone SELECT * FROM numbers ORDER BY md5(id::text);
INSERT INTO network_openingspan SELECT * FROM hours ORDER BY md5(id::text);
"""
ANALYZE = "ANALYZE network_service, network_phone, network_openingspan, network_region"


@dataclass(frozen=True)
class Cost:
    """What a page costs the database: statements, and shared buffers over all of them."""

    statements: int
    buffers: int


def make_one() -> Region:
    """One region with 300 entries of every kind, with hours and numbers, searchable."""
    region = Region.objects.create(name="Hier", slug=HERE, land="NW")
    services = [_service(region, number) for number in range(ONE_REGION)]
    Service.objects.bulk_create(services)
    Phone.objects.bulk_create(Phone(service=each, raw="030 23125-100") for each in services)
    OpeningSpan.objects.bulk_create(
        OpeningSpan(service=each, weekday=day, opens=dt.time(9), closes=dt.time(17))
        for each in services[::2]
        for day in range(5)
    )
    index(services)
    return region


def copy_into_the_others(here: Region) -> None:
    """The same entries in 32 regions more."""
    Region.objects.bulk_create(
        Region(name=f"Region {number}", slug=f"region-{number}", land="NW")
        for number in range(1, REGIONS)
    )
    with connection.cursor() as cursor:
        cursor.execute(COPIES, {"here": here.pk})
    _fill_up(ALL - Service.objects.count())


def scatter() -> None:
    """Every entry, number and hour at another place of its table, as if by chance."""
    with connection.cursor() as cursor:
        cursor.execute(SCATTER)


def counted() -> None:
    """Let the planner know how large the tables have become."""
    with connection.cursor() as cursor:
        cursor.execute(ANALYZE)


def warm_up() -> None:
    """Let the process read the glossary, as it does once for each state of it."""
    Client().get(f"/verzeichnis/?region={HERE}&q=reden")


def cost_of(address: str) -> Cost:
    """The cost of a page for a visitor without an account."""
    with clock.at(MOMENT):
        return cost(lambda: Client().get(address))


def cost(work: Callable[[], Any]) -> Cost:
    """What ``work`` reads, each of its statements run once more under EXPLAIN."""
    with CaptureQueriesContext(connection) as captured:
        work()
    sent = [query["sql"] for query in captured.captured_queries]
    reads = [
        sql for sql in sent if sql.lstrip("(").startswith("SELECT") and "set_config" not in sql
    ]
    return Cost(len(reads), sum(plan_of(sql).buffers for sql in reads))


def _service(region: Region, number: int) -> Service:
    return Service(
        region=region,
        type=Service.Type.values[number % len(Service.Type.values)],
        name=f"Angebot {number}",
        slug=f"angebot-{number}",
        description=_WORDS[number % len(_WORDS)],
        target_groups="Erwachsene, Angehörige" if number % 3 else "Jugendliche",
        languages="Deutsch, Türkisch" if number % 4 else "Deutsch",
        district=_QUARTERS[number % len(_QUARTERS)],
        town="Hierstadt",
        postcode=f"59{100 + number % 40}",
        walk_in=number % 2 == 0,
        in_crisis_view=number % 10 == 0,
        verified_on=MOMENT.date() - dt.timedelta(days=number),
    )


def _fill_up(missing: int) -> None:
    last = Region.objects.get(slug="region-1")
    made = Service.objects.bulk_create(_service(last, ONE_REGION + each) for each in range(missing))
    index(made)
