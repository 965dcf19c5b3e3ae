"""What anybody may fetch to print: the booklet, crisis sheets and hand-outs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import files
from core.access import fetch, guard, public
from core.errors import Refused
from core.http import Request
from core.receipts import once
from network import regions
from network.models import PrintedSheet
from network.paper.page import groups_of
from network.services.sheets import ask_for_sheets

_REASON = "what hangs on a wall may be fetched by anybody"


@require_safe
@public(_REASON)
def sheets(request: Request) -> HttpResponse:
    """Every sheet of a region with its "Stand"."""
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    context = {
        "choice": choice,
        "groups": groups_of(choice.region),
        "orders": request.actor.holds("coordinate_region"),
    }
    return render(request, "network/sheets.html", context)


@require_safe
@public(_REASON)
def sheet_file(request: Request, pk: UUID) -> HttpResponse:
    """The newest file of a sheet, which carries its "Stand"."""
    found = fetch(lambda _actor: PrintedSheet.objects.published(), request.actor, pk=pk)
    if found.pdf is None:
        raise Refused(_("Die PDF-Datei wird gerade erstellt. Bitte laden Sie sie gleich neu."))
    content = files.load(found.pdf, by=request.actor)
    headers = {
        "Content-Disposition": f'attachment; filename="{found.pdf.name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_POST
@guard("coordinate_region")
@once
def order(request: Request) -> HttpResponse:
    """Have the sheets looked at now."""
    ask_for_sheets(by=request.actor)
    messages.success(
        request, _("Bestellt. Was sich geändert hat, liegt in wenigen Minuten neu hier.")
    )
    return redirect("network:sheets")
