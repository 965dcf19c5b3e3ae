"""The forms that can be open in the page of a referral."""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.actor import Actor
from core.http import Request
from referrals.access import opened
from referrals.forms.base import PortalForm
from referrals.forms.needs import CloseForm, NeedForm, SectionForm
from referrals.models import Referral, Release
from referrals.models.handover import SECTIONS
from referrals.views.steps import Deed
from referrals.vocabulary import Category

NEED_FIELDS = (
    "service_type",
    "needs",
    "flags",
    "urgency",
    "wanted_from",
    "cost_state",
    "risk_recorded",
    "callback_person",
    "callback_phone",
    "callback_hours",
    "callback_deputy",
)


def asked(request: Request, row: Referral) -> Deed | None:
    """The form that ``?schritt=`` asks for."""
    word = request.GET.get("schritt", "")
    if word == "angaben":
        known = {name: getattr(row, name) for name in NEED_FIELDS}
        seen = opened(row.client, by=request.actor, stage=1, purpose="Angaben", referral=row)
        return amending(row, NeedForm(initial={**known, "remarks": seen["remarks"]}))
    if word == "beenden":
        return closing(row, CloseForm(releases=releases_of(request.actor, row)))
    if word.startswith("uebergabe-"):
        category = section_or_404(word.removeprefix("uebergabe-"))
        seen = opened(row.client, by=request.actor, stage=3, purpose="Übergabe", referral=row)
        return writing(row, category, SectionForm(initial={"text": seen[category]}))
    return None


def amending(row: Referral, form: PortalForm) -> Deed:
    """Changing what is needed."""
    return _deed(row, _("Angaben ändern"), "pen", form, "angaben/", row.version)


def closing(row: Referral, form: PortalForm) -> Deed:
    """Ending the referral."""
    return _deed(row, _("Überleitung beenden"), "cross", form, "beenden/", row.version)


def writing(row: Referral, category: str, form: PortalForm) -> Deed:
    """Writing one section of the handover."""
    found = row.sections.filter(category=category).values_list("version", flat=True).first()
    title = _("Übergabe: %(section)s") % {"section": Category(category).label}
    return _deed(row, title, "document", form, f"uebergabe/{category}/", found or 0)


def section_or_404(category: str) -> str:
    """A section that exists."""
    if category not in {section.value for section in SECTIONS}:
        raise Http404
    return category


def releases_of(actor: Actor, row: Referral) -> list[Release]:
    """Releases of the person that hold today."""
    rows = Release.objects.visible_to(actor).filter(client=row.client_id)
    releases = rows.order_by("valid_until", "id")
    return [release for release in releases if release.is_valid_at(clock.now())]


def _deed(row: Referral, title: str, icon: str, form: PortalForm, word: str, version: int) -> Deed:
    home = reverse("referrals:referral", args=[row.pk])
    return Deed(title, icon, form, f"{home}{word}", home, version)
