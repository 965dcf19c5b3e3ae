"""Finding the date of a case conference."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences.forms.cases import DateForm, PollForm
from conferences.models import CaseConference
from conferences.services import scheduling
from conferences.views.cases import MAY, back_to, form_page, found
from conferences.workflow import CaseStep
from core import clock
from core.access import guard
from core.http import Request
from core.receipts import once


def _known(conference: CaseConference) -> dict[str, object]:
    words: dict[str, object] = {"place": conference.place, "version": conference.version}
    if span := conference.when():
        start, end = (clock.local(moment) for moment in span)
        words |= {"day": start.date(), "start": start.time(), "end": end.time()}
    return words


@require_safe
@guard(MAY)
def date_form(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.EDIT)
    action = reverse("conferences:fix-date", kwargs={"pk": pk})
    form = DateForm(action=action, initial=_known(conference))
    return form_page(request, form, _("Termin festlegen"), conference)


@require_POST
@guard(MAY)
@once
def fix_date(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.EDIT)
    form = DateForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Termin festlegen"), conference)
    words = {name: form.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "version")}
    scheduling.fix_date(conference=conference, **words, by=request.actor)
    return back_to(conference)


@require_safe
@guard(MAY)
def poll_form(request: Request, pk: UUID) -> HttpResponse:
    action = reverse("conferences:poll", kwargs={"pk": pk})
    return form_page(
        request,
        PollForm(action=action),
        _("Termine vorschlagen"),
        found(request, pk, CaseStep.POLL),
    )


@require_POST
@guard(MAY)
@once
def poll(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.POLL)
    form = PollForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Termine vorschlagen"), conference)
    scheduling.poll(conference=conference, dates=form.moments(), by=request.actor)
    return back_to(conference)


@require_POST
@guard(MAY)
@once
def answer_poll(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk)
    possible = {
        date.pk: request.POST.get(f"date_{date.pk}") == "on" for date in conference.poll_dates.all()
    }
    scheduling.answer_poll(conference=conference, possible=possible, by=request.actor)
    return back_to(conference)
