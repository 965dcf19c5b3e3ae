"""Without the ward: a crisis announced, a contact asked for at night, a case without a name."""

import datetime as dt

import pytest
import time_machine

from core import clock
from core.actor import SCHEDULER
from referrals.services.escalation import escalate
from tests.journeys.steps import FIRST, NAME, PHONE

SIGNED = {"form": "written", "signed_by": "client", "escalation": "yes"}


def describes(somebody, service, **changes: str) -> None:
    """Who it is, whom to ask, and what was signed."""
    somebody.fill(
        who="new",
        last_name=NAME,
        first_name=FIRST,
        birth_date="1979-03-14",
        phone=PHONE,
        service=str(service.pk),
        needs="crisis",
        remarks="Schläft seit Tagen nicht.",
        callback_person="Dienst",
        callback_phone="030 23125-300",
        **SIGNED | changes,
    )


@pytest.mark.shows("referrals:contact referrals:inquiry referrals:referrals 403")
def test_the_night_service_asks_for_a_contact_under_a_release_taken_there(visitor, region):
    ulf = visitor(region.people["ulf"], region.house("notfall"))
    ulf.go("/ueberleitungen/").follow("Um Kontakt bitten").press("Um Kontakt bitten")
    ulf.sees("Bitte prüfen Sie")

    describes(ulf, region.service("spdi-sued"))
    ulf.press("Um Kontakt bitten").sees("Der Dienst ist gebeten, sich zu melden")

    karsten = visitor(region.people["karsten"], region.house("spdi"))
    karsten.go("/anfragen/").follow("Übernahme bestätigen").sees(NAME, PHONE, "Schläft seit Tagen")
    karsten.go("/ueberleitungen/notfallkontakt/", status=403)


@pytest.mark.shows("referrals:crisis referrals:inquiry referrals:region referrals:region-case")
def test_a_crisis_is_announced_and_the_coordination_helps_without_a_name(visitor, region):
    jonas = visitor(region.people["jonas"], region.house("ankerplatz"))
    jonas.go("/ueberleitungen/").follow("Krisenaufnahme anmelden")
    describes(jonas, region.service("klinik"), urgency="urgent")
    jonas.press("Bei der Klinik anmelden").sees("Die Klinik ist angefragt, ohne Namen")
    brigitte = visitor(region.people["brigitte"], region.house("aufnahme"))
    brigitte.go("/anfragen/").follow("Anfrage übernehmen").sees("Schläft seit Tagen nicht.")
    brigitte.does_not_see(NAME, FIRST, PHONE)

    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go("/ueberleitungen/offen-in-der-region/").sees("Gerade ist kein Fall bei Ihnen")
    with time_machine.travel(clock.now() + dt.timedelta(days=12)):
        escalate(by=SCHEDULER)

    hanne.again().does_not_see(NAME, FIRST, PHONE)
    hanne.page.locator(".board-row a").first.click()
    hanne.check().sees("Fall", "Was Sie tun können", "Warum kein Name?")
    hanne.does_not_see(NAME, FIRST, PHONE)
