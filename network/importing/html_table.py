"""Rows out of a web page that somebody's program saved as a spreadsheet."""

from html.parser import HTMLParser

_CELLS = ("td", "th")
_UNSEEN = ("script", "style", "title")
_BREAKS = ("br", "p", "div", "li")


def looks_like_html(text: str) -> bool:
    """Whether the text is a page with a table in it."""
    start = text[:5000].lower()
    return "<table" in start and ("<tr" in start or "<html" in start)


def read_html(text: str) -> list[list[str]]:
    """The rows of every table of the page in order, and what stands between them as rows of one."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.rows


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.inside = False
        self.between = True
        self.unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen = tag
        elif tag == "tr":
            self.rows.append([])
            self.between = False
        elif tag in _CELLS and self.rows:
            self.rows[-1].append("")
            self.inside = True
        elif tag in _BREAKS and self.inside:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        if tag in (*_CELLS, "tr", "table"):
            self.inside = False
        self.between = self.between or tag in ("tr", "table")

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data
        elif self.between and not self.unseen and data.strip():
            self.rows.append([data])
