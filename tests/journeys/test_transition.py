"""What else happens on the way out of the ward: back to a known service, alone, or interrupted."""

import pytest

from tests.journeys.looking import NARROW
from tests.journeys.steps import (
    FIRST,
    NAME,
    day,
    describes_the_need,
    logs_a_stay,
    picks,
    records_a_release,
)


@pytest.fixture
def clinic(visitor, region):
    """The social worker of the invented region at her desk."""
    return visitor(region.people["miriam"], region.house("sozialdienst"))


def test_a_second_client_goes_back_to_the_service_that_knows_her(visitor, clinic, region):
    known = region.service("bewo-sued")
    logs_a_stay(clinic, region, last_name="Rückkehrer-Probe", first_name="Edda")
    person = clinic.page.url.removeprefix(clinic.address).split("?")[0]
    describes_the_need(clinic, kind="return")
    picks(clinic, known)
    clinic.fill(agreed_on=day(0), agreed_form="oral", escalation="no")
    clinic.page.get_by_role("button", name="Einen Dienst anfragen").click()
    clinic.check().sees("Entbindung")

    clinic.go(f"{person}entbindungen/neu/")
    records_a_release(clinic, region.house("ankerplatz"), ["identity", "contact"])
    clinic.go(person).follow("Betreutes Wohnen").follow("Dienste auswählen")
    picks(clinic, known)
    clinic.fill(agreed_on=day(0), agreed_form="oral", escalation="no")
    clinic.press("Einen Dienst anfragen")

    selma = visitor(region.people["selma"], region.house("ankerplatz"))
    selma.go("/anfragen/").follow("Übernahme bestätigen").sees("Rückkehr", "Rückkehrer-Probe")
    selma.does(
        "Übernahme bestätigen",
        worker=str(region.people["selma"].pk),
        deputy=str(region.people["jonas"].pk),
    ).sees("zugesagt")


def test_somebody_left_without_anschluss_is_loud_on_the_board_and_in_the_tasks(clinic, region):
    logs_a_stay(clinic, region)
    clinic.does("Entlassung eintragen", discharged_on=day(0), kind="regular")

    clinic.go("/entlassungen/").sees("Ohne Anschluss entlassen", NAME)
    clinic.go("/aufgaben/").sees("Ohne Anschluss entlassen", NAME)


def test_a_stay_is_logged_without_javascript_and_a_mistake_gets_a_sentence(visitor, region):
    window = visitor(
        region.people["miriam"],
        region.house("sozialdienst"),
        java_script_enabled=False,
        viewport=NARROW,
    )
    window.go("/entlassungen/neu/").fill(
        admitted_on=day(1), who="new", last_name=NAME, first_name=FIRST, birth_date="1979-03-14"
    )
    window.press("Aufenthalt erfassen").sees("Bitte prüfen Sie", "Zukunft")
    assert window.page.locator("[name=last_name]").input_value() == NAME

    window.fill(admitted_on=day(-3)).press("Aufenthalt erfassen")

    window.sees(NAME, "Einwilligung fehlt")


def test_a_need_is_changed_with_the_keyboard_alone(clinic, region):
    logs_a_stay(clinic, region)
    describes_the_need(clinic)
    referral = clinic.page.url.split("dienste/")[0].removeprefix(clinic.address)
    clinic.go(f"{referral}?schritt=beenden")
    clinic.page.locator("[name=reason]").focus()
    keyboard = clinic.page.keyboard
    keyboard.type("verzogen")
    for _field in ("release", "legal_basis", "button"):
        keyboard.press("Tab")
    with clinic.page.expect_navigation():
        keyboard.press("Enter")

    clinic.check().sees("Diese Überleitung ist geschlossen", "verzogen")
