"""The need in words that name nobody, and whom the asked services ring up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from network.models import Area
from referrals.models import Referral
from referrals.vocabulary import CostState, Urgency

SMALLEST_AREA = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for."""

    service_type: str = ""
    needs: Sequence[str] = ()
    flags: Sequence[str] = ()
    urgency: str = Urgency.REGULAR
    cost_state: str = CostState.UNKNOWN
    wanted_from: date | None = None
    risk_recorded: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """Whom the asked services can ring up; never the ward."""

    person: str
    phone: str
    hours: str = ""
    deputy: str = ""


def describe(referral: Referral, wanted: Wanted, callback: Callback) -> None:
    """Put both into the row; the caller saves."""
    for name in ("service_type", "urgency", "cost_state", "wanted_from", "risk_recorded"):
        setattr(referral, name, getattr(wanted, name))
    referral.needs, referral.flags = list(wanted.needs), list(wanted.flags)
    referral.seal(remarks=wanted.remarks.strip())
    referral.callback_person = callback.person.strip()
    referral.callback_phone = callback.phone.strip()
    referral.callback_hours = callback.hours.strip()
    referral.callback_deputy = callback.deputy.strip()


def callback_of(referral: Referral) -> Callback:
    """The callback that stands in the row."""
    return Callback(
        person=referral.callback_person,
        phone=referral.callback_phone,
        hours=referral.callback_hours,
        deputy=referral.callback_deputy,
    )


def coarse_area(area: Area | None) -> str:
    """The name of the smallest area around it with at least 10,000 inhabitants."""
    while area is not None and (area.inhabitants or 0) < SMALLEST_AREA:
        area = area.parent
    return area.name if area is not None else ""
