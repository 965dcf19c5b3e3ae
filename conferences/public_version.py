"""What everybody may read of a committee's minutes: no internal point, and seats instead of people.

The free words for who is responsible stay where they name a seat of the body; anything else may be
a person's name and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from django.utils.translation import gettext as _

Content = Mapping[str, Any]


def public_version(content: Content) -> Content:
    """The content of an edition without what is internal and without names."""
    seats = frozenset(row["seat"] for row in content["attendance"])
    open_to_all = [row for row in content["measures"] if not row["is_internal"]]
    return {
        **content,
        "chair": "",
        "keeper": "",
        "items": [_public_item(item, seats) for item in content["items"]],
        "measures": [
            {**row, "who": _seat(row["who"], seats) or _("nicht genannt")} for row in open_to_all
        ],
        "attendance": [{**row, "name": "", "note": ""} for row in content["attendance"]],
    }


def _public_item(item: Content, seats: Set[str]) -> Content:
    if item["is_internal"]:
        hidden = {"title": _("Interner Punkt"), "text": "", "resolutions": [], "carried": False}
        return {**item, **hidden, "left_out": True}
    said = [{**row, "owner": _seat(row["owner"], seats)} for row in item["resolutions"]]
    return {**item, "resolutions": said}


def _seat(words: str, seats: Set[str]) -> str:
    return words if words in seats else ""
