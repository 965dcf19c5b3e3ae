"""Chromium, and a visitor who checks every page they see."""

import os
from pathlib import Path

import pytest

from tests.faults.processes import kill
from tests.journeys import region as regions
from tests.journeys.looking import WIDE
from tests.journeys.visitor import Visitor

WAITING = ("boot", "faults", "races")
TOLD = pytest.StashKey[bool]()
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the test's thread


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and "visitor" in item.fixturenames:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))
    yield
    items.sort(key=_turns(items))


def _turns(items):
    """The longest begin first, and by turns: stories use the processor, others mostly wait."""
    is_story = {item.path: "journey" in item.keywords for item in items}
    stories = [path for path, told in is_story.items() if told]
    waiting = [path for path in is_story if path.parent.name in WAITING]
    turn = {path: 2 * number for number, path in enumerate(stories)}
    turn |= {path: 2 * number + 1 for number, path in enumerate(waiting)}
    last = len(items)
    return lambda item: turn.get(item.path, last)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.stash[TOLD] = report.passed
    return report


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
def visitor(request, browser, live_server):
    """Opens a browser window: ``visitor(person, facility)``, or ``visitor()`` signed out.

    At the end no window may have logged an error, and the story has shown what its mark promises.
    """
    windows, seen = [], set()

    def enter(person=None, facility=None, **options) -> Visitor:
        options = {"viewport": WIDE, "locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
        context = browser.new_context(**options)
        context.set_default_timeout(15_000)
        windows.append(context)
        scripts = options.get("java_script_enabled", True)
        window = Visitor(context.new_page(), live_server.url, seen, scripts=scripts)
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
    missing = promised(request.node) - seen if request.node.stash.get(TOLD, False) else None
    assert not missing, f"this story says that it shows {missing}"


def promised(story) -> set[str]:
    """The pages that ``@pytest.mark.shows`` names on a story."""
    return {name for mark in story.iter_markers("shows") for name in mark.args[0].split()}


@pytest.fixture
def region(transactional_db) -> regions.Region:
    """Kreis Auental with its people, without any case."""
    return regions.invented()


@pytest.fixture(params=[regions.invented, regions.imported], ids=lambda made: made.__name__)
def any_region(request, transactional_db) -> regions.Region:
    """The invented region, then the same people on a real directory."""
    return request.param()


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
