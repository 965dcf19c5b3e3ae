"""What the addresses of the matrix are about."""

from collections.abc import Callable
from typing import Any

from tests.factories import ServiceFactory
from tests.people import People

Maker = Callable[[People], dict[str, Any]]


def _nothing(people: People) -> dict[str, Any]:
    return {}


def _reset(people: People) -> dict[str, Any]:
    return {"uidb36": "abc", "key": "not-a-key"}


def _service(people: People) -> dict[str, Any]:
    return {"slug": ServiceFactory(facility=people.clinic).slug}


MAKERS: dict[str, Maker] = {"": _nothing, "reset": _reset, "service": _service}


def make_objects(about: str, people: People) -> dict[str, Any]:
    """The address's arguments for the kind of object named ``about``."""
    return MAKERS[about](people)
