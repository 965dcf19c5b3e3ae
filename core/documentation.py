"""Pages of docs/ that are written from the code, so that they cannot grow stale unnoticed.

A module ``documentation`` of any app names its pages in ``DOCUMENTS``: path -> function that
returns the text.
"""

import ast
import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

READERS = ("secret", "key_ring", "optional", "words")
REQUIRED = ("secret", "key_ring")


@dataclass(frozen=True)
class Setting:
    """One variable of the environment that the settings read."""

    name: str
    required: bool
    default: str


def documents() -> dict[str, Callable[[], str]]:
    """Every generated page of every app."""
    found: dict[str, Callable[[], str]] = {}
    for config in apps.get_app_configs():
        if Path(config.path).parent == settings.BASE_DIR and find_spec(
            f"{config.name}.documentation"
        ):
            found |= importlib.import_module(f"{config.name}.documentation").DOCUMENTS
    return found


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def settings_read(module: str = "base") -> list[Setting]:
    """What ``gpv_portal/settings/<module>.py`` reads from the environment, in its order."""
    source = settings.BASE_DIR / "gpv_portal" / "settings" / f"{module}.py"
    return [
        Setting(
            ast.literal_eval(call.args[0]),
            call.func.id in REQUIRED,
            ast.literal_eval(call.args[1]) if len(call.args) > 1 else "",
        )
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in READERS
    ]


MEANINGS = {
    "GPV_SECRET_KEY": "Signs sessions and links; at least 50 random characters.",
    "GPV_KEY_RING": "Keys as `id:base64` of 32 bytes each, separated by commas; the first one"
    " seals, all of them open. Lost keys are lost texts.",
    "GPV_ALLOWED_HOSTS": "Host names the portal answers to, separated by commas.",
    "GPV_SITE_ADDRESS": "What links in mail, exports, sitemap and canonical addresses begin with.",
    "GPV_REGION_NAME": "The region as the public pages name it.",
    "GPV_OPERATOR_NAME": "Who runs the portal, for the imprint.",
    "GPV_OPERATOR_ADDRESS": "Postal address, for the imprint.",
    "GPV_OPERATOR_PHONE": "For the imprint.",
    "GPV_OPERATOR_MAIL": "For the imprint.",
    "GPV_OPERATOR_REPRESENTED_BY": "Who may sign for the operator, for the imprint.",
    "GPV_DATA_PROTECTION_CONTACT": "Whom people ask about their data.",
    "DATABASE_URL": "`postgres://role:password@host:port/name`; the role is `gpv_web` for web,"
    " `gpv_worker` for worker, beat and relay, `gpv_owner` for migrations.",
    "CELERY_BROKER_URL": "`redis://:password@host:port/0`; holds ids only and may be lost.",
    "GPV_SMTP_HOST": "The mail server that takes our mail.",
    "GPV_SMTP_PORT": "Its port.",
    "GPV_SMTP_USER": "Empty: mail is handed in without signing in.",
    "GPV_SMTP_PASSWORD": "Belongs to the user above.",
    "GPV_SMTP_TLS": "`1` asks for STARTTLS, anything else does not.",
    "GPV_MAIL_FROM": "The sender of every mail.",
    "GPV_REPUBLISH_SECONDS": "After how long work that the broker may have lost is sent again.",
    "GPV_PORT": "The port of `manage.py demo`.",
}

SETTINGS_HEAD = """# What the environment sets

Written by `manage.py write_docs` from `gpv_portal/settings`. Each name can also be given as
`NAME_FILE`, the path of a file that holds the value; a file wins. A required one that is missing
stops the start with a sentence.

"""


def settings_page() -> str:
    """docs/settings.md; KeyError for a variable that nobody explained."""
    rows = [
        (f"`{one.name}`", _default(one), MEANINGS[one.name])
        for module in ("base", "demo")
        for one in sorted(settings_read(module), key=lambda one: (not one.required, one.name))
    ]
    return SETTINGS_HEAD + table(("Name", "Default", "Meaning"), rows)


def _default(one: Setting) -> str:
    if one.required:
        return "**required**"
    return f"`{one.default}`" if one.default else "empty"


ADDRESSES_HEAD = """# Every address and who may enter

Written by `manage.py write_docs` from the URL resolver. The guard is the first question only:
which rows a person sees is decided by the reader of the model, which step is allowed by `may`.

"""


def addresses_page() -> str:
    """docs/addresses.md, in the order of the addresses."""
    rows = sorted(
        (f"`/{route}`", f"`{name}`", *_guard(pattern)) for route, name, pattern in routes()
    )
    return ADDRESSES_HEAD + table(("Address", "Name", "Guard", "Permission or reason"), rows)


def routes(
    resolver: URLResolver | None = None, prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Yield ``(route, full name, pattern)`` of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, f"{space}{entry.name}", entry
        else:
            yield from routes(entry, route, space + (f"{entry.namespace}:" * bool(entry.namespace)))


def _guard(pattern: URLPattern) -> tuple[str, str]:
    rule = getattr(pattern.callback, "guard", None)
    if rule is None:
        return "**none**", ""
    return rule.kind, f"`{rule.permission}`" if rule.permission else rule.reason


DOCUMENTS: dict[str, Callable[[], str]] = {
    "docs/settings.md": settings_page,
    "docs/addresses.md": addresses_page,
}
