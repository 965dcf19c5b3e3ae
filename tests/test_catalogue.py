"""The English catalogue is partial, and what it holds is right."""

import ast
import re

from tests.architecture.source import modules
from tests.consistency.catalogue import compiled, read
from tests.consistency.pages import ROOT, pages

ENTRIES = read(ROOT / "locale/en/LC_MESSAGES/django.po")
HOLE = re.compile(r"%\(\w+\)[sd]")


def _sources() -> set[str]:
    constants = (node.value for m in modules() for node in m.nodes(ast.Constant))
    found = {text for text in constants if isinstance(text, str)}
    for page in pages():
        found |= {_unquoted(text) for text in re.findall(r"\{% translate (\"[^\"]*\")", page.code)}
        blocks = re.findall(r"\{% blocktranslate.*?%\}(.*?)\{% end", page.code, re.S)
        parts = (part for block in blocks for part in re.split(r"\{% plural %\}", block))
        found |= {re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", " ".join(p.split())) for p in parts}
    settings = (ROOT / "gpv_portal/settings/base.py").read_text(encoding="utf-8")
    return found | set(re.findall(r"_\(\"(.+?)\"\)", settings))


def _unquoted(text: str) -> str:
    return text[1:-1]


def test_every_entry_is_a_text_of_the_portal():
    known = _sources()

    assert not [key for key in ENTRIES if key and not set(key.split("\0")) <= known]


def test_every_entry_is_translated_and_keeps_its_holes():
    wrong = [
        key
        for key, said in ENTRIES.items()
        if key and any(not s or set(HOLE.findall(s)) != set(HOLE.findall(key)) for s in said)
    ]

    assert not wrong


def test_nothing_is_guessed():
    assert "fuzzy" not in (ROOT / "locale/en/LC_MESSAGES/django.po").read_text(encoding="utf-8")


def test_the_catalogue_compiles_and_answers():
    english = compiled(ENTRIES)

    assert english.gettext("zugesagt") == "confirmed"
    assert english.gettext("nicht übersetzt") == "nicht übersetzt"
