"""Somebody in front of the browser."""

from importlib import import_module

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Locator, Page, expect

AXE = Axe()


class Visitor:
    """Goes to pages, fills in and presses; each page seen passes axe and logs no error."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
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
        """The page is ready, accessible, and does not scroll sideways."""
        self.page.wait_for_load_state("load")
        found = AXE.run(self.page)
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        width = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, f"{self.page.url} is {width} px too wide"
        return self

    def press(self, name: str) -> "Visitor":
        """Press the button of that name and see the page that follows."""
        self.page.get_by_role("button", name=name, exact=True).first.click()
        return self.check()

    def follow(self, name: str) -> "Visitor":
        """Follow the link of that name."""
        self.page.get_by_role("link", name=name).first.click()
        return self.check()

    def fill(self, **fields: str) -> "Visitor":
        """Fill fields by their HTML name; a select or radio takes its value, "on" ticks a box."""
        for name, value in fields.items():
            self._fill(self.page.locator(f"[name='{name}']:not([type=hidden])"), value)
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
