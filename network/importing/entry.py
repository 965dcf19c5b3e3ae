"""What one row of a foreign list becomes, before it is written."""

from dataclasses import dataclass, field

from network.importing.hours import HoursReading
from network.importing.phones import Phone


@dataclass
class Entry:
    """What goes into a service, why somebody should look, and what was done without a doubt."""

    source: str
    source_id: str
    cells: dict[str, str]
    values: dict[str, object]
    phones: list[Phone] = field(default_factory=list)
    hours: HoursReading = field(default_factory=lambda: HoursReading(""))
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asides: list[tuple[str, str]] = field(default_factory=list)
    more_hours: list[str] = field(default_factory=list)
    has_kind: bool = True
