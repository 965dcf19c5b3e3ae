"""Which sheets a region has, what stands on each, and its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.text import slugify
from django.utils.translation import gettext as _

from core import pdf
from core.clock import local
from network.models import PrintedSheet, Region
from network.paper.booklet import booklet, volumes
from network.paper.crisis import crisis_sheet, districts
from network.paper.handout import handout

Kind = PrintedSheet.Kind
Content = dict[str, Any]


class Wanted(NamedTuple):
    """One sheet that a region has; ``part`` tells those of one kind apart."""

    kind: str
    part: str
    title: str


@dataclass(frozen=True)
class Paper:
    """One kind of sheet: its parts, its content, its template."""

    parts: Callable[[Region], list[Wanted]]
    content: Callable[[Region, str], Content]
    template: str
    heading: Callable[[Content], str]
    book: bool = False


def wanted(region: Region) -> list[Wanted]:
    """Every sheet of ``region``, in the order of the page that offers them."""
    return [each for paper in PAPERS.values() for each in paper.parts(region)]


def content_of(sheet: PrintedSheet) -> Content:
    """What the sheet says today, as plain data without the moment of printing."""
    return PAPERS[sheet.kind].content(sheet.region, sheet.part)


def file_of(sheet: PrintedSheet, content: Content) -> bytes:
    """The sheet as a PDF file with the "Stand" ``sheet.as_of``."""
    paper = PAPERS[sheet.kind]
    context = {
        **content,
        "issuer": {"name": sheet.region.name, "subtitle": "", "lines": []},
        "heading": paper.heading(content),
        "subject": sheet.title,
        "stand": stand_of(sheet),
    }
    title = f"{sheet.title}, {sheet.region.name}"
    return pdf.render(paper.template, context, title=title, book=paper.book)


def stand_of(sheet: PrintedSheet) -> str:
    """The day of the content, as it stands on the paper; "" before the first print."""
    if sheet.as_of is None:
        return ""
    return _("Stand %(day)s") % {"day": f"{local(sheet.as_of):%d.%m.%Y}"}


def file_name(sheet: PrintedSheet) -> str:
    """A name that tells the files of two days and two regions apart."""
    day = f"{local(sheet.as_of):%Y-%m-%d}" if sheet.as_of else ""
    words = filter(None, [str(sheet.kind), sheet.region.slug, sheet.part, day])
    return f"{slugify(' '.join(words))[:100]}.pdf"


def _booklets(region: Region) -> list[Wanted]:
    number = volumes(region)
    title = _("Verzeichnis als Heft")
    return [
        Wanted(Kind.BOOKLET, str(each), f"{title}, {_('Band')} {each}" if number > 1 else title)
        for each in range(1, number + 1)
    ]


def _crisis_sheets(region: Region) -> list[Wanted]:
    places = [(area.slug, area.name) for area in districts(region)] or [("", region.name)]
    title = _("Krisenblatt")
    return [Wanted(Kind.CRISIS, slug, f"{title} {name}"[:160]) for slug, name in places]


PAPERS: Mapping[str, Paper] = {
    Kind.BOOKLET: Paper(
        _booklets,
        lambda region, part: booklet(region, int(part)),
        "pdf/booklet.html",
        lambda content: _("Wegweiser: Hilfe bei seelischen Krisen und Erkrankungen"),
        book=True,
    ),
    Kind.CRISIS: Paper(
        _crisis_sheets,
        crisis_sheet,
        "pdf/crisis_sheet.html",
        lambda content: _("Hilfe in der Krise: %(area)s") % {"area": content["area"]},
    ),
    Kind.HANDOUT: Paper(
        lambda region: [Wanted(Kind.HANDOUT, "", _("Handzettel: Wichtige Nummern"))],
        lambda region, part: handout(region),
        "pdf/handout.html",
        lambda content: _("Wichtige Telefon-Nummern"),
    ),
}
