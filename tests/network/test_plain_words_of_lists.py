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
        ("Zugang", "kein Termin nötig, barrierefrei", "walk_in", True),
        ("Zugang", "Leider nicht anonym. Barrierefrei", "barrier_free", True),
        ("Zugang", '"Leider nicht anonym\nBarrierefrei"', "barrier_free", True),
        ("Zielgruppe", "nur Frauen", "women_only", True),
        ("Zielgruppe", "ausschließlich Frauen", "women_only", True),
        ("Bemerkung", "Barrierefrei. Nur für Frauen", "women_only", True),
        ("Bemerkung", '"Barrierefrei; nur Frauen"', "barrier_free", True),
        ("Überweisung nötig", "x", "without_referral", False),
        ("Keine Überweisung nötig", "x", "without_referral", True),
        ("Keine Überweisung nötig", "nein", "without_referral", False),
        ("Überweisung nicht nötig", "x", "without_referral", True),
        ("Keine Versicherung nötig", "x", "without_insurance", True),
        ("Keine Krankenversicherung erforderlich", "nein", "without_insurance", False),
        ("Kein Termin erforderlich", "x", "walk_in", True),
        ("Keine Anmeldung nötig", "nein", "walk_in", False),
        ("Termin erforderlich", "x", "by_appointment", True),
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
        ("Zugang", "Keine Anmeldung und Überweisung erforderlich", "without_referral"),
        ("Zugang", "Leider nicht anonym und barrierefrei", "barrier_free"),
        ("Bemerkung", "Hausbesuche und Begleitung leider nicht möglich", "outreach"),
        ("Bemerkung", "Mo offen, Do 14-16 Uhr, nur Frauen", "women_only"),
        ("Zugang", "außer im Altbau, barrierefrei", "barrier_free"),
        ("Bemerkung", "nur Do., nur Frauen", "women_only"),
        ("Bemerkung", "18.30 Uhr, nur Frauen", "women_only"),
        ("Bemerkung", '"Do 14-16 Uhr; nur Frauen"', "women_only"),
        ("Bemerkung", "Donnerstags Frühstück. Nur für Frauen", "women_only"),
        ("Bemerkung", '"Do 14-16 Uhr\nNur Frauen"', "women_only"),
        ("Bemerkung", '"Hausbesuche\nleider nicht möglich"', "outreach"),
        ("Kein Termin erforderlich", "x", "by_appointment"),
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


@pytest.mark.parametrize(
    ("column", "whom"),
    [
        ("Suchtberatung", ""),
        ("Angstambulanz", ""),
        ("Demenzberatung", ""),
        ("Suchterkrankungen", "Suchterkrankungen"),
        ("Suchtkranke", "Suchtkranke"),
        ("Suchtmittelkonsum", "Suchtmittelkonsum"),
        ("Angststörungen", "Angststörungen"),
        ("Demenzkranke", "Demenzkranke"),
    ],
)
def test_a_cross_under_a_service_does_not_say_for_whom(column, whom):
    assert told(column, "x", "target_groups") == whom


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
