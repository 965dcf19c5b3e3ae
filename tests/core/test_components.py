"""The building blocks explain themselves, are all shown on one page, and hold nothing inline."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from core import look

TEMPLATES = settings.BASE_DIR / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
SCREEN = [
    p for p in sorted(TEMPLATES.rglob("*.html")) if "pdf" not in p.relative_to(TEMPLATES).parts
]
SPRITE = (settings.BASE_DIR / "static/img/icons.svg").read_text(encoding="utf-8")
SYMBOLS = set(re.findall(r'<symbol id="([a-z]+)"', SPRITE))


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_a_component_opens_with_a_comment_that_names_its_arguments(path):
    assert path.read_text(encoding="utf-8").startswith("{% comment %}\n")


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_a_component_is_shown_on_the_page_of_building_blocks(path):
    page = (TEMPLATES / "core/components.html").read_text(encoding="utf-8")

    assert f'{{% include "{name(path)}"' in page


@pytest.mark.parametrize("path", SCREEN, ids=name)
def test_a_component_gets_only_its_arguments(path):
    includes = re.findall(r'{% include "components/[^%]*%}', path.read_text(encoding="utf-8"))

    assert [i for i in includes if not i.endswith("only %}")] == []


@pytest.mark.parametrize("path", SCREEN, ids=name)
def test_a_template_holds_no_inline_style_and_no_inline_script(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert "javascript:" not in text


@pytest.mark.parametrize("path", SCREEN, ids=name)
def test_a_template_compiles(path):
    assert get_template(name(path))


@pytest.mark.parametrize("path", SCREEN, ids=name)
def test_every_icon_that_a_template_names_is_drawn(path):
    text = path.read_text(encoding="utf-8")
    named = re.findall(r'{% icon "([a-z]+)" %}', text) + re.findall(r'icon="([a-z]+)"', text)

    assert set(named) <= SYMBOLS


@pytest.mark.parametrize("state", look.PILLS)
def test_every_state_has_a_word_a_drawn_icon_and_a_known_tone(state):
    pill = look.pill(state)

    assert str(pill.word)
    assert pill.icon in SYMBOLS
    assert pill.tone in {"calm", "wait", "due", "primary", "ok", "guard", "loud"}


def test_every_state_of_an_inquiry_has_the_word_of_the_workflow():
    from referrals.workflow import State

    assert {str(s): str(s.label) for s in State} == {str(s): str(look.pill(s).word) for s in State}


def test_a_state_without_a_word_is_an_error():
    with pytest.raises(KeyError):
        look.pill("nonsense")


@pytest.mark.django_db
def test_the_page_of_building_blocks_shows_every_state_without_a_missing_value(client):
    page = client.get("/bausteine/").content.decode()

    assert "missing:" not in page
    for pill in look.PILLS.values():
        assert str(pill.word) in page
