"""Whole directories to search in and to hand on: the invented region's, and a real one."""

import os
from pathlib import Path

import pytest

from core.actor import SCHEDULER
from gpv_portal.demo_region.directory import make_frame, make_region, make_services
from network.importing.run import Report, import_directory
from network.importing.table import read_table
from network.models import Region, Service
from tests.factories import RegionFactory

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")
real_lists = pytest.mark.skipif(
    not REAL_DATA, reason="GPV_REAL_DATA names no directory with real lists"
)


def auental() -> Region:
    """The directory of the invented region."""
    made = make_frame(make_region())
    make_services(made)
    return made.region


def berlin() -> tuple[Region, Report]:
    """A real list of 282 rows, all of them published, and what was said of each row."""
    region = RegionFactory(name="Berlin", slug="berlin")
    read = read_table((Path(REAL_DATA) / "A_berlin_einrichtungen.csv").read_bytes())
    report = import_directory(table=read, region=region, source="A", by=SCHEDULER)
    Service.objects.update(state=Service.State.PUBLISHED)
    return region, report
