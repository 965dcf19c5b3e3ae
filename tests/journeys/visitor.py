"""Somebody in front of the browser."""

import os
import re
from datetime import timedelta
from importlib import import_module
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, Response, expect

from core import clock
from tests.faults.processes import until

AXE = Axe()
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1440, "height": 900}
SCROLLS = "document.documentElement.scrollWidth - window.innerWidth"


class Visitor:
    """Goes to pages, fills in and presses; each page seen passes axe and logs no error."""

    def __init__(self, page: Page, address: str, *, scripts: bool = True) -> None:
        self.page, self.address, self.scripts = page, address, scripts
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(f"{page.url}: {error}"))
        page.on("console", self._heard)

    def _heard(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.page.problems.append(f"{self.page.url}: {message.text}")

    def sign_in(self, person, facility=None) -> None:
        """Be ``person`` through a session made on the server, quicker than typing a password."""
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        if facility is not None:
            session["acting"] = str(facility.pk)
        session.save()
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}
        self.page.context.add_cookies([cookie | {"url": self.address}])

    def go(self, path: str, *, status: int = 200) -> "Visitor":
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status == status, (path, answer.status)
        return self.check()

    def check(self) -> "Visitor":
        """The page is ready, accessible, and scrolls sideways neither here nor at 320 px."""
        self.page.wait_for_load_state("load")
        if self.scripts:  # axe itself is one
            found = AXE.run(self.page)
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        own = self.page.viewport_size
        for size in (NARROW, WIDE):
            self.page.set_viewport_size(size)
            width = self.page.evaluate(SCROLLS)
            assert width <= 0, f"{self.page.url} is {width} px too wide at {size['width']} px"
            self._photograph(size["width"])
        self.page.set_viewport_size(own)
        return self

    def _photograph(self, width: int) -> None:
        """Keep a picture of the page for the eyes, in the folder that GPV_SHOTS names."""
        if folder := os.environ.get("GPV_SHOTS"):
            story = os.environ["PYTEST_CURRENT_TEST"].split("::")[1].split(" ")[0]
            place = re.sub(r"[0-9a-f-]{36}", "x", self.page.url.removeprefix(self.address))
            name = re.sub(r"[^\w]+", "_", place).strip("_") or "start"
            here = Path(folder, story[:60])
            here.mkdir(parents=True, exist_ok=True)
            number = len(list(here.glob(f"*-{width}.png")))
            self.page.screenshot(path=here / f"{number:02}-{name}-{width}.png", full_page=True)

    def press(self, name: str, about: str = "") -> "Visitor":
        """Press the button of that name, of several the one ``about`` somebody or something."""
        buttons = self.page.get_by_role("button", name=name, exact=not about)
        buttons.filter(has_text=about).first.click()
        return self.check()

    def follow(self, name: str, about: str = "") -> "Visitor":
        """Follow the link of that name, of several the one ``about`` somebody or something."""
        self._link(name, about).click()
        return self.check()

    def _link(self, name: str, about: str = "") -> Locator:
        links = self.page.get_by_role("link", name=name)
        return links.filter(visible=True, has_text=about).first

    def opens(self, name: str) -> "Visitor":
        """Open the menu of that name."""
        self.page.locator("summary", has_text=name).first.click()
        return self

    def does(self, name: str, **fields: str | list[str]) -> "Visitor":
        """Open the form behind the link ``name``, fill it in and press the button of that name."""
        return self.follow(name).fill(**fields).press(name)

    def fill(self, **fields: str | list[str]) -> "Visitor":
        """Fill fields by their HTML name; choices take their values, "on" ticks a single box."""
        for name, value in fields.items():
            field = self.page.locator(f"main [name='{name}']:not([type=hidden])")
            for each in [value] if isinstance(value, str) else value:
                self._fill(field, each)
        return self

    def _fill(self, field: Locator, value: str) -> None:
        kind = field.first.evaluate("e => e.type || e.tagName.toLowerCase()")
        if kind in ("select-one", "select-multiple"):
            field.first.select_option(value)
        elif kind in ("radio", "checkbox"):
            wanted = (
                field
                if value == "on"
                else self.page.locator(
                    f"[name='{field.first.get_attribute('name')}'][value='{value}']"
                )
            )
            wanted.first.check()
        else:
            field.first.fill(value)

    def sees(self, *texts: str) -> "Visitor":
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)
        return self

    def does_not_see(self, *texts: str) -> "Visitor":
        content = self.page.content()
        for text in texts:
            assert text not in content, f"{text!r} stands on {self.page.url}"
        return self

    def downloads(self, name: str) -> bytes:
        """What the link of that name brings as a file."""
        with self.page.expect_download() as waiting:
            self._link(name).click()
        return Path(waiting.value.path()).read_bytes()

    def waits_for_link(self, name: str, seconds: float = 60) -> "Visitor":
        """Load the page again until a link of that name is there."""
        until(lambda: self._loaded_again().get_by_role("link", name=name).count() > 0, seconds)
        return self.check()

    def _loaded_again(self) -> Page:
        self.page.reload()
        return self.page

    def answer_to(self, name: str) -> Response:
        """Press the button of that name and return the answer of the server, whatever it is."""
        with self.page.expect_navigation() as waiting:
            self.page.get_by_role("button", name=name, exact=True).first.click()
        return waiting.value

    def another_window(self) -> "Visitor":
        """The same person in a second window."""
        return Visitor(self.page.context.new_page(), self.address, scripts=self.scripts)

    def expires(self) -> None:
        """Let the session of this browser end, as after a long break."""
        cookies = self.page.context.cookies()
        (key,) = [c["value"] for c in cookies if c["name"] == settings.SESSION_COOKIE_NAME]
        past = clock.now() - timedelta(minutes=1)
        Session.objects.filter(session_key=key).update(expire_date=past)
