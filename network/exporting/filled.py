"""JSON that says what is known and leaves out the rest."""

from typing import Any

Json = dict[str, Any]


def filled(**values: Any) -> Json:
    """``values`` without empty texts, lists and objects and without None; 0 and False are known."""
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}
