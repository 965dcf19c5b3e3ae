"""Looks at a page with other eyes, hands and screens: axe, and no sideways scrolling."""

import os
import re
from collections import defaultdict
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1440, "height": 900}
RUN_AXE = """axe.run({
  resultTypes: ['violations'], preload: false, rules: {'color-contrast': {enabled: false}},
})"""
SEE_COLOURS = """fresh => {
  const parts = [...document.querySelectorAll('body *')];
  const include = parts.filter(e => fresh.includes(window.part(e)));
  const colours = {resultTypes: ['violations'], preload: false, runOnly: ['color-contrast']};
  return include.length ? axe.run({include}, colours) : {violations: []};
}"""
DOUBLED = "[...document.forms].some(f => f.querySelectorAll('[name=receipt]').length > 1)"
SCROLLS = "document.documentElement.scrollWidth - window.innerWidth"
# what a page is built of, without its words: each kind of element below its parent and grandparent
PARTS = """() => {
  const kind = e => e && [e.tagName, e.className.baseVal ?? e.className, e.getAttribute('type'),
    ...e.getAttributeNames().filter(n => /^(aria-|role|hidden|disabled|open|lang|alt)/.test(n)),
    e.hasAttribute('role') && e.getAttribute('role'), e.textContent.trim() === ''].join(' ');
  window.part = e => [e.parentElement?.parentElement, e.parentElement, e].map(kind).join(' > ');
  return [...new Set([...document.querySelectorAll('html *')].map(window.part))];
}"""

_known: dict[str, set[str]] = defaultdict(set)
_coloured: set[str] = set()


def look(page: Page, place: str, *, scripts: bool) -> None:
    """The page fits both screens, axe finds nothing on either, and a form is one submission.

    axe takes longer than all the rest. So it looks at a ``place`` again as soon as a part is there
    that it has not seen there, and on one screen only, unless a part is new anywhere; then it looks
    at its colours too. Without scripts it does not run, for it is one itself.
    """
    assert not page.evaluate(DOUBLED), f"{page.url} has a form with two receipts"
    own = page.viewport_size
    parts = set(page.evaluate(PARTS)) if scripts else set()
    fresh, first = sorted(parts - _coloured), place not in _known
    if new := parts - _known[place]:
        page.evaluate(AXE_SCRIPT)
    for size in sorted((NARROW, WIDE), key=lambda size: size == own):  # at the end as it was
        page.set_viewport_size(size)
        width = page.evaluate(SCROLLS)
        assert width <= 0, f"{page.url} is {width} px too wide at {size['width']} px"
        if new and (first or fresh or size == own):
            _ask_axe(page, f"{page.url} at {size['width']} px\n", fresh)
        _photograph(page, place, size["width"])
    _known[place] |= parts
    _coloured.update(parts)


def _ask_axe(page: Page, where: str, fresh: list[str]) -> None:
    asked = [page.evaluate(RUN_AXE), *([page.evaluate(SEE_COLOURS, fresh)] if fresh else [])]
    for found in map(AxeResults, asked):
        assert found.violations_count == 0, where + found.generate_report()


def _photograph(page: Page, place: str, width: int) -> None:
    """Keep a picture of the page for the eyes, in the folder that GPV_SHOTS names."""
    if folder := os.environ.get("GPV_SHOTS"):
        story = os.environ["PYTEST_CURRENT_TEST"].split("::")[1].split(" ")[0]
        here = Path(folder, story[:60])
        here.mkdir(parents=True, exist_ok=True)
        number = len(list(here.glob(f"*-{width}.png")))
        name = re.sub(r"[^\w]+", "_", place)
        page.screenshot(path=here / f"{number:02}-{name}-{width}.png", full_page=True)
