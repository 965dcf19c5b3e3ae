"""Names of people beside numbers, in mailboxes, streets and remarks stay with the network."""

import pytest

from tests.network.lists import dialled, public, read

HEAD = "Einrichtung;Kontakt;Adresse;Hinweis"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nTreff;M. Musterfrau: 030 23125-340;;\nHof;Tel. 030 23125-341;;\n",
        f"{HEAD}\nTreff;Ansprechpartnerin: Eva Musterfrau Tel.: 030 23125-340;;\n"
        "Hof;Tel. 030 23125-341;;\n",
        "Einrichtung;Telefon\nTreff;030 23125-340 (Musterfrau)\n",
        "Einrichtung;Telefon\nTreff;030 23125-340 (Schulze-Musterfrau)\n",
        "Einrichtung;Kontakt 1 Name;Kontakt 1 Tel\nTreff;Eva Musterfrau;030 23125-340\n",
        "Einrichtung;Adresse;Telefon\nTreff;bei Eva Musterfrau, Weg 2, 10115 Berlin;115\n",
        "Einrichtung;Adresse;Telefon\nTreff;c/o Familie Musterfrau, Weg 2, 10115 Berlin;115\n",
        "Einrichtung;Telefon;Hinweis\nTreff;115;Anmeldung bei Eheleute Musterfrau\n",
        "Einrichtung;Telefon;Hinweis\nTreff;115;Anmeldung: Fam. Musterfrau\n",
        "Einrichtung;Telefon;Hinweis\nTreff;115;Ansprechpartner ist Max Musterfrau\n",
        "Einrichtung;Telefon;Hinweis\nTreff;115;Leitung: Max Musterfrau, Dipl.-Psych.\n",
    ],
)
def test_who_answers_stays_with_the_network(text):
    entry = read(text)[0]

    assert "Musterfrau" not in public(entry)
    assert "Musterfrau" in str(entry.values["internal_remark"])
    assert dialled(entry)


@pytest.mark.parametrize("name", ["Schulze", "Hausmann", "Kirchner", "Pfleger", "Kreuzer"])
def test_a_name_that_sounds_like_a_house_is_a_name(name):
    (entry,) = read(
        "Einrichtung;Adresse;Telefon;Hinweis\n"
        f"Treff;bei Eva {name}, Weg 2, 10115 Berlin;030 23125-344 ({name});Leitung: Eva {name}\n"
    )

    assert name not in public(entry)


def test_a_street_stays_when_the_host_is_left_out():
    (entry,) = read("Einrichtung;Adresse\nTreff;c/o Familie Muster, Weg 2, 10115 Berlin\n")

    assert entry.values["street"] == "Weg 2"
    assert any("Person" in reason for reason in entry.reasons)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Adresse", "c/o Nachbarschaftshaus Nord, Weg 2, 10115 Berlin"),
        ("Adresse", "Bei der Christuskirche 2, 10115 Berlin"),
        ("Hinweis", "Leitung: Psychiatrische Klinik Nord"),
        ("Hinweis", "Beratung für Familie und Beruf"),
        ("Hinweis", "Anleitung: Bitte Klingeln"),
        ("Hinweis", "Leitung: Rotes Kreuz"),
        ("Telefon", "030 23125-342 (Sekretariat)"),
        ("Telefon", "030 23125-342 (AB, Verw.)"),
        ("Telefon", "030 23125-342 (Vorm. App. 12)"),
        ("Telefon", "030 23125-342 (nur WhatsApp)"),
        ("Telefon", "Wohngruppe Nord: 030 23125-342 (24 Std.)"),
    ],
)
def test_houses_and_offices_are_nobody(column, cell):
    (entry,) = read(f"Einrichtung;{column}\nTreff;{cell}\n")

    texts = public(entry)
    assert all(word.strip("(),:") in texts for word in cell.split())


@pytest.mark.parametrize(
    ("column", "contact", "mail"),
    [
        ("Ansprechperson", "Eva Muster", "eva@example.org"),
        ("Ansprechperson", "", "frau.muster@example.org"),
        ("Kontaktdaten", "Frau Eva Muster, Tel. 030 23125-343", "eva.muster@example.org"),
        ("Kontaktdaten", "Eva Muster, Tel. 030 23125-343", "e.muster@example.org"),
    ],
)
def test_the_mailbox_of_somebody_named_stays_with_the_network(column, contact, mail):
    (entry,) = read(f"Einrichtung;{column};E-Mail\nTreff;{contact};{mail}\n")

    assert entry.values["email"] == ""
    assert mail in str(entry.values["internal_remark"])


@pytest.mark.parametrize(
    ("contact", "mail"),
    [
        ("Team Nord", "team@example.org"),
        ("über KISS", "kiss@example.org"),
        ("", "frau@example.org"),
    ],
)
def test_a_mailbox_of_all_is_shown(contact, mail):
    (entry,) = read(f"Einrichtung;Ansprechperson;E-Mail\nTreff;{contact};{mail}\n")

    assert entry.values["email"] == mail
