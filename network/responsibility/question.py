"""What somebody wants to know of responsibility."""

import datetime as dt
from dataclasses import dataclass

from core import clock
from core.working_time import BERLIN, CLOSES, OPENS, WorkingTime
from network.models import Region
from network.responsibility.place import Place


@dataclass(frozen=True)
class Question:
    """Where, when, for what, at which age; what was not said is not known."""

    place: Place
    at: dt.datetime
    kind: str = ""
    age: int | None = None
    criterion: str = ""

    @property
    def day(self) -> dt.date:
        """The day in Berlin."""
        return clock.local(self.at).date()


def in_office_hours(region: Region, at: dt.datetime) -> bool:
    """Whether authorities of the region are at their desks."""
    here = at.astimezone(BERLIN)
    closed = frozenset((int(month), int(day)) for month, day in region.extra_closed_days)
    working = WorkingTime(region.land, closed).is_working_day(here.date())
    return working and OPENS <= here.time() < CLOSES
