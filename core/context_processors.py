"""What the frame around every page shows: where one can go, and for whom one acts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from core.actor import NOBODY, Actor
from core.http import page_of
from core.indexing import canonical

EVERYBODY = ""
ENTRIES: tuple[tuple[str, Promise, tuple[str, ...]], ...] = (
    ("/aufgaben/", _("Aufgaben"), (EVERYBODY,)),
    ("/entlassungen/", _("Entlassungen"), ("send_referral",)),
    ("/ueberleitungen/", _("Überleitungen"), ("send_referral",)),
    ("/ueberleitungen/offen-in-der-region/", _("Offen in der Region"), ("coordinate_region",)),
    ("/anfragen/", _("Anfragen"), ("receive_referral",)),
    ("/irrtuemer/", _("Irrtümer"), ("review_access",)),
    ("/konferenzen/", _("Konferenzen"), ("hold_conference",)),
    ("/gremien/", _("Gremien"), (EVERYBODY,)),
    ("/kontakte/", _("Kontakte"), (EVERYBODY,)),
    ("/verzeichnis/", _("Verzeichnis"), (EVERYBODY,)),
    ("/verwaltung/", _("Verwaltung"), ("manage_facility",)),
)


def navigation(actor: Actor, path: str) -> list[dict[str, Any]]:
    """The entries the actor has a use for at the acting facility, the open one marked."""
    return [
        {"url": url, "label": label, "current": path.startswith(url)}
        for url, label, permissions in ENTRIES
        if any(p == EVERYBODY or actor.holds(p) for p in permissions)
    ]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Demo banner, navigation, acting facility and region for the frame of every page."""
    actor: Actor = getattr(request, "actor", NOBODY)
    context: dict[str, Any] = {
        "region_name": settings.GPV_REGION_NAME,
        "person_name": "",
        "navigation": [],
        "acting": None,
        "this_page": page_of(request),
        "canonical": canonical(request),
    }
    if actor.person is not None:
        context["person_name"] = actor.person.full_name
        context["navigation"] = navigation(actor, request.path)
        context["acting"] = import_string(settings.GPV_ACTING)(actor) if actor.names else None
    return context
