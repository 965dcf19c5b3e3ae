"""Step 4: a case conference, from the proposal to the PDF that the worker made."""

import datetime as dt

import pytest

from conferences.models import CaseConference
from core import clock
from core.access import acting_as
from referrals import services
from tests.faults.processes import start_relay, start_worker, until
from tests.journeys.steps import day, records_a_release

NAME = "Vogelsang-Prüfstein"
QUESTION = "Was brauche ich, damit ich in meiner Wohnung bleiben kann?"
VIEW, CRISIS = "Ich will in meiner Wohnung bleiben.", "Zuerst die Nachbarin anrufen."
ROLF = "Rolf Vogelsang-Prüfstein"
MEASURE = "Anruf jeden Morgen um neun"
RELEASED = ["identity", "contact", "conference"]


@pytest.fixture
def jutta(region):
    """A client of the clinic's social service."""
    clinic = acting_as(region.people["miriam"].pk, region.house("sozialdienst").pk)
    identity = services.Identity(
        last_name=NAME, first_name="Jutta", birth_date=dt.date(1979, 3, 14)
    )
    return services.create_client(identity=identity, by=clinic)


def an_hour_ago(model, pk) -> None:
    """The day has come, and the meeting is over."""
    start = clock.now() - dt.timedelta(hours=2)
    model.objects.filter(pk=pk).update(starts_at=start, ends_at=start + dt.timedelta(hours=1))


def seats(host, region, who: str, house: str, role: str) -> None:
    """Add a colleague with an account, and the client's yes to them."""
    person = region.people[who]
    host.follow("Fachkraft hinzufügen")
    host.fill(person=f"{region.house(house).pk}/{person.pk}", role=role)
    host.press("Fachkraft hinzufügen").sees(person.full_name)


@pytest.mark.shows("""
    conferences:conferences conferences:proposal conferences:conference
    conferences:professional-form conferences:guest-form conferences:approval-form
    conferences:poll-form conferences:date-form conferences:minutes-form conferences:release-form
    conferences:copy conferences:edit-form referrals:release-new 404
""")
def test_a_table_is_set_held_and_written_up(visitor, region, jutta, postbox, start_beside):
    miriam = visitor(region.people["miriam"], region.house("sozialdienst"))

    # the proposal, and who should come; nobody is covered yet
    miriam.go("/konferenzen/").follow("Konferenz vorschlagen")
    miriam.fill(kind="network", client=str(jutta.pk), core_question=QUESTION)
    miriam.press("Konferenz vorschlagen").sees(QUESTION, NAME)
    here = miriam.page.url.removeprefix(miriam.address)
    miriam.follow("Kernfrage und Grenzen ändern").fill(not_to_discuss="die Arbeit")
    miriam.press("Speichern").sees("die Arbeit")
    miriam.press("Einwilligung einholen")
    seats(miriam, region, "selma", "ankerplatz", "facilitation")
    seats(miriam, region, "miriam", "sozialdienst", "minutes")
    seats(miriam, region, "hanne", "koordination", "coordination")
    seats(miriam, region, "matthis", "brueckenwerk", "")
    miriam.follow("Angehörige oder andere hinzufügen").fill(kind="relative", name=ROLF)
    miriam.press("Person hinzufügen").sees(ROLF, "Zustimmung fehlt")
    for name in ("Selma Arslan", "Miriam Okafor-Lenz", "Hanne Brodersen", "Matthis Kröger"):
        miriam.follow("Zustimmung festhalten", about=name).fill(approved_on=day(0))
        miriam.press("Zustimmung festhalten")
    miriam.follow("Zustimmung festhalten", about=ROLF)
    miriam.fill(approved_on=day(0), confidentiality_on=day(0)).press("Zustimmung festhalten")
    miriam.sees("Entbindung fehlt")
    outsider = visitor(region.people["matthis"], region.house("brueckenwerk"))
    outsider.go(here, status=404).does_not_see(NAME, QUESTION)

    # releases for two facilities; the third stays uncovered and is shown as such
    for house in ("ankerplatz", "koordination"):
        miriam.go(f"/personen/{jutta.pk}/entbindungen/neu/")
        records_a_release(miriam, region.house(house), RELEASED, mutual=True)
    miriam.go(here).press("Einwilligung liegt vor").follow("Termine vorschlagen")
    miriam.fill(moment_1=f"{day(1)}T13:30", moment_2=f"{day(2)}T09:00").press("Termine vorschlagen")
    selma = visitor(region.people["selma"], region.house("ankerplatz"))
    selma.go("/konferenzen/").follow("Netzwerkkonferenz").sees("Wann könnten Sie?")
    selma.page.get_by_label("13:30").check()
    selma.press("Antwort senden")
    miriam.go(here).sees("1 von").follow("Termin festlegen")
    miriam.fill(day=day(1), start="13:30", end="15:00", place="Raum 112")
    miriam.press("Termin festlegen").sees("Raum 112", "Sie können noch nicht einladen")
    miriam.sees("Matthis Kröger").press("herausnehmen", about="Matthis Kröger")
    miriam.press("Einladung verschicken").sees("noch offen")

    # the mails say that there is a date, and nothing else
    start_beside(start_relay, start_worker)
    until(lambda: len(postbox.calendar_parts()) == 3)
    for mail in postbox.mails:
        text = mail.as_string()
        assert NAME not in text
        assert "Jutta" not in text
        assert "Raum 112" not in text
        assert mail["Subject"] in {"Termin im GPV-Portal", "Terminvorschläge im GPV-Portal"}
    for part in postbox.calendar_parts():
        words = part.get_content()
        assert part.get_param("method") == "REQUEST"
        assert "METHOD:REQUEST" in words
        assert "SEQUENCE:0" in words
        assert "SUMMARY:Termin (Portal)" in words

    # those who are invited answer; then it is held and written up
    selma.go("/konferenzen/").follow("Netzwerkkonferenz").sees(QUESTION, NAME).press("Ich komme")
    pk = here.strip("/").split("/")[1]
    an_hour_ago(CaseConference, pk)
    miriam.go(here).sees("kommt").follow("Anwesenheit festhalten")
    everybody_came(miriam)
    miriam.press("Speichern").press("Als durchgeführt eintragen").follow("Protokoll schreiben")
    miriam.fill(
        client_view=VIEW,
        goals="Die Wohnung behalten.",
        crisis_arrangement=CRISIS,
        what_1=MEASURE,
        who_1="Selma Arslan",
        due_1=day(7),
    ).press("Speichern")
    miriam.sees(VIEW, MEASURE).press("Der Person vorlegen").follow("Protokoll freigeben")
    miriam.fill(review_end="approved").press("Protokoll freigeben").sees("eingefroren")

    # the worker has made the PDF; those at the table download their copy
    selma.go(here).sees(VIEW, MEASURE).does_not_see(CRISIS)
    selma.waits_for_link("Protokoll, Fassung 1")
    assert selma.downloads("Protokoll, Fassung 1").startswith(b"%PDF-1.7")
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go(here).sees(VIEW).waits_for_link("Protokoll, Fassung 1")
    assert hanne.downloads("Protokoll, Fassung 1").startswith(b"%PDF-1.7")
    outsider.go(here, status=404).does_not_see(NAME, VIEW)


def everybody_came(host) -> None:
    """Mark everybody on the page as present."""
    for field in host.page.locator("select[name^=presence_]").all():
        field.select_option("present")
