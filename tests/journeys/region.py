"""The region in which the stories happen, invented or read from a real directory."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.models import User
from gpv_portal.demo_region.directory import Directory, make_frame, make_region, make_services
from gpv_portal.demo_region.imported import import_services
from gpv_portal.demo_region.staff import make_staff
from network.models import Facility, Service

REAL_LIST = "A_berlin_einrichtungen.csv"


@dataclass(frozen=True)
class Region:
    """Who and what there is, by the keys of the demo's tables."""

    directory: Directory
    people: dict[str, User]

    def house(self, key: str) -> Facility:
        return self.directory.houses[key]

    def service(self, key: str) -> Service:
        return self.directory.services[key]


def invented() -> Region:
    """Kreis Auental with its forty services."""
    directory = make_frame(make_region())
    make_services(directory)
    return Region(directory, make_staff(directory).people)


def imported() -> Region:
    """The same people, on the entries of a real list; skips where there is none."""
    folder = os.environ.get("GPV_REAL_DATA")
    if not folder:
        pytest.skip("GPV_REAL_DATA names no folder with a real directory")
    directory = make_frame(make_region())
    import_services(directory, Path(folder) / REAL_LIST)
    return Region(directory, make_staff(directory).people)
