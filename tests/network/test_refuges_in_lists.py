"""A refuge in a foreign list: known by more words, and no remark says where it is."""

import pytest

from tests.network.lists import public, read


@pytest.mark.parametrize(
    "name", ["Schutzhaus für Frauen", "Schutzeinrichtung Mond", "Schutzunterkunft", "Schutzhäuser"]
)
def test_a_house_of_protection_is_a_refuge(name):
    (entry,) = read(f"Name;Adresse;Telefon\n{name};Weg 3, 50823 Köln;0221 4710-323\n")

    assert entry.values["address_public"] is False


def test_rooms_for_women_who_flee_from_violence_are_a_refuge():
    flat, club = read(
        "Name;Ort;Telefon;Beschreibung\nKrisenwohnung für Frauen;Köln;115;bei häuslicher Gewalt\n"
        "Treff für Frauen;Köln;115;auch bei Gewalt\n"
    )

    assert (flat.values["address_public"], club.values["address_public"]) == (False, True)


def test_a_house_for_girls_has_its_type():
    (entry,) = read("Name;Ort;Telefon\nMädchenzuflucht;Köln;0221 4710-322\n")

    assert entry.values["type"] == "womens_shelter"


@pytest.mark.parametrize(
    "told",
    [
        "Eingang über den Hof Geheimgasse 8a",
        "in der Geheimgasse",
        "Bus 141, Haltestelle Rathaus",
        "gegenüber der Schule",
        "Besuch: Hofstr. 7",
    ],
)
@pytest.mark.parametrize("column", ["Hinweise", "Beschreibung", "Zugang", "Öffnungszeiten"])
def test_no_remark_leads_to_a_refuge(column, told):
    (entry,) = read(
        f"Name;Adresse;Telefon;{column}\nFrauenhaus;Geheimgasse 8, 50733 Köln;115;{told}\n"
    )

    assert told not in public(entry)
    assert told in str(entry.values["internal_remark"])


def test_what_says_nothing_of_the_place_stays_public():
    (entry,) = read(
        "Name;Adresse;Telefon;Hinweise\n"
        "Frauenhaus;Geheimgasse 8, 50733 Köln;115;für Frauen mit Kindern\n"
    )

    assert "für Frauen mit Kindern" in public(entry)


def test_another_house_may_say_how_to_get_there():
    (entry,) = read(
        "Name;Adresse;Telefon;Hinweise\nTreff;Hofgasse 8, 50733 Köln;115;Eingang im Hof\n"
    )

    assert "Eingang im Hof" in public(entry)


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("Anschrift", "Ahornweg 4, 50735 Köln"),
        ("Bemerkung", "Frau Beispiel, Geheimgasse 8"),
        ("Öffnungszeiten", "vormittags am Eingang Geheimgasse"),
    ],
)
def test_no_reason_quotes_where_a_refuge_is(column, told):
    head = f"Name;Straße;PLZ;Ort;Telefon;{column}\n"
    (hidden,) = read(f"{head}Frauenhaus;Geheimgasse 8;50733;Köln;115;{told}\n")
    (shown,) = read(f"{head}Tagesstätte;Geheimgasse 8;50733;Köln;115;{told}\n")

    assert told in str(shown.reasons)
    assert told not in str([*hidden.reasons, *hidden.notes])
    assert len(hidden.reasons) > 1
    assert told in str(hidden.values["internal_remark"])
