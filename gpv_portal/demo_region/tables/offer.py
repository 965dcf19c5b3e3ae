"""The shape of one row of the directory."""

from typing import NamedTuple

from network.models import Service

Type, Capacity = Service.Type, Service.Capacity


class Offer(NamedTuple):
    """A service. ``yes`` and ``no`` name the tick boxes that are known; the rest is not known.

    ``house`` is empty for a service whose people have no account here. ``verified`` and
    ``counted`` are days since the entry and its places were confirmed, None is never.
    """

    key: str
    house: str
    type: Service.Type
    name: str
    quarter: str
    street: str
    phone: str
    hours: str
    description: str
    target_groups: str = "Erwachsene ab 18 Jahren mit seelischer Erkrankung"
    access: str = "Direkt anfragen, ohne Überweisung."
    provider: str = ""
    mailbox: str = ""
    languages: str = "Deutsch"
    yes: str = "without_referral"
    no: str = ""
    conditions: str = ""
    bring_along: str = ""
    internal: str = ""
    capacity: Service.Capacity = Capacity.UNKNOWN
    counted: int | None = None
    verified: int | None = 20
    takes: bool = True
    crisis: bool = False
    address_public: bool = True
    areas: tuple[str, ...] = ("auental",)
