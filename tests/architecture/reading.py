"""Rows are read through a reader that knows the actor."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, dotted

READERS = {
    "visible_to": "the rows this actor may open",
    "sent_by": "the rows of the asking side",
    "received_by": "the rows of the asked side",
    "waiting_for_sender": "what the asking side has to do",
    "waiting_for_receiver": "what the asked side has to do",
    "escalated_to": "pseudonymous cases that the coordination is asked about",
    "working_in": "names of a region's facilities, known to everybody in the network",
    "published": "what everybody may read, signed in or not",
}
WITHIN = {
    "models": "readers are written here",
    "services": "a service locks its row and asks may(...)",
    "engine": "holds the rows of a service that asks may(...)",
    "tasks": "ids come from the outbox, rights are asked again",
    "management": "an operator's command",
    "search": "ranks what the directory publishes",
    "importing": "fills the directory from a file",
    "documentation": "reads the code, not the rows",
}
OF_CORE = "core's other modules keep its own tables, which no page lists"
FILES: dict[str, str] = {
    "core/views/demo.py": "every mail of the demo, shown to everybody who tries it",
    "network/acting.py": "the names of the actor's own facilities",
    "referrals/board.py": "asks of the actor's own stays whether anybody is coming, and counts",
    "referrals/disclosure.py": "asks which release is in force; opens nothing without one",
    "referrals/permits.py": "asks about siblings, and answers with a refusal only",
}
SHORTCUTS = ("get_object_or_404", "get_list_or_404", "_default_manager", "_base_manager")


def _exempt(module: Module) -> bool:
    core = module.app == "core" and module.layer != "views"
    return core or module.app == "demo_region" or module.layer in WITHIN or module.path in FILES


def rows_come_from_readers(module: Module) -> Iterator[tuple[int, str]]:
    """``Model.objects`` is followed by a reader, outside models and services."""
    if _exempt(module):
        return
    followed = {
        id(node.value)
        for node in module.nodes(ast.Attribute)
        if isinstance(node.value, ast.Attribute) and node.attr in READERS
    }
    for node in module.nodes(ast.Attribute):
        if node.attr == "objects" and id(node) not in followed:
            yield node.lineno, f"{dotted(node)} without a reader"


def no_shortcut_past_readers(module: Module) -> Iterator[tuple[int, str]]:
    """Nobody fetches by id from a whole table."""
    for node in module.nodes(ast.Name, ast.Attribute):
        name = dotted(node).rpartition(".")[2]
        if name in SHORTCUTS and module.path != "core/access.py":
            yield node.lineno, f"{name}: use core.access.fetch with a reader"
