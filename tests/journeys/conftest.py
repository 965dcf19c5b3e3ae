"""Chromium, and a visitor who checks every page they see."""

import os
from pathlib import Path

import pytest

from tests.faults.processes import kill
from tests.journeys import region as regions
from tests.journeys.visitor import Visitor

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the test's thread


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    arguments = [
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    found = {"args": arguments}
    if browser := os.environ.get("GPV_CHROMIUM"):
        found["executable_path"] = browser
    return browser_type_launch_args | found


@pytest.fixture
def visitor(browser, live_server, client):
    """Opens a browser window: ``visitor(person, facility)``, or ``visitor()`` signed out."""
    windows = []

    def enter(person=None, facility=None, **options) -> Visitor:
        context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin", **options)
        context.set_default_timeout(15_000)
        windows.append(context)
        scripts = options.get("java_script_enabled", True)
        window = Visitor(context.new_page(), live_server.url, scripts=scripts)
        if person is not None:
            window.sign_in(person, facility)
        return window

    yield enter
    problems = [
        problem for context in windows for page in context.pages for problem in page.problems
    ]
    for context in windows:
        context.close()
    assert not problems, problems


@pytest.fixture
def region(transactional_db) -> regions.Region:
    """Kreis Auental with its people, without any case."""
    return regions.invented()


@pytest.fixture
def any_region(transactional_db) -> regions.Region:
    """The region of a story that works on any directory."""
    return regions.invented()


@pytest.fixture
def start_beside():
    """Start processes of the portal beside the test; they end with it."""
    running = []

    def start(*starters) -> None:
        running.extend(starter() for starter in starters)

    yield start
    for process in running:
        kill(process)


@pytest.fixture
def postbox(mailbox, settings, monkeypatch):
    """What this process and the processes beside it send by mail."""
    monkeypatch.setenv("GPV_SMTP_HOST", settings.EMAIL_HOST)
    monkeypatch.setenv("GPV_SMTP_PORT", str(settings.EMAIL_PORT))
    return mailbox
