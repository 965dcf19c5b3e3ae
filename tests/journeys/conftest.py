"""Chromium, and a visitor who checks every page they see."""

import os
from pathlib import Path

import pytest

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
        windows.append(context)
        window = Visitor(context.new_page(), live_server.url)
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
