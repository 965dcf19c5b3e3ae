"""What people do on several journeys."""

import datetime as dt

from core import clock
from tests.journeys.visitor import Visitor

NAME = "Vogelsang-Prüfstein"
FIRST, PHONE, WISH = "Jutta", "030 23125-871", "Die Katze kommt mit."


def day(days: int) -> str:
    """A day from today, as a date field takes it."""
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def logs_a_stay(worker: Visitor, region, *, leaves: int = 7, **changes: str) -> None:
    """Log a person with the coming discharge and the consent to discharge management."""
    worker.go("/entlassungen/").follow("Entlassung erfassen")
    ward = region.directory.wards[0]
    worker.fill(
        unit=str(ward.pk),
        admitted_on=day(-20),
        planned_discharge_on=day(leaves),
        planned_discharge_time="10:00",
        who="new",
        area=str(region.directory.areas["lb-sued"].pk),
        **{
            "last_name": NAME,
            "first_name": FIRST,
            "birth_date": "1979-03-14",
            "phone": PHONE,
            "wishes": WISH,
            **changes,
        },
    ).press("Aufenthalt erfassen")
    worker.does(
        "Einwilligung ins Entlassmanagement erfassen",
        given_on=day(0),
        form="written",
        signed_by="client",
    )


def describes_the_need(worker: Visitor, **changes: str | list[str]) -> None:
    """Open the referral of the stay on the page."""
    fields: dict[str, str | list[str]] = {
        "kind": "new",
        "service_type": "bewo",
        "needs": ["daily_life", "authorities"],
        "urgency": "regular",
        "cost_state": "applied",
        "wanted_from": day(7),
        "remarks": "Kocht gern, mag keine Anrufe am Morgen.",
        "callback_person": "Miriam Okafor-Lenz",
        "callback_phone": "030 23125-512",
        "callback_deputy": "Tobias Hartwig",
    }
    worker.follow("Überleitung anlegen").fill(**{**fields, **changes})
    worker.press("Anlegen und Dienste auswählen")


def picks(worker: Visitor, *services) -> None:
    """Tick services, searching by name for those that are not on the page yet."""
    for service in services:
        box = worker.page.locator(f"#dienst-{service.pk}")
        if not box.count():
            worker.fill(q=service.name).press("Suchen und Auswahl merken")
        box.check()
    worker.press("Auswahl übernehmen")


def offers(somebody: Visitor, *, worker: str, deputy: str, start: int = 7) -> None:
    """Offer a place on the page of the inquiry."""
    somebody.does(
        "Platz anbieten",
        start_on=day(start),
        worker=worker,
        deputy=deputy,
        valid_until_day=day(5),
        valid_until_time="16:00",
        binding="binding",
    )


def records_a_release(
    worker: Visitor, facility, categories: list[str], *, mutual: bool = False
) -> None:
    """Record the signed release that names the facility."""
    form = worker.page.locator("form", has=worker.page.get_by_text("Unterschriebene Entbindung"))
    form.locator("[name=facility]").select_option(str(facility.pk))
    for each in categories:
        form.locator(f"[name=categories][value={each}]").check()
    form.locator("[name=mutual]").set_checked(mutual)
    form.locator("[name=valid_until]").fill(day(300))
    form.locator("[name=form][value=written]").check()
    form.locator("[name=signed_by][value=client]").check()
    worker.press("Entbindung speichern")
