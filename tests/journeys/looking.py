"""Looks at a page with other eyes, hands and screens: axe, and no sideways scrolling."""

import os
import re
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1440, "height": 900}
RUN_AXE = "axe.run({resultTypes: ['violations'], preload: false})"
SCROLLS = "document.documentElement.scrollWidth - window.innerWidth"
# what a page is built of, without its words: each kind of element below each kind of parent
SHAPE = """() => {
  const kind = e => [e.tagName, e.className.baseVal ?? e.className, e.getAttribute('type'),
    ...e.getAttributeNames().filter(n => /^(aria-|role|hidden|disabled|open|lang|alt)/.test(n)),
    e.hasAttribute('role') && e.getAttribute('role'), e.textContent.trim() === ''].join(' ');
  return [...new Set([...document.querySelectorAll('html *')].map(
    e => kind(e.parentElement) + ' > ' + kind(e)))].sort().join('|');
}"""

_known: set[tuple[str, str]] = set()


def look(page: Page, place: str, *, scripts: bool) -> None:
    """The page fits both screens, and axe finds nothing on either.

    axe looks once at a page built of the same parts at the same ``place``; it takes longer than all
    the rest. Without scripts it does not run, for it is one itself.
    """
    own = page.viewport_size
    key = (place, page.evaluate(SHAPE))
    new = scripts and key not in _known
    if new:
        page.evaluate(AXE_SCRIPT)
    for size in sorted((NARROW, WIDE), key=lambda size: size == own):  # at the end as it was
        page.set_viewport_size(size)
        width = page.evaluate(SCROLLS)
        assert width <= 0, f"{page.url} is {width} px too wide at {size['width']} px"
        if new:
            found = AxeResults(page.evaluate(RUN_AXE))
            report = f"{page.url} at {size['width']} px\n"
            assert found.violations_count == 0, report + found.generate_report()
        _photograph(page, place, size["width"])
    if new:
        _known.add(key)


def _photograph(page: Page, place: str, width: int) -> None:
    """Keep a picture of the page for the eyes, in the folder that GPV_SHOTS names."""
    if folder := os.environ.get("GPV_SHOTS"):
        story = os.environ["PYTEST_CURRENT_TEST"].split("::")[1].split(" ")[0]
        here = Path(folder, story[:60])
        here.mkdir(parents=True, exist_ok=True)
        number = len(list(here.glob(f"*-{width}.png")))
        name = re.sub(r"[^\w]+", "_", place)
        page.screenshot(path=here / f"{number:02}-{name}-{width}.png", full_page=True)
