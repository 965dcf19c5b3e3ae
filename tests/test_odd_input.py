"""Odd bytes in every field of every form, and in every address: a sentence, never a 500."""

import uuid
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core import keyset
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects
from tests.matrix.row import VISITORS

ODD = {
    "NUL": "a\x00b",
    "too long": "x" * 20_001,
    "empty": "",
    "lone surrogate": "\ud800",
    "markup": "<script>alert(1)</script>{{ 7|add:7 }}{% now 'Y' %}",
    "unknown uuid": str(uuid.uuid4()),
    "other letters": "кризис أزمة ı 危機",
    "no date": "31.02.2026",
    "far date": "9999-12-31",
    "negative": "-1",
}


def _cursor(*values):
    return f"?nach={keyset.encode(list(values))}"


ODD_QUERIES = (
    _cursor("a\x00", str(uuid.uuid4())),
    _cursor("2026-11-24", "x\x00", str(uuid.uuid4())),
    _cursor("\ud800", str(uuid.uuid4())),
    _cursor("a", "b"),
    "?q=%00",
    "?q=%D0%BA%D1%80%D0%B8%D0%B7%D0%B8%D1%81",
    "?q=%D8%A3%D8%B2%D9%85%D8%A9+Krise",
    "?q=%C4%B1",
    "?nach=garbage",
    "?nach=%FF%FE",
    "?q=%ED%A0%80&art=%27%3B--",
    "?" + "a=1&" * 50,
)


class Forms(HTMLParser):
    """The POST forms of a page with their fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "form":
            self._open = named.get("method", "").lower() == "post"
            if self._open:
                self.forms.append((named.get("action") or "", {}))
        elif self._open and named.get("name") and tag in ("input", "textarea", "select"):
            kept = named.get("value") or ""
            self.forms[-1][1].setdefault(
                named["name"], kept if named.get("type") == "hidden" else ""
            )


def visitor_who_enters(row):
    """Somebody who gets a 200, signed in where that makes a difference."""
    entering = [visitor for visitor in VISITORS if row.statuses[visitor] == 200]
    return entering[-1] if entering else None


PAGES = [
    address
    for address, row in MATRIX.items()
    if row.method == "get" and visitor_who_enters(row) is not None
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.django_db
def test_no_odd_input_breaks_the_page(people, address):
    row = MATRIX[address]
    client, visitor = Client(raise_request_exception=False), visitor_who_enters(row)
    if visitor != "anonymous":
        client.force_login(getattr(people, visitor))
    target = reverse(address, kwargs=make_objects(row.about, people))

    broken = [query for query in ODD_QUERIES if attempt(client.get, target + query) >= 500]
    for action, fields in Forms(client.get(target).getvalue().decode(errors="replace")).forms:
        for name, odd in ODD.items():
            sent = {field: kept or odd for field, kept in fields.items()}
            if attempt(client.post, action or target, sent) >= 500:
                broken.append(f"{action or target} with {name}")

    assert broken == []


def attempt(method, target, data=None):
    """The status of one try, whose traces are rolled back."""
    with transaction.atomic():
        answer = method(target) if data is None else method(target, _body(data), content_type=FORM)
        transaction.set_rollback(True)
    return answer.status_code


FORM = "application/x-www-form-urlencoded"


def _body(data):
    """The form as bytes, odd ones included, as a careless client would send it."""
    pairs = {name: value.encode("utf-8", "surrogatepass") for name, value in data.items()}
    return urlencode(pairs)
