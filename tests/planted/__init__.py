"""Every guard of the portal once taken out, by the row of the table it belongs to."""

from tests.planted import (
    admission,
    cases,
    children,
    deeds,
    directory,
    discretion,
    exports,
    promises,
    public,
    races,
    reading,
    rows,
    storage,
)
from tests.planted.fault import ROWS, Fault

FAULTS: list[Fault] = [
    *admission.FAULTS,
    *rows.FAULTS,
    *children.FAULTS,
    *deeds.FAULTS,
    *cases.FAULTS,
    *reading.FAULTS,
    *storage.FAULTS,
    *promises.FAULTS,
    *public.FAULTS,
    *exports.FAULTS,
    *directory.FAULTS,
    *discretion.FAULTS,
    *races.FAULTS,
]

__all__ = ["FAULTS", "ROWS", "Fault", "table"]


def table() -> str:
    """The faults as the table of ``docs/security.md``."""
    lines = ["| Row | Taken out | Fails |", "| --- | --- | --- |"]
    for row in ROWS:
        for fault in FAULTS:
            if fault.row == row:
                tests = "<br>".join(f"`{test}`" for test in fault.tests.split())
                lines.append(f"| {row} | {fault.name} | {tests} |")
    return "\n".join(lines)
