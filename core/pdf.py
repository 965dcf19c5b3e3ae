"""Tagged PDF files (PDF/UA-1) from templates; nothing but our own fonts is ever opened."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

STATIC = Path(__file__).resolve().parent.parent / "static"
STYLES = STATIC / "css" / "pdf.css"
MAX_CHARACTERS = 300_000  # about two seconds of layout; one million take eight
MAX_PAGES = 200
BOOK = 4  # how many times as long a book may be; the worker alone makes one

_one_at_a_time = Lock()  # Pango's font map is not safe between threads


class DocumentTooLong(ValueError):
    """The document holds more text or pages than one file may have."""


class _BundledFonts(URLFetcher):
    """Opens the font files beside our print styles, and nothing else on disk or network."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        if url not in {font.as_uri() for font in (STATIC / "fonts").glob("*.ttf")}:
            raise ValueError("a document may open bundled fonts only")
        return super().fetch(url, headers)


class _Nothing(URLFetcher):
    """Refuses every address: what a document shows stands in its template."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        raise ValueError("a document may open nothing")


@lru_cache(maxsize=1)
def _print_styles() -> tuple[FontConfiguration, CSS]:
    """Fonts and styles, read once per process: loading them costs more than a page."""
    fonts = FontConfiguration()
    return fonts, CSS(filename=str(STYLES), url_fetcher=_BundledFonts(), font_config=fonts)


def render(
    template_name: str, context: Mapping[str, Any], *, title: str, book: bool = False
) -> bytes:
    """The template as a tagged PDF in German; the same input gives the same bytes.

    ``title`` stands in the file's metadata and must not hold a person's name.
    Raises ``DocumentTooLong`` instead of laying out more than one sheet pile can use; a ``book``
    may be four times as long.
    """
    html = render_to_string(template_name, {**context, "title": title})
    longest = MAX_CHARACTERS * (BOOK if book else 1)
    if len(html) > longest:
        raise DocumentTooLong(f"{len(html)} characters, {longest} allowed")
    with _one_at_a_time:
        return _written(html, MAX_PAGES * (BOOK if book else 1))


def _written(html: str, most_pages: int) -> bytes:
    fonts, styles = _print_styles()
    options = {
        "stylesheets": [styles],
        "pdf_variant": "pdf/ua-1",
        "pdf_identifier": hashlib.sha256(html.encode()).digest()[:16],
    }
    source = HTML(string=html, base_url="about:blank", url_fetcher=_Nothing())
    document = source.render(font_config=fonts, **options)
    if len(document.pages) > most_pages:
        raise DocumentTooLong(f"{len(document.pages)} pages, {most_pages} allowed")
    content: bytes = document.write_pdf(**options)
    return content
