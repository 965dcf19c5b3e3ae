"""The coordination's pages of who is responsible where."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import clock, keyset
from core.access import fetch, guard
from core.http import Request
from core.receipts import once
from network import regions
from network.crisis.page import gaps
from network.forms.rule import RuleForm
from network.models import Region, ResponsibilityRule
from network.services.rules import add_rule, change_rule


def _rule(request: Request, pk: object) -> ResponsibilityRule:
    return fetch(ResponsibilityRule.objects.visible_to, request.actor, pk=pk)


def _page(request: Request, form: RuleForm, rule: ResponsibilityRule | None) -> HttpResponse:
    return render(request, "network/rule_edit.html", {"form": form, "rule": rule})


def _region(request: Request) -> Region:
    return cast(Region, regions.choose(request.actor).region)  # who coordinates works in one


@require_safe
@guard("coordinate_region")
def rules(request: Request) -> HttpResponse:
    """Every rule of the region, and the fixed numbers that are missing."""
    rows = ResponsibilityRule.objects.visible_to(request.actor)
    page = keyset.page(rows, key=("kind", "id"), after=request.GET.get("nach", ""))
    missing = gaps(_region(request), clock.now())
    return render(request, "network/rules.html", {"page": page, "gaps": missing})


@require_safe
@guard("coordinate_region")
def new(request: Request) -> HttpResponse:
    """The form of a new rule."""
    return _page(request, RuleForm(_region(request)), None)


@require_POST
@guard("coordinate_region")
@once
def create(request: Request) -> HttpResponse:
    """Add a rule."""
    region = _region(request)
    form = RuleForm(region, request.POST)
    if not form.is_valid():
        return _page(request, form, None)
    add_rule(region=region, values=form.cleaned_data, by=request.actor)
    return _saved(request, form)


@require_safe
@guard("coordinate_region")
def edit(request: Request, pk: object) -> HttpResponse:
    """The form of one rule."""
    rule = _rule(request, pk)
    return _page(request, RuleForm(rule.region, instance=rule), rule)


@require_POST
@guard("coordinate_region")
@once
def save(request: Request, pk: object) -> HttpResponse:
    """Replace what one rule says."""
    rule = _rule(request, pk)
    form = RuleForm(rule.region, request.POST)
    if not form.is_valid():
        return _page(request, form, rule)
    version = request.POST.get("version", "")
    change_rule(rule=rule, values=form.cleaned_data, version=version, by=request.actor)
    return _saved(request, form)


def _saved(request: Request, form: RuleForm) -> HttpResponse:
    messages.success(request, _("Die Zuständigkeit ist gespeichert."))
    if form.hours_unread:
        messages.warning(
            request, _("Die Zeiten konnten nicht gelesen werden; sie bleiben als Text stehen.")
        )
    return redirect("network:rules")
