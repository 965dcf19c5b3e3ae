"""Step 5: the PSAG meets, decides and publishes, and the contact list appears as an edition."""

import csv
import io

import pytest

from conferences.models import Body, Meeting, Seat
from core.models import DataKey
from tests.faults.processes import start_relay, start_worker, until
from tests.journeys.steps import day
from tests.journeys.test_conference import an_hour_ago, everybody_came

INTERNAL, PLACE = "Besetzung der Geschäftsstelle", "Kreishaus, Saal 2"


@pytest.fixture
def psag(region) -> Body:
    """The committee with three seats, one of them for people with experience."""
    body = Body.objects.create(
        region=region.directory.region,
        office=region.house("koordination"),
        slug="psag-auental",
        name="PSAG Auental",
        kind="psag",
        letterhead="Kreishaus\nKreishausplatz 2",
        data_key=DataKey.objects.create_new(),
    )
    for group, label, who, display in (
        ("municipality", "Kreis Auental", "hanne", "name"),
        ("experienced", "Psychiatrie-Erfahrene", "bettina", "first_name"),
        ("relatives", "Angehörige", "ahmad", "deputy"),
    ):
        Seat.objects.create(
            body=body, group=group, label=label, person=region.people[who], display=display
        )
    return body


@pytest.mark.shows("""
    conferences:bodies conferences:body conferences:meeting conferences:meeting-form
    conferences:item-form conferences:propose-form conferences:meeting-date-form
    conferences:attendance-form conferences:result-form conferences:resolution-form
    conferences:measure-form conferences:meeting-copy
    network:contacts network:edition network:edition-pdf network:edition-csv network:contacts-csv
    network:contacts-vcard
    conferences:public-minutes conferences:public-file
""")
def test_the_psag_meets_decides_and_publishes(visitor, region, psag, postbox, start_beside):
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    bettina = visitor(region.people["bettina"], region.house("koordination"))

    # the meeting is convened with numbered items; a seat proposes one more
    hanne.go("/gremien/").follow("PSAG Auental").follow("Sitzung planen")
    hanne.fill(day=day(10), start="14:00", end="16:00", place="Kreishaus, Saal 1")
    hanne.press("Sitzung planen").sees("1. Sitzung", "Kreishaus, Saal 1")
    here = hanne.page.url.removeprefix(hanne.address)
    hanne.does("Termin ändern", place=PLACE).sees(PLACE)
    for title in ("Begrüßung", "Wartezeiten im Betreuten Wohnen"):
        hanne.does("Punkt aufnehmen", title=title, text="Bericht und Aussprache")
    hanne.does("Punkt aufnehmen", title=INTERNAL, is_internal="on").sees(INTERNAL, "intern")
    hanne.press("Einladung verschicken")
    bettina.go("/gremien/psag-auental/").follow("14:00").sees("Begrüßung")
    bettina.does("Thema vorschlagen", title="Nachtbereitschaft am Wochenende")
    hanne.go(here).sees("Nachtbereitschaft").press("Auf die Tagesordnung")

    # the invitation carries place and agenda, without the internal item
    start_beside(start_relay, start_worker)
    until(lambda: len(postbox.mails) >= 3)
    letter = postbox.mails[0].get_body().get_content()
    assert PLACE in letter
    assert "1. Begrüßung" in letter
    assert INTERNAL not in letter
    assert "LOCATION:Kreishaus" in postbox.calendar_parts()[0].get_content()

    # attendance, a resolution with its votes, a measure, the approved minutes
    an_hour_ago(Meeting, here.strip("/").split("/")[-1])
    hanne.go(here).follow("Anwesenheit")
    everybody_came(hanne)
    hanne.fill(chair="Hanne Brodersen", keeper="Bettina H.").press("Anwesenheit speichern")
    hanne.press("Als durchgeführt eintragen")
    hanne.follow("Ergebnis festhalten", about="Wartezeiten").fill(
        result="Elf von 64 Anfragen warten."
    )
    hanne.press("Ergebnis speichern")
    hanne.follow("Beschluss eintragen", about="Wartezeiten").fill(
        text="Die Koordination legt bis März einen Vorschlag vor.",
        yes="2",
        no="0",
        abstentions="1",
        owner="Hanne Brodersen",
        due_on=day(90),
    ).press("Beschluss eintragen")
    hanne.sees("angenommen", "Enthaltung")
    hanne.does("Maßnahme eintragen", what="Kosten erheben", who="AG Wohnen", due_on=day(30))
    hanne.press("Protokoll genehmigen").press("Veröffentlichen")

    # the worker has printed it; outside, the internal item and the names are missing
    hanne.waits_for_link("Fassung 1 (PDF)").waits_for_link("Öffentliche Fassung 1 (PDF)")
    assert hanne.downloads("Öffentliche Fassung 1 (PDF)").startswith(b"%PDF-1.7")
    miriam = visitor(region.people["miriam"], region.house("sozialdienst"))
    miriam.go(here).sees("Wartezeiten", "angenommen", "nicht Teil der öffentlichen Fassung")
    miriam.does_not_see(INTERNAL, "Bettina Hagedorn")
    miriam.go("/gremien/psag-auental/").sees("Die Koordination legt bis März")

    # whoever has no account reads the public version too
    anyone = visitor().go("/protokolle/").sees("PSAG Auental, 1. Sitzung", "keine Namen")
    assert anyone.downloads("PSAG Auental, 1. Sitzung").startswith(b"%PDF-1.7")

    # the contact list is frozen, numbered, dated and printed; outside it names functions only
    hanne.go("/kontakte/").sees("noch keine Ausgabe", "Miriam Okafor-Lenz")
    hanne.press("Ausgabe veröffentlichen").sees("Kontaktliste, Ausgabe 1", "Stand")
    hanne.sees("Sozialdienst Station 2", "Miriam Okafor-Lenz")
    hanne.waits_for_link("PDF herunterladen")
    assert hanne.downloads("PDF herunterladen").startswith(b"%PDF-1.7")
    assert "Miriam Okafor-Lenz" in hanne.downloads("CSV").decode("utf-8-sig")
    hanne.go("/kontakte/").sees("letzte Ausgabe 1", "Stand")
    public = visitor().go("/kontakte/").sees("Sozialdienst Station 2")
    public.does_not_see("Okafor")
    rows = list(csv.reader(io.StringIO(public.downloads("CSV").decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 25  # one body keeps its contact for members
    assert b"BEGIN:VCARD" in public.downloads("vCard")
