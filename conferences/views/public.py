"""Published minutes of public committees, for everybody without an account."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.contact_lists import with_contact_list
from conferences.meeting_access import public_copies
from conferences.models import Meeting
from conferences.views.answers import pdf_answer
from core import files, keyset
from core.access import fetch, public
from core.http import Request

WHY = "public bodies publish their minutes: seats instead of names, nothing internal"


@require_safe
@public(WHY)
def minutes_list(request: Request) -> HttpResponse:
    rows = Meeting.objects.published().select_related("body")
    page = keyset.page(
        rows, key=("starts_at", "id"), after=request.GET.get("nach", ""), descending=True
    )
    context = {"meetings": with_contact_list(page.rows), "next_cursor": page.next_cursor}
    return render(request, "conferences/public_minutes.html", context)


@require_safe
@public(WHY)
def minutes_file(request: Request, pk: UUID) -> HttpResponse:
    meeting = fetch(lambda _actor: Meeting.objects.published(), request.actor, pk=pk)
    for copy in public_copies(meeting):
        if copy.pdf is not None:
            return pdf_answer(files.load(copy.pdf, by=request.actor))
    raise Http404
