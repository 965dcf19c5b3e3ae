"""One row of the access matrix."""

from dataclasses import dataclass

VISITORS = (
    "anonymous",
    "no_role",
    "social_worker",
    "clinic_lead",
    "other_social_worker",
    "intake",
    "intake_lead",
    "other_intake",
    "coordinator",
    "night_doctor",
    "committee_member",
    "org_admin",
    "data_protection",
)


@dataclass(frozen=True)
class Row:
    """What each visitor gets; ``about`` names the object in the address, ``send`` the form."""

    method: str
    statuses: dict[str, int]
    about: str = ""
    send: tuple[tuple[str, str], ...] = ()
    case_page: bool = False


def row(
    method: str,
    about: str = "",
    *,
    everybody: int,
    case_page: bool = False,
    send: dict[str, str] | None = None,
    **others: int,
) -> Row:
    """``everybody`` gets one status, but for those named; an unknown visitor is a mistake."""
    unknown = set(others) - set(VISITORS)
    assert not unknown, unknown
    statuses = {visitor: others.get(visitor, everybody) for visitor in VISITORS}
    return Row(method, statuses, about, tuple((send or {}).items()), case_page)
