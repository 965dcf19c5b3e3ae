"""The shape of one line of the contact list."""

from typing import NamedTuple


class Line(NamedTuple):
    """``deputy`` is the key of another line; ``age`` the days since somebody confirmed it.

    ``away`` is the first and the last day of an absence, counted from today; ``offer`` the key of
    the service for which an intake answers.
    """

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
    letters: str = ""
    away: tuple[int, int] | None = None
    fax: str = ""
    kim: str = ""
    offer: str = ""
