"""Before signing in: the entry, the sign-in page and the pages that say no."""

import pytest

from tests.factories import UserFactory

NARROW = {"viewport": {"width": 320, "height": 640}}
WIDE = {"viewport": {"width": 1440, "height": 900}}


@pytest.mark.parametrize("window", [NARROW, WIDE], ids=["320", "1440"])
@pytest.mark.parametrize(
    "path", ["/", "/anmelden/", "/impressum/", "/datenschutz/", "/barrierefreiheit/", "/passwort/"]
)
def test_a_public_page_is_accessible(visitor, path, window):
    visitor(**window).go(path)


def test_a_page_that_is_not_there_says_so(visitor):
    visitor().go("/gibt-es-nicht/", status=404).sees("Startseite")


def test_somebody_signs_in_and_out_again(visitor):
    person = UserFactory(full_name="Miriam Okafor-Lenz")
    window = visitor().go("/anmelden/")

    window.fill(login=person.email, password="sicher-genug-2026").press("Anmelden")

    window.sees("Was wartet auf mich")


def test_a_wrong_password_gets_a_sentence_and_keeps_the_address(visitor):
    person = UserFactory()
    window = visitor().go("/anmelden/")

    window.fill(login=person.email, password="falsch-geraten").press("Anmelden")

    assert window.page.locator("[name=login]").input_value() == person.email


def test_the_entry_works_without_javascript(visitor):
    visitor_without = visitor(java_script_enabled=False)
    visitor_without.page.goto(visitor_without.address + "/")
    visitor_without.sees("Krise")
