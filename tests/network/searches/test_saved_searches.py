"""A member keeps searches: up to a number, seen and changed by that person alone."""

import re
from uuid import uuid4

import pytest

from core.models import AuditEntry
from network.models import SavedSearch
from network.services.saved_searches import MOST
from tests.network.searches.keeping import LIST, QUERY, keep, page

pytestmark = pytest.mark.django_db


def test_a_member_keeps_the_search_of_the_page(selma, region):
    said = selma.get(f"/verzeichnis/?{QUERY}").content.decode()

    assert "Suche merken" in said
    assert 'name="query" value="q=suchtberatung&amp;gut=barrier_free"' in said
    assert keep(selma)["Location"] == LIST
    kept = SavedSearch.objects.get()
    assert (kept.name, kept.query, kept.region) == ("Sucht", QUERY, region)
    assert "suchtberatung, Rollstuhlgerecht" in page(selma)
    address = re.search(r'href="(/verzeichnis/\?[^"]+)"', page(selma))[1].replace("&amp;", "&")
    assert selma.get(address).status_code == 200
    assert QUERY in address


def test_a_visitor_without_account_is_asked_for_nothing(client, region):
    assert "Suche merken" not in client.get(f"/verzeichnis/?{QUERY}").content.decode()
    assert keep(client).status_code == 302
    assert not SavedSearch.objects.exists()


def test_what_the_search_does_not_know_is_not_kept(selma):
    keep(selma, "q=reden&nach=40&umkreis=7&sortiert=offen&x=1&region=anderswo", name="")

    kept = SavedSearch.objects.get()
    assert (kept.query, kept.name) == ("q=reden", "reden")


@pytest.mark.parametrize("query", ["q=" + "a" * 1600, "q=a\0b"])
def test_a_question_that_no_row_holds_is_refused_in_words(selma, query):
    answer = keep(selma, query)

    assert answer["Location"] == "/verzeichnis/"
    assert "Diese Suche ist zu lang." in selma.get(answer["Location"]).content.decode()
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    ("query", "read"),
    [("q=%00", ""), ("q=" + "ä" * 1_400, "q=" + "%C3%A4" * 200)],
    ids=["nothing", "very long"],
)
def test_odd_words_are_kept_as_the_directory_reads_them(selma, query, read):
    assert keep(selma, query)["Location"] == LIST
    assert "Gemerkt." in page(selma)
    assert SavedSearch.objects.get().query == read


def test_ticks_as_long_as_a_row_are_refused_in_words(selma):
    answer = keep(selma, "&".join(f"bezirk={'ä' * 150}{n}" for n in range(8)))

    assert answer["Location"] == "/verzeichnis/"
    assert not SavedSearch.objects.exists()


def test_the_same_question_is_kept_once(selma):
    keep(selma)
    kept = SavedSearch.objects.get()
    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": "Sucht"})
    page(selma)

    keep(selma, name="Noch einmal")

    said = page(selma)
    assert "Diese Suche haben Sie schon gemerkt." in said
    assert "Sie bekommen eine E-Mail" not in said
    kept.refresh_from_db()
    assert (kept.name, kept.by_mail) == ("Sucht", False)


def test_a_double_click_is_one_search_and_one_trace(selma):
    receipt = str(uuid4())
    first, second = (keep(selma, receipt=receipt) for _press in range(2))

    assert first["Location"] == second["Location"]
    assert AuditEntry.objects.filter(deed="search.saved").count() == 1


def test_after_the_last_one_a_sentence_says_so(selma):
    for number in range(MOST):
        keep(selma, f"q=wort{number}")

    answer = keep(selma, "q=mehr")

    assert answer.status_code == 409
    assert (
        f"Sie haben schon {MOST} Suchen gemerkt; mehr sind nicht möglich."
        in answer.content.decode()
    )
    assert SavedSearch.objects.count() == MOST


def test_a_search_is_renamed_and_deleted_with_all_it_said(selma):
    keep(selma)
    kept = SavedSearch.objects.get()

    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": "Haus", "by_mail": "on"})
    assert "Haus" in page(selma)
    selma.post(f"{LIST}{kept.pk}/aendern/", {"name": " "})
    kept.refresh_from_db()
    assert (kept.name, kept.by_mail) == ("Haus", True)

    assert selma.post(f"{LIST}{kept.pk}/loeschen/").status_code == 302
    assert not SavedSearch.objects.exists()
    assert "Noch keine Suche gemerkt" in page(selma)


def test_what_somebody_looks_for_is_nobody_elses_business(selma, people, sign_in):
    keep(selma)
    kept = SavedSearch.objects.get()
    other = sign_in(people.intake_lead)

    assert "Sucht" not in page(other).replace("Suche", "")
    for deed in ("aendern", "loeschen"):
        answer = other.post(f"{LIST}{kept.pk}/{deed}/", {"name": "Meins"})
        assert answer.status_code == 404
    kept.refresh_from_db()
    assert kept.name == "Sucht"
