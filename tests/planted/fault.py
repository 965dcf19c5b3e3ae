"""What a planted fault is, and the rows of the table that each has to serve."""

from dataclasses import dataclass

SIGNED_IN = "Signed in at all"
WHO = "Who acts"
ROLE = "Role for the page"
WHICH = "Which rows"
SIDE_DOOR = "No side door"
CHILDREN = "Children"
DEED = "The deed"
FIELDS = "Which fields"
DATABASE = "The database"
GUARDIAN = "guardian"
ADDRESSES = "Every address considered"
TRACE = "Reading leaves a trace"
AT_ONCE = "Two at once"
WITHDRAWN = "Withdrawn is closed"
ONCE = "Nothing lost, nothing twice"
FILES = "Documents open nothing"
TEXTS = "No text is lost or shown"

ROWS = (
    SIGNED_IN,
    WHO,
    ROLE,
    WHICH,
    SIDE_DOOR,
    CHILDREN,
    DEED,
    FIELDS,
    DATABASE,
    GUARDIAN,
    ADDRESSES,
    TRACE,
    AT_ONCE,
    WITHDRAWN,
    ONCE,
    FILES,
    TEXTS,
)


@dataclass(frozen=True)
class Fault:
    """In ``path``, ``guard`` becomes ``hole``; one of ``tests`` has to fail.

    ``builds`` says that the fault stands in what a migration writes: the database is made anew.
    """

    row: str
    name: str
    path: str
    guard: str
    hole: str
    tests: str
    builds: bool = False
