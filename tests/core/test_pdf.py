"""PDF files: accessible by an independent checker, deaf to whatever a text tries to fetch."""

import io
import logging
import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import page
import pikepdf
import pytest
from PIL import Image

from core import pdf
from tests.core.printed_sheets import SHEET, SHEETS

pytestmark = pytest.mark.pdf


@pytest.fixture
def sheet(tmp_path, settings):
    """Render any HTML body as a document, the way a careless template would."""

    def rendered(body: str) -> bytes:
        (tmp_path / "sheet.html").write_text(
            '<!doctype html><html lang="de"><head><title>{{ title }}</title></head>'
            f"<body>{body}</body></html>"
        )
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
        return pdf.render("sheet.html", {}, title="Blatt")

    return rendered


@pytest.fixture
def listener():
    """A web server on this machine that remembers every address somebody asks for."""

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.requests.append(self.path)
            self.send_error(404)

        def log_message(self, *args):
            """Keep the test output quiet."""

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        server.requests = []
        server.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_is_accessible_by_an_independent_checker(name, caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        content = pdf.render(f"pdf/{name}.html", {**SHEET, **SHEETS[name]}, title="Blatt")

    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []
    assert [record.getMessage() for record in caplog.records] == []
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo["/Title"]) == "Blatt"


def test_there_is_a_sheet_for_every_template():
    folder = Path(pdf.STATIC).parent / "templates" / "pdf"
    names = {path.stem for path in folder.glob("[!_]*.html")}
    assert names - {"base"} == set(SHEETS)


def test_only_our_own_fonts_are_embedded():
    content = pdf.render(
        "pdf/contact_list.html", {**SHEET, **SHEETS["contact_list"]}, title="Liste"
    )

    with pikepdf.open(io.BytesIO(content)) as document:
        fonts = _fonts(document)
    assert fonts
    assert all("Source-Sans" in name for name in fonts), fonts


def test_the_same_document_gives_the_same_bytes():
    context = {**SHEET, **SHEETS["minutes_meeting"]}

    assert pdf.render("pdf/minutes_meeting.html", context, title="P") == pdf.render(
        "pdf/minutes_meeting.html", context, title="P"
    )


ATTACKS = [
    "<img src='{url}/a.png' alt='x'>",
    "<link rel='stylesheet' href='{url}/a.css'><p>x</p>",
    "<link rel='attachment' href='{url}/a'>",
    "<a rel='attachment' href='{url}/a'>x</a>",
    "<style>@import '{url}/a.css'</style><p>x</p>",
    "<style>@font-face {{font-family: x; src: url({url}/x)}} p {{font-family: x}}</style><p>x</p>",
    "<p style='background: url({url}/a.png)'>x</p>",
    "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='{url}/a.png'/></svg>",
    "<object data='{url}/a.svg'>x</object>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_careless_template_still_opens_no_address(sheet, listener, attack):
    content = sheet(attack.format(url=listener.url))

    assert listener.requests == []
    with pikepdf.open(io.BytesIO(content)) as document:
        assert not document.attachments


@pytest.fixture
def files(tmp_path):
    """A file for every attack, each of which would be seen in the document."""
    (tmp_path / "a").write_text("GEHEIM")
    (tmp_path / "a.css").write_text("p::before { content: 'GEHEIM' }")
    (tmp_path / "a.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'><text y='9'>GEHEIM</text>"
        "</svg>"
    )
    Image.new("RGB", (2, 2)).save(tmp_path / "a.png")
    shutil.copy(pdf.STATIC / "fonts" / "SourceSans3-Regular.ttf", tmp_path / "x")
    return tmp_path.as_uri()


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_careless_template_still_opens_no_file(sheet, files, attack):
    assert seen_in(sheet(attack.format(url=files))) == set()


def seen_in(content: bytes) -> set[str]:
    """Which traces of a foreign file the document shows."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = {
            "a file": any("/EmbeddedFile" in _kinds(entry) for entry in document.objects),
            "a picture": any("/Image" in _kinds(entry) for entry in document.objects),
            "a font": any(name.endswith("+x") for name in _fonts(document)),
            "a word": "GEHEIM" in words_of(content),
        }
    return {trace for trace, is_there in found.items() if is_there}


def _fonts(document: pikepdf.Pdf) -> set[str]:
    return {str(o.BaseFont) for o in document.objects if "/BaseFont" in getattr(o, "keys", set)()}


def words_of(content: bytes) -> str:
    """What somebody reads on the pages; in the streams it stands as numbers of glyphs."""
    read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return read.stdout.decode()


def _kinds(found: object) -> set[str]:
    is_stream = isinstance(found, pikepdf.Stream)
    return {str(found.get("/Type")), str(found.get("/Subtype"))} if is_stream else set()


def test_text_from_people_is_text():
    evil = "<img src=x><link rel=attachment href=file:///etc/passwd>{{ 7 }}"
    context = {
        **SHEET,
        **SHEETS["minutes_conference"],
        "sections": [{"heading": evil, "text": evil}],
    }

    content = pdf.render("pdf/minutes_conference.html", context, title="Protokoll")

    with pikepdf.open(io.BytesIO(content)) as document:
        assert not document.attachments
    assert page.is_pdf_compliant_bytes(content, profile="ua1")


def test_too_much_text_is_refused_before_it_costs_anything():
    context = {
        **SHEET,
        **SHEETS["minutes_conference"],
        "sections": [{"heading": "x", "text": "x" * 300_001}],
    }

    with pytest.raises(pdf.DocumentTooLong):
        pdf.render("pdf/minutes_conference.html", context, title="Protokoll")


def test_too_many_pages_are_refused(sheet, monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)

    with pytest.raises(pdf.DocumentTooLong):
        sheet("<p style='break-after: page'>1</p><p style='break-after: page'>2</p><p>3</p>")
