"""What search engines find: public pages at one address each, and nothing behind the sign-in."""

import re

import pytest
from django.conf import settings
from django.template import Context, Template
from django.urls import reverse

from core.checks import project_patterns
from core.documentation import routes

pytestmark = pytest.mark.django_db

RULES = re.compile(r"^(Allow|Disallow): (\S+)$", re.MULTILINE)


def may_crawl(rules, path):
    """RFC 9309: the longest rule that fits decides, and between equals the permission."""
    fitting = [(len(rule), kind == "Allow") for kind, rule in rules if _fits(rule, path)]
    return max(fitting, default=(0, True))[1]


def _fits(rule, path):
    pattern = re.escape(rule.removesuffix("$")).replace(r"\*", ".*")
    return re.match(pattern + ("$" if rule.endswith("$") else ""), path) is not None


@pytest.fixture
def rules(client):
    return RULES.findall(client.get("/robots.txt").content.decode())


def test_crawlers_stay_out_of_everything_behind_the_sign_in(rules):
    paths = {
        "/" + re.sub(r"<(\w+:)?\w+>", "x", route)
        for route, _name, pattern in routes()
        if pattern.callback.guard.kind != "public"
    }

    assert len(paths) > 50
    assert [path for path in paths if may_crawl(rules, path)] == []


def test_crawlers_reach_every_listed_page(rules):
    paths = [reverse(name) for name in settings.GPV_LISTED]

    assert [path for path in [*paths, "/sitemap.xml"] if not may_crawl(rules, path)] == []
    assert may_crawl(rules, reverse("network:service", args=["haus"]))
    assert may_crawl(rules, "/zustaendig/")
    assert may_crawl(rules, "/kontakte/")
    assert not may_crawl(rules, "/kontakte/?q=station")
    assert not may_crawl(rules, "/kontakte/liste.csv")
    assert not may_crawl(rules, "/verzeichnis/?q=sucht")
    assert not may_crawl(rules, reverse("network:export-csv"))
    assert not may_crawl(rules, reverse("network:export-xlsx"))


def test_only_public_pages_may_be_listed():
    guards = {name: pattern.callback.guard.kind for name, pattern in project_patterns()}

    assert {guards[name] for name in settings.GPV_INDEXED} == {"public"}


@pytest.mark.parametrize("path", ["/anmelden/", "/kontakte/", "/aufgaben/", "/gibt/es/nicht/"])
def test_every_other_answer_says_that_it_is_not_to_be_listed(client, path):
    response = client.get(path)

    assert response["X-Robots-Tag"] == "noindex"
    assert b'rel="canonical"' not in response.content


@pytest.mark.parametrize("path", ["/", "/impressum/", "/krise/", "/verzeichnis/", "/zustaendig/"])
def test_a_listed_page_names_its_one_address(client, path):
    response = client.get(path, {"q": "sucht", "region": "auental", "nach": "20"})

    assert "X-Robots-Tag" not in response
    said = response.content.decode()
    assert f'<link rel="canonical" href="http://testserver{path}?region=auental">' in said
    assert len(re.findall('<meta name="description" content="[^"]{20,}">', said)) == 1


def test_an_odd_region_is_left_out_of_the_address(client):
    said = client.get("/verzeichnis/", {"region": '"><script>'}).content.decode()

    assert '<link rel="canonical" href="http://testserver/verzeichnis/">' in said


def test_linked_data_cannot_leave_its_block():
    said = Template("{% linked_data said %}").render(
        Context({"said": {"name": "</script><script>alert(1)</script>&\u2028"}})
    )

    assert said.count("<") == 2
    assert r"\u003C/script\u003E" in said
    assert "\u2028" not in said
