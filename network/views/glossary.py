"""The words of the search, kept by the coordination."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.http import Request
from core.receipts import once
from network.forms.glossary import SynonymForm, initial_of
from network.models import SynonymGroup
from network.services.glossary import remove_group, save_group


def _list(request: Request, form: SynonymForm) -> HttpResponse:
    groups = SynonymGroup.objects.visible_to(request.actor).order_by("asked", "words")
    return render(request, "network/glossary.html", {"groups": groups, "form": form})


def _group(request: Request, form: SynonymForm, group: SynonymGroup) -> HttpResponse:
    return render(request, "network/glossary_group.html", {"form": form, "group": group})


def _saved(request: Request, form: SynonymForm, group: SynonymGroup | None) -> HttpResponse:
    values = form.cleaned_data
    save_group(group=group, asked=values["asked"], phrases=values["phrases"], by=request.actor)
    messages.success(request, _("Die Suche kennt die Wörter ab sofort."))
    return redirect("network:glossary")


@require_safe
@guard("coordinate_region")
def glossary(request: Request) -> HttpResponse:
    """All groups, and a form for a new one."""
    return _list(request, SynonymForm())


@require_POST
@guard("coordinate_region")
@once
def create(request: Request) -> HttpResponse:
    """Add a group."""
    form = SynonymForm(request.POST)
    return _saved(request, form, None) if form.is_valid() else _list(request, form)


@require_safe
@guard("coordinate_region")
def edit(request: Request, pk: UUID) -> HttpResponse:
    """The form of one group."""
    group = fetch(SynonymGroup.objects.visible_to, request.actor, pk=pk)
    return _group(request, SynonymForm(initial=initial_of(group)), group)


@require_POST
@guard("coordinate_region")
@once
def save(request: Request, pk: UUID) -> HttpResponse:
    """Change a group."""
    group = fetch(SynonymGroup.objects.visible_to, request.actor, pk=pk)
    form = SynonymForm(request.POST)
    return _saved(request, form, group) if form.is_valid() else _group(request, form, group)


@require_POST
@guard("coordinate_region")
@once
def remove(request: Request, pk: UUID) -> HttpResponse:
    """Take a group out."""
    group = fetch(SynonymGroup.objects.visible_to, request.actor, pk=pk)
    remove_group(group=group, by=request.actor)
    messages.success(request, _("Die Suche kennt diese Wörter nicht mehr."))
    return redirect("network:glossary")
