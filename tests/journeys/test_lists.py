"""The coordination brings in a list of others, column by column, and makes one of two doubles."""

import pytest

from network.models import Service

FIRST = (
    "Adressen im Kreis;;;;\n"
    "Stelle;alpha;beta;PLZ;Ort;Kommentar\n"
    "Tagesstätte Haus Erle;Erlenweg 3;0351 4810-188;50931;Köln;klingelt man zweimal\n"
    "Treffpunkt Leuchtfeuer e.V.;{street};{phone};{postcode};{town};\n"
    "Haus Erle e.V.;Erlenweg 3;0351 4810-189;50931;Köln;\n"
    "Haus ohne Nummer;Am Teich;;50931;Köln;\n"
).encode("cp1252")
TWIN = "Treffpunkt Leuchtfeuer e.V."


def list_with_double(service):
    """A list in which one row is an entry that is there already."""
    told = {
        "street": service.street,
        "phone": service.phone_text,
        "postcode": service.postcode,
        "town": service.town,
    }
    return FIRST.decode("cp1252").format(**told).encode("cp1252")


@pytest.mark.shows("network:uploads network:upload-columns network:upload network:service")
def test_the_coordination_brings_in_a_list_and_says_what_its_columns_hold(visitor, region):
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    content = list_with_double(region.service("kontakt-seefurt"))

    hanne.go("/verwaltung/einlesen/").press("Datei ansehen").sees("Datei")
    hanne.attaches("file", "brief.txt", b"nur ein Satz").press("Datei ansehen")
    hanne.sees("keine Tabelle")
    hanne.attaches("file", "adressen.csv", content).fill(source="Adressheft").press("Datei ansehen")

    hanne.sees("Spalten zuordnen", "4 Zeilen", "Erlenweg 3", "klingelt man zweimal")
    hanne.fill(c0="").press("Weiter zum Probelauf").sees("in welcher Spalte der Name steht")
    hanne.fill(c0="name", c1="street", c2="phone").press("Weiter zum Probelauf")
    hanne.sees("Probelauf", "Haus Erle", "vielleicht doppelt mit „Treffpunkt Leuchtfeuer“")
    hanne.sees("1 Nummer")
    assert not Service.objects.filter(name__contains="Erle").exists()

    hanne.follow("geändert").sees("Keine Zeile.").does_not_see("Haus Erle")
    hanne.follow("alle").sees("Haus Erle")
    hanne.press("Liste übernehmen").sees("Die Liste ist übernommen", "Übernommen am")
    hanne.follow("Tagesstätte Haus Erle").sees("Erlenweg 3", "0351 4810-188")

    hanne.go("/verwaltung/einlesen/").sees("Adressheft", "übernommen")
    hanne.attaches("file", "neu.csv", content).fill(source="Adressheft").press("Datei ansehen")
    hanne.press("Weiter zum Probelauf").sees("unverändert 4").press("Verwerfen")
    hanne.sees("Am Verzeichnis hat sich nichts geändert")


@pytest.mark.shows("network:duplicates network:duplicate network:service")
def test_two_entries_that_are_one_are_laid_side_by_side_and_become_one(visitor, region):
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    content = list_with_double(region.service("kontakt-seefurt"))
    hanne.go("/verwaltung/einlesen/").attaches("file", "adressen.csv", content)
    hanne.fill(source="Adressheft").press("Datei ansehen")
    hanne.fill(c0="name", c1="street", c2="phone").press("Weiter zum Probelauf")
    hanne.press("Liste übernehmen")
    twin = Service.objects.get(name=TWIN)

    hanne.go("/verwaltung/einlesen/").follow("Mögliche Dubletten").sees(TWIN, "gleiche Anschrift")
    hanne.follow("Vergleichen", TWIN).sees("pflegt die Einrichtung selbst", "Speicherweg 9, 59121")
    hanne.press("Zusammenführen").sees("Die beiden Einträge sind zusammengeführt")
    hanne.does_not_see(TWIN)

    guest = visitor(java_script_enabled=False)
    guest.go(f"/verzeichnis/{twin.slug}/").sees("Treffpunkt Leuchtfeuer", "Mittagstisch")

    hanne.follow("Vergleichen", "Haus Erle e.V.").sees("Welcher Eintrag bleibt?")
    hanne.page.get_by_role("group", name="Name").get_by_label("Tagesstätte Haus Erle").check()
    hanne.page.get_by_role("group", name="Telefon").get_by_label("0351 4810-189").check()
    hanne.press("Zusammenführen").sees("Keine Dubletten")
    [erle] = Service.objects.published().filter(name__contains="Erle")
    guest.go(f"/verzeichnis/{erle.slug}/").sees("Tagesstätte Haus Erle", "0351 4810-189")
