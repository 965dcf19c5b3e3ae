"""Start-up checks: an unguarded address stops the process from starting."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver


def project_patterns(
    resolver: URLResolver | None = None, trail: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Yield ``(full name, pattern)`` for every address the portal serves."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{trail}{entry.name}", entry
        else:
            namespace = f"{entry.namespace}:" if entry.namespace else ""
            yield from project_patterns(entry, trail + namespace)


@register(Tags.security)
def every_view_is_guarded(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An address whose view declares no guard is an error."""
    return [
        Error(f"{name} has no guard.", hint="Say who may enter: core.access.", id="core.E001")
        for name, pattern in project_patterns()
        if not hasattr(pattern.callback, "guard")
    ]
