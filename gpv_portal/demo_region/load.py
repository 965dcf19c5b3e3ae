"""Fills an empty database with the region, its people and two years of work."""

from dataclasses import dataclass
from pathlib import Path

from core.actor import SCHEDULER
from core.models import User
from gpv_portal.demo_region.cases import make_cases
from gpv_portal.demo_region.committees import make_committees
from gpv_portal.demo_region.directory import Directory, make_frame, make_region, make_services
from gpv_portal.demo_region.editions import make_editions
from gpv_portal.demo_region.imported import import_services
from gpv_portal.demo_region.once import forget_old_mails, in_one_piece
from gpv_portal.demo_region.rounds import make_rounds
from gpv_portal.demo_region.staff import Staff, make_staff
from network.services.sheets import watch_sheets
from referrals.services.escalation import escalate


@dataclass(frozen=True)
class Loaded:
    """The whole region, for whoever wants to go on with it."""

    directory: Directory
    staff: Staff


def is_empty() -> bool:
    """Whether nobody has an account yet."""
    return not User.objects.exists()


def load(file: Path | None = None) -> Loaded:
    """The region with its own services, or with those of ``file``.

    Raises ``network.importing.table.NotATable`` when ``file`` holds no table.
    """
    with in_one_piece():
        directory = make_frame(make_region())
        if file:
            import_services(directory, file)
        else:
            make_services(directory)
        staff = make_staff(directory)
        make_rounds(make_cases(directory, staff))
        escalate(by=SCHEDULER)  # so that the coordination has its cases at once
        make_committees(directory, staff)
        make_editions(staff)
        forget_old_mails()
        watch_sheets(by=SCHEDULER)  # so that booklet and sheets lie ready at once
    return Loaded(directory, staff)
