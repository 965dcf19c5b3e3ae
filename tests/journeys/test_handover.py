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

PLANTED = (NAME, FIRST, PHONE, WISH, "14.03.1979", "Station 2")
QUESTION, ANSWER = "Sind Vormittage möglich?", "Ja, nur nicht vor neun Uhr."


@pytest.mark.shows("""
    core:tasks referrals:discharges referrals:stay-new referrals:person referrals:referral-new
    referrals:services referrals:referral referrals:inquiries referrals:inquiry
    referrals:sent-inquiry referrals:release-new referrals:release-sheet referrals:accesses
    referrals:slip referrals:inquiry-sheet referrals:sent-inquiry-sheet referrals:handover-sheet
    referrals:referrals 403
""")
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
    miriam.go("/aufgaben/").sees("Gerade wartet nichts auf Sie").go("/ueberleitungen/")
    logs_a_stay(miriam, region)
    person = miriam.page.url.removeprefix(miriam.address)
    describes_the_need(miriam, service_type=a.type)
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
    matthis.again()
    matthis.sees(ANSWER)
    offers(matthis, worker=people["matthis"], deputy=people["lea"])

    selma.go("/anfragen/").follow("Anfrage übernehmen").press("Übernehmen")
    offers(selma, worker=people["selma"], deputy=people["jonas"])
    selma.does_not_see(*PLANTED, b.name, c.name, QUESTION)
    selma.follow("Für das Team drucken").sees("Kocht gern").does_not_see(*PLANTED)
    selma.follow("Zurück")

    ayla.go("/anfragen/").follow("Anfrage übernehmen")
    ayla.does("Absagen", reason="no_place", alternative=str(region.service("spz").pk))
    ayla.sees("beendet", "kein freier Platz").does_not_see(*PLANTED)

    # the fourth has no account: its answer is entered for it, and marked as such
    miriam.go(referral).follow(alone.name).sees("hat keinen Zugang zum Portal")
    offers(miriam, worker="Frau Wolff", deputy="Praxis")
    miriam.sees("für die Einrichtung").follow("Anfrageblatt drucken").does_not_see(*PLANTED[:4])
    miriam.prints("Vertraulich")
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
    selma.again().sees(NAME, PHONE, WISH)
    offers(selma, worker=people["selma"], deputy=people["jonas"])
    miriam.go(referral).follow(a.name)
    miriam.does("Wahl der Person festhalten und zusagen", chosen_on=day(0)).sees("zugesagt")
    miriam.follow(a.name).follow("Übergabeblatt auf Papier").sees(NAME, PHONE)
    miriam.prints("Vertraulich")
    matthis.again().sees("anderweitig versorgt").does_not_see(*PLANTED, a.name)

    # the first appointment, the discharge, the first contact, the end
    selma.again()
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
    selma.again()
    selma.does("Ersten Kontakt eintragen", contact_on=day(0), kind="in_person").sees("angekommen")
    selma.does("Abschließen", outcome="stays").sees("abgeschlossen")
    miriam.go(referral).sees("Überleitung beenden").follow("Überleitung beenden")
    miriam.fill(reason="arrived").press("Überleitung beenden").sees("geschlossen")

    # 7 the access log tells who has read what
    miriam.follow("Wer hat diese Akte geöffnet?").prints("Akte gelesen")
    miriam.sees(
        "Selma Arslan", "Matthis Kröger", "Anfrage gelesen", "mit Name und Kontakt", "Zugesagt"
    )
    miriam.go(f"{referral}zettel/").sees("Miriam Okafor-Lenz").does_not_see(NAME)
    miriam.prints("Wie es weitergeht")
    ayla.go(f"{referral}zugriffe/", status=403).does_not_see(*PLANTED)
