"""Keeping the contacts of one's own facility current."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.http import Request
from core.receipts import once
from network.forms.contact import ContactForm, initial_of
from network.models import Contact, Facility
from network.services.contacts import (
    confirm_contact,
    release_contacts,
    remove_contact,
    save_contact,
)


def _form(request: Request, contact: Contact | None, typed: QueryDict | None = None) -> ContactForm:
    facility = fetch(Facility.objects.visible_to, request.actor, pk=request.actor.facility)
    initial = initial_of(contact) if contact else {}
    return ContactForm(
        typed, initial=initial, actor=request.actor, facility=facility, contact=contact
    )


def _page(request: Request, form: ContactForm, contact: Contact | None) -> HttpResponse:
    return render(request, "network/contact_edit.html", {"form": form, "contact": contact})


def _done(request: Request) -> HttpResponse:
    messages.success(request, _("Der Kontakt gilt als heute bestätigt."))
    return redirect("network:administration")


@require_safe
@guard("manage_facility")
def edit(request: Request, pk: UUID) -> HttpResponse:
    """The form of one contact."""
    contact = fetch(Contact.objects.visible_to, request.actor, pk=pk)
    return _page(request, _form(request, contact), contact)


@require_POST
@guard("manage_facility")
@once
def save(request: Request, pk: UUID) -> HttpResponse:
    """Change a contact; saving confirms it."""
    contact = fetch(Contact.objects.visible_to, request.actor, pk=pk)
    form = _form(request, contact, request.POST)
    if not form.is_valid():
        return _page(request, form, contact)
    save_contact(contact=contact, values=form.cleaned_data, by=request.actor)
    return _done(request)


@require_POST
@guard("manage_facility")
@once
def confirm(request: Request, pk: UUID) -> HttpResponse:
    """Everything about the contact is right today."""
    contact = fetch(Contact.objects.visible_to, request.actor, pk=pk)
    confirm_contact(contact=contact, by=request.actor)
    return _done(request)


@require_safe
@guard("manage_facility")
def new(request: Request) -> HttpResponse:
    """The form of a new contact."""
    return _page(request, _form(request, None), None)


@require_POST
@guard("manage_facility")
@once
def create(request: Request) -> HttpResponse:
    """Add a contact of one's own facility."""
    form = _form(request, None, request.POST)
    if not form.is_valid():
        return _page(request, form, None)
    save_contact(contact=None, values=form.cleaned_data, by=request.actor)
    return _done(request)


@require_POST
@guard("manage_facility")
@once
def remove(request: Request, pk: UUID) -> HttpResponse:
    """The post exists no longer."""
    contact = fetch(Contact.objects.visible_to, request.actor, pk=pk)
    remove_contact(contact=contact, by=request.actor)
    messages.success(request, _("Der Kontakt steht nicht mehr in der Liste."))
    return redirect("network:administration")


@require_POST
@guard("manage_facility")
@once
def release(request: Request) -> HttpResponse:
    """Let everybody see the organisation's functions and numbers, or members alone."""
    public = request.POST.get("public") == "on"
    release_contacts(public=public, by=request.actor)
    said = _("Funktionen und Nummern Ihres Trägers sind jetzt öffentlich.")
    hidden = _("Die Kontakte Ihres Trägers sehen jetzt nur noch Fachkräfte des Verbunds.")
    messages.success(request, said if public else hidden)
    return redirect("network:administration")
