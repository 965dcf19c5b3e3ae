"""Plain words beside the columns made for them, and columns that ask the other way round."""

import pytest

from tests.network.lists import read


def told(column, cell, fact):
    (entry,) = read(f"Name;Ort;Tel;{column}\nHaus;Bonn;115;{cell}\n")
    return entry.values.get(fact)


@pytest.mark.parametrize(
    ("column", "cell", "fact", "answer"),
    [
        ("Bemerkung", "Hausbesuche möglich", "outreach", True),
        ("Bemerkung", "ärztliche Verordnung, kommt ins Haus", "outreach", True),
        ("Bemerkung", "Überweisung erforderlich", "without_referral", False),
        ("Hinweise", "vertraulich und auf Wunsch anonym", "anonymous", True),
        ("Zugang", "nicht barrierefrei", "barrier_free", False),
        ("Zugang", "kein Termin nötig", "walk_in", True),
        ("Zielgruppe", "nur Frauen", "women_only", True),
        ("Versicherung erforderlich", "nein", "without_insurance", True),
        ("Krankenversicherung nötig", "ja", "without_insurance", False),
        ("Kinder können mitgebracht werden", "ja", "with_child", True),
        ("Aufnahme von Kindern", "ja", "with_child", True),
        ("kostenfrei (j/n)", "j", "cost", "free"),
        ("Barr.frei", "+", "barrier_free", True),
    ],
)
def test_a_plain_word_is_a_fact(column, cell, fact, answer):
    assert told(column, cell, fact) == answer


@pytest.mark.parametrize(
    ("column", "cell", "fact"),
    [
        ("Bemerkung", "Hausbesuche nach Absprache möglich", "outreach"),
        ("Bemerkung", "barrierefrei, nicht barrierefrei", "barrier_free"),
        ("Zugang", "Nebeneingang barrierefrei", "barrier_free"),
        ("Zielgruppe", "Frauen und Männer", "women_only"),
        ("Versicherung erforderlich", "entfällt", "without_insurance"),
        ("Barr.frei", "(+)", "barrier_free"),
    ],
)
def test_a_word_that_may_mean_more_stays_text(column, cell, fact):
    assert told(column, cell, fact) is None


def test_what_a_column_asks_counts_before_a_remark():
    (entry,) = read("Name;Ort;Tel;Barrierefrei;Hinweis\nA;Bonn;115;nein;barrierefrei\n")

    assert entry.values["barrier_free"] is False


def test_a_no_to_free_of_charge_says_nobody_pays():
    assert told("kostenfrei (j/n)", "n", "cost") == ""


def test_a_language_that_is_asked_for_is_told_by_its_name():
    spoken, not_spoken, unknown = read(
        "Name;Ort;Tel;Gebärdensprache (DGS)\nA;Bonn;115;ja\nB;Bonn;115;nein\nC;Bonn;115;k. A.\n"
    )

    assert spoken.values["languages"] == "Gebärdensprache (DGS)"
    assert (not_spoken.values["languages"], unknown.values["languages"]) == ("", "")
    assert "k. A." in unknown.cells.values()


def test_crosses_under_an_illness_say_for_whom():
    (entry,) = read("Name;Ort;Tel;psych. Erkrankung;Sucht;Doppeldiagnose\nA;Bonn;115;x;-;X\n")

    assert entry.values["target_groups"] == "psych. Erkrankung, Doppeldiagnose"


def test_hours_beside_a_break_are_not_read():
    broken, whole = read(
        "Name;Ort;Tel;Öffnungszeiten;Mittagspause\nA;Bonn;115;Mo-Fr 8-18 Uhr;12-13 Uhr\n"
        "B;Bonn;115;Mo-Fr 8-18 Uhr;keine\n"
    )

    assert not broken.hours.spans
    assert "Mittagspause: 12-13 Uhr" in str(broken.values["hours_text"])
    assert broken.reasons
    assert whole.hours.spans


@pytest.mark.parametrize(
    ("told_kind", "name", "kind"),
    [
        ("Klinik", "Psychiatrische Notaufnahme", "emergency"),
        ("Allgemeinpsychiatrie", "Institutsambulanz", "pia"),
        ("Gerontopsychiatrie", "Tagesklinik am See", "day_clinic"),
        ("Klinik", "Station 3", "clinic"),
        ("Klinik", "Klinik für Psychiatrie (mit Tagesklinik und PIA)", "clinic"),
        ("Klinik", "Klinikum Nord mit Rettungsstelle", "clinic"),
        ("Klinik", "Klinikum Nord inkl. Tagesklinik", "clinic"),
        ("Klinik", "Tagesklinik Nord mit PIA", "day_clinic"),
        ("Klinik", "Rettungsstelle am Klinikum Nord", "emergency"),
        ("Übernachtung", "Pik As", "shelter"),
        ("", "Tageszentrum Oase", "day_centre"),
        ("", "Psychosoziales Gemeindezentrum", "spz"),
        ("", "Durchblick, Psychiatriebetroffeneninitiative", "self_help"),
    ],
)
def test_the_kind_that_says_more_counts(told_kind, name, kind):
    (entry,) = read(f"Art;Name;Ort;Tel\n{told_kind};{name};Bonn;115\n")

    assert entry.values["type"] == kind


def test_a_court_is_not_called_like_a_person_and_a_person_is():
    court, person = read(
        "Name;Ort;Tel\nBetreuungsgericht, Amtsgericht Leipzig;Leipzig;115\n"
        "Neuhaus, Eva;Leipzig;115\n"
    )

    assert (court.values["state"], person.values["state"]) == ("published", "in_review")


def test_a_mail_hidden_from_machines_is_a_mail():
    (entry,) = read("Name;Ort;Mail\nA;Bonn;mut [at] example [dot] org\n")

    assert entry.values["email"] == "mut@example.org"


def test_town_and_postcode_under_post_town_and_a_place_to_meet():
    (post,) = read("Bezeichnung;Zustelladresse;Postort;Tel\nA;Weg 5;84489 Burghausen;115\n")
    (met,) = read('Gruppe;Treffpunkt;Tel\nA;"Weg 4, 50676 Köln";115\n')

    assert (post.values["street"], post.values["town"]) == ("Weg 5", "Burghausen")
    assert (met.values["street"], met.values["postcode"]) == ("Weg 4", "50676")
