"""The same story runs on a directory that somebody else wrote."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gpv_portal.demo_region.cases import make_clients, make_stories
from gpv_portal.demo_region.directory import make_frame, make_region
from gpv_portal.demo_region.imported import import_services
from gpv_portal.demo_region.staff import make_staff
from gpv_portal.demo_region.stories import STORIES
from gpv_portal.demo_region.tables.offer import Type
from network.models import Service
from referrals.models import Referral


def test_an_imported_list_carries_the_same_story(db, tmp_path: Path):
    rows = [f"{n};Haus {n};Betreutes Wohnen;Weg {n};59101;Lindenbrück" for n in range(60)]
    file = tmp_path / "liste.csv"
    file.write_text("\n".join(["Nr;Einrichtung;Art des Angebots;Straße;PLZ;Ort", *rows]))

    made = make_frame(make_region())
    import_services(made, file)
    staff = make_staff(made)
    make_stories(made, staff, make_clients(made, staff))

    assert Service.objects.count() == 60
    assert made.services["bewo-sued"].facility == made.houses["ankerplatz"]
    assert made.services["bewo-sued"].name.startswith("Haus")
    assert made.services["bewo-sued"].type == Type.BEWO
    assert Referral.objects.count() == len(STORIES)


def test_what_is_no_table_is_refused_with_a_sentence(db, tmp_path: Path):
    file = tmp_path / "bild.csv"
    file.write_bytes(b"\x89PNG nothing")

    with pytest.raises(CommandError, match="CSV"):
        call_command("load_demo", directory=file)
