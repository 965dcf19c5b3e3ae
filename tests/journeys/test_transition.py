"""Steps 1 to 3 and 7: from the ward to the first contact, and who has read what on the way."""

import pytest

from tests.journeys.steps import (
    FIRST,
    NAME,
    PHONE,
    WISH,
    day,
    describes_the_need,
    logs_a_stay,
    offers,
    picks,
    records_a_release,
)
from tests.journeys.visitor import NARROW

PLANTED = (NAME, FIRST, PHONE, WISH, "14.03.1979", "Station 2")
QUESTION, ANSWER = "Sind Vormittage möglich?", "Ja, nur nicht vor neun Uhr."


@pytest.fixture
def clinic(visitor, region):
    """The social worker of the invented region at her desk."""
    return visitor(region.people["miriam"], region.house("sozialdienst"))


def test_somebody_is_handed_over_and_nobody_learns_more_than_they_may(visitor, any_region):
    region = any_region
    people = {key: str(user.pk) for key, user in region.people.items()}
    a, b, c, alone = (
        region.service(key)
        for key in ("bewo-sued", "bewo-bruecke", "bewo-nordufer", "soziotherapie-wolff")
    )
    miriam = visitor(region.people["miriam"], region.house("sozialdienst"))
    selma = visitor(region.people["selma"], region.house("ankerplatz"))
    matthis = visitor(region.people["matthis"], region.house("brueckenwerk"))
    ayla = visitor(region.people["ayla"], region.house("lotsenhaus"))

    # 1 the social worker sees what waits, logs the stay and asks four services at once
    miriam.go("/aufgaben/").sees("Gerade wartet nichts auf Sie")
    logs_a_stay(miriam, region)
    person = miriam.page.url.removeprefix(miriam.address)
    describes_the_need(miriam)
    picks(miriam, a, b, c, alone)
    miriam.fill(agreed_on=day(0), agreed_form="oral", escalation="yes")
    miriam.press("4 Dienste anfragen").sees("Keiner sieht die anderen", a.name, alone.name)
    referral = miriam.page.url.removeprefix(miriam.address)

    # 2 B asks back and offers, A claims and offers, C declines; none sees who it is
    matthis.go("/aufgaben/").does_not_see(*PLANTED)
    matthis.go("/anfragen/").follow("Anfrage übernehmen").sees("Kocht gern", "40 bis 49 Jahre")
    matthis.does_not_see(*PLANTED, a.name, c.name, alone.name)
    matthis.does("Rückfrage stellen", text=QUESTION)
    miriam.go("/aufgaben/").sees(NAME)
    miriam.go(referral).follow(b.name).sees(QUESTION).does("Rückfrage beantworten", text=ANSWER)
    matthis.page.reload()
    matthis.sees(ANSWER)
    offers(matthis, worker=people["matthis"], deputy=people["lea"])

    selma.go("/anfragen/").follow("Anfrage übernehmen").press("Übernehmen")
    offers(selma, worker=people["selma"], deputy=people["jonas"])
    selma.does_not_see(*PLANTED, b.name, c.name, QUESTION)

    ayla.go("/anfragen/").follow("Anfrage übernehmen")
    ayla.does("Absagen", reason="no_place", alternative=str(region.service("spz").pk))
    ayla.sees("beendet", "kein freier Platz").does_not_see(*PLANTED)

    # the fourth has no account: its answer is entered for it, and marked as such
    miriam.go(referral).follow(alone.name).sees("hat keinen Zugang zum Portal")
    offers(miriam, worker="Frau Wolff", deputy="Praxis")
    miriam.sees("für die Einrichtung")
    miriam.go(referral).sees("3 Angebote liegen vor", "Selma Arslan", "kein freier Platz")

    # 3 Kennenlernen under a release that names A, then the choice
    miriam.follow(a.name).follow("Entbindung drucken oder erfassen")
    miriam.page.locator("#sheet-facility").select_option(str(a.facility_id))
    miriam.page.locator("#sheet-identity").check()
    here = miriam.page.url.removeprefix(miriam.address)
    miriam.press("Formular zum Unterschreiben öffnen").sees(region.house("ankerplatz").name)
    miriam.go(here)
    records_a_release(miriam, region.house("ankerplatz"), ["identity", "contact", "discharge_plan"])
    miriam.go(referral).follow(a.name).does("Kennenlernen vereinbaren", meeting_on=day(2))
    selma.page.reload()
    selma.check().sees(NAME, PHONE, WISH)
    offers(selma, worker=people["selma"], deputy=people["jonas"])
    miriam.go(referral).follow(a.name)
    miriam.does("Wahl der Person festhalten und zusagen", chosen_on=day(0)).sees("zugesagt")
    matthis.page.reload()
    matthis.check().sees("anderweitig versorgt").does_not_see(*PLANTED, a.name)

    # the first appointment, the discharge, the first contact, the end
    selma.page.reload()
    selma.does(
        "Ersten Termin eintragen",
        starts_day=day(1),
        starts_time="14:00",
        place="Gerberstraße 14",
        with_whom="Selma Arslan",
    )
    miriam.go("/entlassungen/").sees(NAME, "zugesagt")
    miriam.go(person)
    miriam.does("Entlassung eintragen", discharged_on=day(0), kind="regular")
    selma.page.reload()
    selma.does("Ersten Kontakt eintragen", contact_on=day(0), kind="in_person").sees("angekommen")
    selma.does("Abschließen", outcome="stays").sees("abgeschlossen")
    miriam.go(referral).sees("Überleitung beenden").follow("Überleitung beenden")
    miriam.fill(reason="arrived").press("Überleitung beenden").sees("geschlossen")

    # 7 the access log tells who has read what
    miriam.follow("Wer hat diese Akte geöffnet?")
    miriam.sees("Selma Arslan", "Matthis Kröger", "Anfrage gelesen", "Stufe 2", "Zugesagt")
    miriam.go(f"{referral}zettel/").sees("Miriam Okafor-Lenz").does_not_see(NAME)
    ayla.go(f"{referral}zugriffe/", status=403).does_not_see(*PLANTED)


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


def test_a_session_that_ended_gives_the_text_back_after_signing_in(clinic, region):
    logs_a_stay(clinic, region)
    describes_the_need(clinic)
    referral = clinic.page.url.split("dienste/")[0].removeprefix(clinic.address)
    clinic.go(f"{referral}?schritt=uebergabe-discharge_plan").fill(text="Kurze Wege, ruhige Stunde")
    clinic.expires()

    clinic.press("Übergabe: Entlassplan")
    clinic.fill(login=region.people["miriam"].email, password="Auental-zeigt-sich").press(
        "Anmelden"
    )

    clinic.sees("Kurze Wege, ruhige Stunde")


def test_the_second_of_two_windows_is_told_and_keeps_its_text(clinic, region):
    logs_a_stay(clinic, region)
    describes_the_need(clinic)
    referral = clinic.page.url.split("dienste/")[0].removeprefix(clinic.address)
    form = f"{referral}?schritt=uebergabe-discharge_plan"
    second = clinic.another_window()
    clinic.go(form).fill(text="Aus dem ersten Fenster")
    second.go(form).fill(text="Aus dem zweiten Fenster")

    clinic.press("Übergabe: Entlassplan").sees("Aus dem ersten Fenster")
    answer = second.answer_to("Übergabe: Entlassplan")

    assert answer.status == 409
    second.check().sees("Aus dem zweiten Fenster")
