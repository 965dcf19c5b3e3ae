"""Somebody in front of the browser."""

import subprocess
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.urls import Resolver404, resolve
from playwright.sync_api import Locator, Page, Response, expect

from core import clock
from tests.faults.processes import until
from tests.journeys.looking import look

FORM_AGAIN = 422


class Visitor:
    """Goes to pages, fills in and presses; each page seen is looked at and logs no error.

    ``seen`` collects the names of the pages, as the resolver has them; an error page is its status.
    """

    def __init__(self, page: Page, address: str, seen: set[str], *, scripts: bool = True) -> None:
        self.page, self.address, self.seen, self.scripts = page, address, seen, scripts
        self.status = 0
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(f"{page.url}: {error}"))
        page.on("console", self._heard)
        page.on("response", self._answered)

    def _heard(self, message) -> None:
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self.page.problems.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Response) -> None:
        asked = response.request
        if asked.is_navigation_request() and asked.frame == self.page.main_frame:
            self.status = response.status

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
        self.page.goto(self.address + path)
        assert self.status == status, (path, self.status)
        return self.check()

    def again(self) -> "Visitor":
        """Load the page once more, as somebody does who waits."""
        self.page.reload()
        return self.check()

    def check(self) -> "Visitor":
        """The page is there, and everybody can use it."""
        self.page.wait_for_load_state("load")
        look(self.page, self._place(), scripts=self.scripts)
        return self

    def _place(self) -> str:
        """The name of the page, which from here on counts as seen."""
        failed = self.status >= 400 and self.status != FORM_AGAIN
        name = str(self.status) if failed else name_of(self.page.url)
        self.seen.add(name)
        return name

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

    def attaches(self, name: str, file: str, content: bytes) -> "Visitor":
        """Choose a file for the field of that name."""
        kept = {"name": file, "mimeType": "application/octet-stream", "buffer": content}
        self.page.locator(f"main [name='{name}']").set_input_files(kept)
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
        link = self._link(name)
        with self.page.expect_download() as waiting:
            link.click()
        self.seen.add(name_of(waiting.value.url))
        return Path(waiting.value.path()).read_bytes()

    def prints(self, *texts: str) -> "Visitor":
        """Even on small paper, these texts stand on the first sheet that the printer puts out."""
        first = first_sheet(self.page.pdf(format="A5", landscape=True))
        for text in texts:
            assert text in first, f"{text!r} is not on the first sheet of {self.page.url}: {first}"
        return self

    def waits_for_link(self, name: str, seconds: float = 60) -> "Visitor":
        """Load the page again until a link of that name is there."""
        until(lambda: self._loaded_again().get_by_role("link", name=name).count() > 0, seconds)
        return self.check()

    def _loaded_again(self) -> Page:
        self.page.wait_for_timeout(400)  # the worker needs the processor more than the browser
        self.page.reload()
        return self.page

    def answer_to(self, name: str) -> Response:
        """Press the button of that name and return the answer of the server, whatever it is."""
        with self.page.expect_navigation() as waiting:
            self.page.get_by_role("button", name=name, exact=True).first.click()
        return waiting.value

    def another_window(self) -> "Visitor":
        """The same person in a second window."""
        page = self.page.context.new_page()
        return Visitor(page, self.address, self.seen, scripts=self.scripts)

    def expires(self) -> None:
        """Let the session of this browser end, as after a long break."""
        cookies = self.page.context.cookies()
        (key,) = [c["value"] for c in cookies if c["name"] == settings.SESSION_COOKIE_NAME]
        past = clock.now() - timedelta(minutes=1)
        Session.objects.filter(session_key=key).update(expire_date=past)


def first_sheet(pdf: bytes) -> str:
    """The words of the first page."""
    command = ["pdftotext", "-l", "1", "-layout", "-", "-"]
    said = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return " ".join(said.decode().split())


def name_of(url: str) -> str:
    """The resolver's name of the page at ``url``."""
    path = urlsplit(url).path
    try:
        return resolve(path).view_name
    except Resolver404:
        return path
