"""One deed for every step: the form in the page, and what happens when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from core.actor import Actor
from core.http import Request
from core.models import User
from network.models import Membership
from referrals.access import Refusal, require, steps_for
from referrals.forms import entry_question
from referrals.forms.base import PortalForm, carried_out
from referrals.forms.steps import StepForm
from referrals.models import Appointment, Inquiry
from referrals.views.step_page import StepPage
from referrals.views.step_pages import BY_WORD, PRIMARY, RARE, page_for
from referrals.vocabulary import AppointmentState
from referrals.workflow import Step

Show = Callable[[StepForm], HttpResponse]
NEEDS_APPOINTMENT = frozenset({Step.RESCHEDULE, Step.CANCEL, Step.MISS})


@dataclass(frozen=True, slots=True)
class Button:
    """One step as the page offers it; ``why_not`` is the sentence instead of the button."""

    page: StepPage
    url: str
    why_not: Refusal | None
    primary: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A form that is open in the page."""

    title: Any
    icon: str
    form: PortalForm
    action: str
    back: str
    version: int | None = None
    button: Any = ""
    text: Any = ""


def version_of(request: Request) -> int | None:
    """The version the form was opened with; None when it carries none."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else None


def buttons(actor: Actor, inquiry: Inquiry, home: str) -> list[Button]:
    """What the actor may do now, the likely next step first; ``home`` is the inquiry's page."""
    planned = planned_appointment(inquiry) if inquiry.state == "confirmed" else None
    offered = []
    for step, why_not in steps_for(actor, inquiry).items():
        page = page_for(step, inquiry)
        if page is None or not _fits_appointment(step, planned):
            continue
        offered.append(Button(page, f"{home}?schritt={page.word}", why_not, rare=step in RARE))
    return _ordered(offered)


def planned_appointment(inquiry: Inquiry) -> Appointment | None:
    """The appointment that stands."""
    rows = inquiry.appointments.all()
    return next((row for row in rows if row.state == AppointmentState.PLANNED), None)


def chosen_page(request: Request, word: str) -> StepPage:
    """The step of ``word``; 404 for a word that is none."""
    if word not in BY_WORD:
        raise Http404
    return BY_WORD[word]


def form_for(page: StepPage, inquiry: Inquiry, actor: Actor, posted: Any = None) -> StepForm:
    """The form of a step, empty or as it was sent."""
    return page.form(posted, inquiry=inquiry, actor=actor, people=colleagues(actor))


def asked_deed(request: Request, inquiry: Inquiry, home: str) -> Deed | None:
    """The form that the address asks for with ``?schritt=``, when the step is possible."""
    word = request.GET.get("schritt", "")
    if word not in BY_WORD:
        return None
    page = BY_WORD[word]
    require(request.actor, page.step, inquiry)
    return deed(page, form_for(page, inquiry, request.actor), inquiry, home)


def deed(page: StepPage, form: StepForm, inquiry: Inquiry, home: str) -> Deed:
    """``form`` as the page shows it."""
    return Deed(
        title=page.title,
        icon=page.icon,
        form=form,
        action=f"{home}{page.word}/",
        back=home,
        version=inquiry.version,
    )


def take(
    request: Request, inquiry: Inquiry, page: StepPage, *, home: str, show: Show
) -> HttpResponse:
    """Carry the step out, or show its form again with what is wrong."""
    form = form_for(page, inquiry, request.actor, request.POST)
    require(request.actor, page.step, inquiry)
    if not form.is_valid():
        return show(form)

    def carry_out() -> bool:
        given = form.step_arguments()
        version = version_of(request)
        page.carry_out(inquiry=inquiry, by=request.actor, version=version, **given)
        entry_question.hear(form, inquiry, request.actor)
        return True

    if carried_out(form, carry_out) is None:
        return show(form)
    messages.success(request, str(page.done))
    return redirect(home)


def colleagues(actor: Actor) -> list[User]:
    """The people of the acting facility, by name."""
    members = Membership.objects.visible_to(actor).current().select_related("user")
    people = {member.user_id: member.user for member in members}
    return sorted(people.values(), key=lambda person: person.full_name.casefold())


def _fits_appointment(step: Step, planned: Appointment | None) -> bool:
    if step == Step.SCHEDULE:
        return planned is None
    return planned is not None or step not in NEEDS_APPOINTMENT


def _ordered(offered: list[Button]) -> list[Button]:
    order = {page.word: place for place, page in enumerate(BY_WORD.values())}
    offered.sort(key=lambda button: order[button.page.word])
    first = next(
        (b for step in PRIMARY for b in offered if b.page.step == step and not b.why_not), None
    )
    return [Button(b.page, b.url, b.why_not, primary=b is first, rare=b.rare) for b in offered]
