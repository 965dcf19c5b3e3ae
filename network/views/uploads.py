"""Bringing a list of others into the directory: file, columns, trial, and then for good."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.errors import Refused
from core.http import Request
from core.receipts import once
from network import regions
from network.forms.upload import ColumnsForm, UploadForm
from network.importing.report import shown, stored
from network.importing.run import import_directory
from network.importing.table import NotATable
from network.models import DirectoryUpload
from network.services import uploads


def _of(request: Request, pk: UUID) -> DirectoryUpload:
    return fetch(
        lambda actor: DirectoryUpload.objects.visible_to(actor).select_related("file", "region"),
        request.actor,
        pk=pk,
    )


def _page(request: Request, form: UploadForm) -> HttpResponse:
    recent = DirectoryUpload.objects.visible_to(request.actor).defer("report", "columns")[:20]
    return render(request, "network/uploads.html", {"form": form, "uploads": recent})


@require_safe
@guard("coordinate_region")
def index(request: Request) -> HttpResponse:
    """The form for a list, and the lists of the last time."""
    return _page(request, UploadForm())


@require_POST
@guard("coordinate_region")
@once
def take_in(request: Request) -> HttpResponse:
    """Keep the file and show its columns."""
    form = UploadForm(request.POST, request.FILES)
    region = regions.choose(request.actor).region
    if not form.is_valid() or region is None:
        return _page(request, form)
    file = form.cleaned_data["file"]
    kept = {"file_name": file.name, "source": form.cleaned_data["source"]}
    try:
        upload = uploads.take_in(region=region, content=file.read(), by=request.actor, **kept)
    except (NotATable, Refused) as problem:
        form.add_error("file", str(problem))
        return _page(request, form)
    return redirect("network:upload-columns", pk=upload.pk)


@require_safe
@guard("coordinate_region")
def columns(request: Request, pk: UUID) -> HttpResponse:
    """What each column holds, as guessed or as said before."""
    upload = _of(request, pk)
    table = uploads.table_of(upload=upload, by=request.actor)
    context = {"upload": upload, "table": table, "form": ColumnsForm(table, upload.columns)}
    return render(request, "network/upload_columns.html", context)


@require_POST
@guard("coordinate_region")
@once
def name_columns(request: Request, pk: UUID) -> HttpResponse:
    """Keep what the columns hold and go on to the trial."""
    upload = _of(request, pk)
    table = uploads.table_of(upload=upload, by=request.actor)
    form = ColumnsForm(table, upload.columns, request.POST)
    if not form.is_valid():
        context = {"upload": upload, "table": table, "form": form}
        return render(request, "network/upload_columns.html", context)
    uploads.name_columns(upload=upload, columns=form.chosen(), by=request.actor)
    return redirect("network:upload", pk=pk)


@require_safe
@guard("coordinate_region")
def upload(request: Request, pk: UUID) -> HttpResponse:
    """Row by row what would become of the list, or what became of it."""
    row = _of(request, pk)
    if row.done_at:
        report = stored(row.report)
    else:
        table = uploads.table_of(upload=row, by=request.actor)
        told = {"region": row.region, "source": row.source, "by_hand": row.columns}
        report = import_directory(table=table, by=request.actor, dry_run=True, **told)
    part = shown(report, request.GET.get("zeige", ""), request.GET.get("ab", ""))
    return render(request, "network/upload.html", {"upload": row, "part": part})


@require_POST
@guard("coordinate_region")
@once
def carry_out(request: Request, pk: UUID) -> HttpResponse:
    """Bring the list in."""
    uploads.carry_out(upload=_of(request, pk), by=request.actor)
    messages.success(request, _("Die Liste ist übernommen."))
    return redirect("network:upload", pk=pk)


@require_POST
@guard("coordinate_region")
@once
def throw_away(request: Request, pk: UUID) -> HttpResponse:
    """Forget the list."""
    uploads.throw_away(upload=_of(request, pk), by=request.actor)
    messages.success(
        request, _("Die Liste ist verworfen. Am Verzeichnis hat sich nichts geändert.")
    )
    return redirect("network:uploads")
