"""When something does not work: a sentence, a way on, and the text given back."""

from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection

from tests.journeys.steps import FIRST, NAME, day, describes_the_need, logs_a_stay

TOO_MUCH = "e => { e.removeAttribute('maxlength'); e.value = 'x'.repeat(2600000) }"
WISH = "Kurze Wege, ruhige Stunde"
SECTION = "Übergabe: Entlassplan"


@pytest.fixture
def clinic(visitor, region):
    """The social worker of the invented region at her desk."""
    return visitor(region.people["miriam"], region.house("sozialdienst"))


@pytest.fixture
def section(clinic, region) -> str:
    """Where the text for a handover is written."""
    logs_a_stay(clinic, region)
    describes_the_need(clinic)
    referral = clinic.page.url.split("dienste/")[0].removeprefix(clinic.address)
    return f"{referral}?schritt=uebergabe-discharge_plan"


@pytest.mark.shows("core:kept-text core:account account_login")
def test_a_session_that_ended_gives_the_text_back_after_signing_in(clinic, region, section):
    clinic.go(section).fill(text=WISH)
    clinic.expires()

    clinic.press(SECTION)
    clinic.fill(login=region.people["miriam"].email, password="Auental-zeigt-sich")
    clinic.press("Anmelden")

    clinic.sees(WISH)
    clinic.go("/konto/").sees("Ihr Text ist noch da").follow("Text ansehen").sees(WISH)


@pytest.mark.shows("409")
def test_the_second_of_two_windows_is_told_and_keeps_its_text(clinic, section):
    second = clinic.another_window()
    clinic.go(section).fill(text="Aus dem ersten Fenster")
    second.go(section).fill(text="Aus dem zweiten Fenster")

    clinic.press(SECTION).sees("Aus dem ersten Fenster")
    second.press(SECTION)

    assert second.status == 409
    second.sees("Aus dem zweiten Fenster")


def test_a_double_click_logs_one_stay(clinic, region):
    clinic.go("/entlassungen/neu/").fill(
        unit=str(region.directory.wards[0].pk),
        admitted_on=day(-20),
        who="new",
        last_name=NAME,
        first_name=FIRST,
        birth_date="1979-03-14",
    )
    clinic.page.get_by_role("button", name="Aufenthalt erfassen").dblclick()
    clinic.page.wait_for_url("**/personen/**")
    clinic.page.wait_for_load_state("networkidle")
    clinic.check().sees(NAME)

    clinic.go("/entlassungen/")
    assert clinic.page.locator(".board-row").count() == 1


@pytest.mark.shows("403 404 405")
def test_a_wrong_address_or_role_says_where_to_go(visitor, region):
    brigitte = visitor(region.people["brigitte"], region.house("aufnahme"))
    brigitte.go("/gibt-es-nicht/", status=404).sees("Verzeichnis durchsuchen")
    brigitte.go("/entlassungen/", status=403).sees("Dafür fehlt Ihnen hier ein Recht")
    brigitte.go("/entlassungen/erfassen/", status=405).follow("Zu meinen Aufgaben")
    brigitte.sees("Gerade wartet nichts auf Sie").opens("Sie handeln für")
    brigitte.page.get_by_label(region.house("tagesklinik").name).check()
    brigitte.press("Einrichtung wechseln")
    assert region.house("tagesklinik").name in brigitte.page.locator(".acting").inner_text()


@pytest.mark.shows("413 500 503")
def test_too_much_text_a_fault_and_a_pause_of_the_database_each_get_a_page(visitor, region, clinic):
    clinic.go("/entlassungen/neu/")
    clinic.page.locator("[name=wishes]").evaluate(TOO_MUCH)
    clinic.press("Aufenthalt erfassen").sees("Ihr Text ist zu lang")
    assert clinic.status == 413

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE network_contact RENAME TO network_contact_away")
        clinic.go("/kontakte/", status=500).sees("Das liegt nicht an Ihnen")
        cursor.execute("ALTER TABLE network_contact_away RENAME TO network_contact")
    with no_new_connections():
        clinic.go("/kontakte/", status=503).sees("kurze Pause")
    clinic.follow("Noch einmal versuchen").sees("Kontaktliste")


@contextmanager
def no_new_connections():
    """The database takes in nobody, as while it is started anew."""
    here = connection.settings_dict
    place = {"host": here["HOST"], "user": here["USER"], "password": here["PASSWORD"]}
    port = {"port": here["PORT"]} if here["PORT"] else {}
    with psycopg.connect(dbname="postgres", autocommit=True, **place, **port) as server:
        server.execute(f'ALTER DATABASE "{here["NAME"]}" ALLOW_CONNECTIONS false')
        try:
            yield
        finally:
            server.execute(f'ALTER DATABASE "{here["NAME"]}" ALLOW_CONNECTIONS true')
