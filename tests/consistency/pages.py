"""Our templates as text, and what the consistency rules find in each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"

COMMENT = re.compile(
    r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}|\{% verbatim.*?endverbatim.*?%\}", re.S
)
TRANSLATED = re.compile(r"\{% blocktrans(?:late)? .*?\{% endblocktrans(?:late)? %\}", re.S)
CLASSES = re.compile(r"\{% block (?:\w*class\w*|page) %\}.*?\{% endblock \w* ?%\}", re.S)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
MARKUP = re.compile(r"<[!/a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>", re.S)
READ_ALOUD = re.compile(
    r"(?<![-\w])(title|alt|placeholder|aria-label|aria-description)=\"([^\"]*)\""
)
FORM = re.compile(r"<form\b(?P<attributes>[^>]*)>(?P<body>.*?)</form>", re.S)
WORD = re.compile(r"[^\W\d_]{2,}")
SAME_IN_EVERY_LANGUAGE = {
    "GPV",
    "Portal",
    "PDF",
    "CSV",
    "vCard",
    "HSDS",
    "FHIR",
    "KIM",
    "nbsp",
    "ndash",
    "shy",
    "amp",
}


@dataclass(frozen=True)
class Page:
    """One template: ``name`` is what an include calls it."""

    name: str
    text: str

    @cached_property
    def code(self) -> str:
        """The text without its comments."""
        return COMMENT.sub("", self.text)

    def names(self, tag: str) -> list[str]:
        """Quoted first arguments of ``{% tag "..." %}``."""
        return re.findall(rf"\{{%\s*{tag}\s+[\"']([^\"']+)[\"']", self.code)


@cache
def pages() -> tuple[Page, ...]:
    files = sorted(file for file in TEMPLATES.rglob("*") if file.suffix in {".html", ".txt"})
    return tuple(
        Page(file.relative_to(TEMPLATES).as_posix(), file.read_text(encoding="utf-8"))
        for file in files
    )


def no_inline_code(page: Page) -> Iterator[str]:
    """The content policy forbids inline styles and scripts, so they would not work."""
    bare = re.sub(r"\{%.*?%\}", "", page.code)
    for found in re.finditer(r"<[^>]*\s(style|on[a-z]+)\s*=", bare):
        yield f"{found[1]}= in a tag"
    for found in re.finditer(r"<style\b|<script(?![^>]*\ssrc=)[^>]*>|javascript:", bare):
        yield found[0]


def writing_forms_are_complete(page: Page) -> Iterator[str]:
    """A form that writes carries its token, its receipt and the facility it acts for."""
    for form in FORM.finditer(page.code):
        if not re.search(r"method=[\"']post", form["attributes"], re.I):
            continue
        for tag in ("csrf_token", "receipt", "acting_field"):
            if f"{{% {tag} %}}" not in form["body"]:
                yield f"a form without {tag}"


def every_text_is_translated(page: Page) -> Iterator[str]:
    """What people read stands in translate or blocktranslate."""
    bare = CLASSES.sub("", TRANSLATED.sub("", page.code))
    for _attribute, said in READ_ALOUD.findall(bare):
        yield from _words(TAG.sub(" ", said))
    yield from _words(MARKUP.sub(" ", TAG.sub(" ", bare)))


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if set(WORD.findall(line)) - SAME_IN_EVERY_LANGUAGE:
            yield line.strip()


def no_foreign_host(page: Page) -> Iterator[str]:
    """No page names a host: links are made from names, files come from here."""
    for address in re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\"'\s<]*", page.code):
        if "www.w3.org/" not in address:
            yield address


def nothing_is_unescaped(page: Page) -> Iterator[str]:
    """Templates escape everything."""
    yield from re.findall(r"\|\s*safe\b|autoescape off|\|\s*safeseq\b", page.code)


def included_components_see_their_arguments_only(page: Page) -> Iterator[str]:
    """A component is included with ``only``."""
    for tag in re.findall(r"\{%\s*include\s+[\"']components/.*?%\}", page.code):
        if not re.search(r"\bonly\s*%\}", tag):
            yield tag


def components_name_their_arguments(page: Page) -> Iterator[str]:
    """A component opens with a comment that says what it is and takes."""
    if page.name.startswith("components/") and not page.text.startswith(("{% comment %}", "{#")):
        yield "no opening comment"
