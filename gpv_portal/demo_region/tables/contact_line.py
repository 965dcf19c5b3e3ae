"""The shape of one line of the contact list."""

from typing import NamedTuple


class Line(NamedTuple):
    """``deputy`` is the key of another line; ``age`` the days since somebody confirmed it."""

    key: str
    house: str
    ward: int | None
    function: str
    person: str
    phone: str
    mailbox: str
    hours: str
    deputy: str
    responsible_for: str
    age: int
