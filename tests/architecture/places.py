"""Names that may be used in one place only, each with the reason."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import Module


@dataclass(frozen=True)
class OnlyIn:
    """``pattern`` is matched against the whole dotted name of a call or an import."""

    pattern: str
    places: tuple[str, ...]
    reason: str


CALLS = (
    OnlyIn(
        r".*\.has_perms?|.*\.has_module_perms|.*get_objects_for_(user|group)",
        (),
        "rights are read once, by the guard, and asked of the actor",
    ),
    OnlyIn(r"reveal|.*\.reveal", ("core/sealing.py", "*/access"), "opened(...) checks the stage"),
    OnlyIn(
        r".*\.(delay|apply_async|send_task)",
        ("core/tasks.py", "core/management/commands/relay.py"),
        "work goes through the outbox; a lost broker loses nothing",
    ),
    OnlyIn(r"Actor|.*\.Actor", ("core/access.py", "core/actor.py"), "the doors alone say who acts"),
    OnlyIn(
        r".*\.groups\.(add|remove|set|clear)",
        ("network/services/memberships.py",),
        "membership is the truth about rights",
    ),
    OnlyIn(r"csrf_exempt|.*\.csrf_exempt", (), "every form carries its token"),
    OnlyIn(r"mark_safe|.*\.mark_safe", (), "templates escape"),
    OnlyIn(r".*\.(raw|extra)", (), "queries are written with the ORM or in core.database"),
)
IMPORTS = (
    OnlyIn(r"guardian\b.*", ("core/access.py", "network/models"), "one reader of its table"),
    OnlyIn(r"weasyprint\b.*", ("core/pdf.py",), "one place that refuses every fetch"),
    OnlyIn(r"cryptography\b.*", ("core/crypto.py", "core/tokens.py"), "one place for ciphers"),
    OnlyIn(
        r"django\.utils\.timezone\.(now|localtime|localdate)|django\.db\.models\.functions\.Now",
        ("core/clock.py",),
        "the only now",
    ),
    OnlyIn(
        r"django\.contrib\.auth\.decorators\.login_not_required",
        ("core/access.py",),
        "@public gives a reason",
    ),
    OnlyIn(
        r"django\.views\.decorators\.csrf\.csrf_exempt",
        ("network/views/leaving.py",),
        "every form carries its token; a mail program's one click (RFC 8058) has none",
    ),
    OnlyIn(r"django\.contrib\.admin\b.*", (), "there is no admin site"),
    OnlyIn(
        r".*\.FacilityUserObjectPermission",
        ("network/models",),
        "rights are given to groups, never to a person",
    ),
)
READS_THE_CLOCK = re.compile(
    r"(dt\.|datetime\.)*(datetime|date)\.(now|utcnow|today)|timezone\.(now|localtime|localdate)|Now"
)
SQL_CLOCK = re.compile(r"(?i)\b(select|update|insert|where|set)\b.*(\bnow\(\)|current_(date|time))")


def _stands_in(module: Module, places: tuple[str, ...]) -> bool:
    return any(
        module.path == place
        or module.path.startswith(f"{place}/")
        or (place.startswith("*/") and module.layer == place[2:])
        for place in places
    )


def calls_stay_in_their_place(module: Module) -> Iterator[tuple[int, str]]:
    for line, name, _call in module.calls():
        for rule in CALLS:
            if re.fullmatch(rule.pattern, name) and not _stands_in(module, rule.places):
                yield line, f"{name}: {rule.reason}"


def imports_stay_in_their_place(module: Module) -> Iterator[tuple[int, str]]:
    for line, name in module.imports():
        for rule in IMPORTS:
            if re.fullmatch(rule.pattern, name) and not _stands_in(module, rule.places):
                yield line, f"{name}: {rule.reason}"


def one_clock(module: Module) -> Iterator[tuple[int, str]]:
    """Only core/clock.py looks at the clock; neither fields nor SQL do."""
    if module.path == "core/clock.py":
        return
    for line, name, call in module.calls():
        if READS_THE_CLOCK.fullmatch(name):
            yield line, f"{name}: use core.clock"
        for keyword in call.keywords:
            if keyword.arg in {"auto_now", "auto_now_add"}:
                yield line, f"{keyword.arg}: use default=clock.now"
    for node in module.nodes(ast.Constant):
        if isinstance(node.value, str) and SQL_CLOCK.search(node.value):
            yield node.lineno, "SQL reads the clock"
