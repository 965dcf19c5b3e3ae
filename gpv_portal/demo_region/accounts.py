"""Who can sign in to the demo; one password for all, shown at its door."""

from gpv_portal.demo_region.tables.organisations import HOUSES
from gpv_portal.demo_region.tables.people import PEOPLE, Person

PASSWORD = "Auental-zeigt-sich"  # noqa: S105 - printed on the demo's sign-in page on purpose
ICONS = {
    "social_service": "people",
    "lead": "people",
    "intake": "hand",
    "coordination": "calendar",
    "emergency": "warning",
    "committee": "flag",
    "org_admin": "key",
    "data_protection": "lock",
}
_NAMES = {house.key: house.name for house in HOUSES}


def email_of(person: Person) -> str:
    """The address a person signs in with."""
    return f"{person.mailbox}@example.org"


def accounts() -> list[dict[str, str]]:
    """All accounts in the order of the story: email, password, name, role, place, icon."""
    return [_account(person) for person in PEOPLE]


def _account(person: Person) -> dict[str, str]:
    house, role = person.roles[0] if person.roles else ("", "")
    where = _NAMES.get(house, "")
    return {
        "email": email_of(person),
        "password": PASSWORD,
        "name": person.name,
        "role": person.story,
        "facility": where,
        "place": ", ".join(filter(None, [person.story, where])),
        "icon": ICONS.get(role, "circle"),
    }
