"""Every page of the portal is seen in some story, or somebody has said why not."""

import importlib
from pathlib import Path

import pytest

from tests.matrix import MATRIX

NOT_SEEN = {
    "core:healthz": "a word for the operator's probe, no page",
    "core:readyz": "a word for the operator's probe, no page",
    "account_set_password": "leads everybody on to the page that changes a password",
    "core:robots": "a file for crawlers",
    "network:sitemap": "a file for search engines",
    "network:export-hsds": "a file for other programs",
    "network:export-fhir": "a file for other programs",
    "network:export-csv": "a file for a spreadsheet",
    "network:export-xlsx": "a file for a spreadsheet",
    "network:edition-vcard": "a file; the list of today as the same kind of file is brought",
    "network:edition-public": "a file; the members' version of it is brought",
    "network:contact-link": "told without a browser in tests/network/test_contact_questions.py",
    "network:contact-vcard": "a file; the whole list as the same kind of file is brought",
}
REFUSALS = {"403", "404", "405", "409", "413", "500", "503"}


def told() -> set[str]:
    """What the stories of this folder promise to show; each holds itself to it."""
    marks = []
    for path in Path(__file__).parent.glob("test_*.py"):
        module = importlib.import_module(f"tests.journeys.{path.stem}")
        stories = [each for name, each in vars(module).items() if name.startswith("test_")]
        marks += [mark for story in stories for mark in getattr(story, "pytestmark", [])]
    return {name for mark in marks if mark.name == "shows" for name in mark.args[0].split()}


def test_every_page_is_seen_in_a_story():
    pages = {name for name, row in MATRIX.items() if row.method == "get"} | REFUSALS

    assert pages - told() == NOT_SEEN.keys()


@pytest.mark.parametrize("name", NOT_SEEN)
def test_a_page_that_is_not_seen_exists(name):
    assert name in MATRIX
