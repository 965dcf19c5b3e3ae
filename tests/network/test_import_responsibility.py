"""Lists of areas become rules, postcodes or words; none is lost, none is guessed."""

import datetime as dt
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from network.models import Area, ResponsibilityRule
from network.responsibility import Question, ground_of, read_place, resolve
from tests.factories import RegionFactory, ServiceFactory

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)
REAL = os.environ.get("GPV_REAL_DATA", "")
TEXTS = """art;einrichtung;telefon;einzugsgebiet;stand;quell_id
SpD;SpD Mitte;030 23125-100;Mitte und Tiergarten;2026;1
SpD;SpD Wedding;030 23125-101;Wedding;2026;2
SpD;SpD Pankow;030 23125-102;Pankow;2026;3
Rettungsstelle;Haus West;030 23125-103;Wilmersdorf und dem südlichen Teil Charlottenburgs;2026;4
Rettungsstelle;Haus Mitte;030 23125-104;Bezirk Mitte (nach Maßgabe freier Betten);2026;5
Rettungsstelle;Haus Ost;030 23125-105;Lichtenberg-Hohenschönhausen;2026;6
Krisendienst;Dienst Kiez;030 23125-106;rund um den Kiez;ca. 2003;7
"""
SHARES = """PLZ,Bezirk,Anteil
10115,Mitte,1.0
10119,Mitte,0.797
10119,Pankow,0.203
13187,Pankow,0.998
"""
OFFICES = """code,name,abteilung,telefon,suchtext
1,Kreis Eins,Gesundheit,030 23125-201,21039
1,Kreis Eins,Gesundheit,030 23125-201,21465
2,Kreis Zwei,Gesundheit,030 23125-202,21039
2,Kreis Zwei,Gesundheit,030 23125-202,Eidelstedt OT 0320
3,Kreis Drei,Gesundheit,030 23125-203,
"""
PLACES = """ags,ort,plz,landkreis,bundesland
08335001,Aach,78267,Landkreis Konstanz,Baden-Württemberg
08335002,Engen,78234,Landkreis Konstanz,Baden-Württemberg
08335002,Engen,78267,Landkreis Konstanz,Baden-Württemberg
08327001,Bach,78234,Landkreis Tuttlingen,Baden-Württemberg
05315000,Köln,50667,,Nordrhein-Westfalen
"""


@pytest.fixture
def berlin():
    return RegionFactory(name="Berlin", slug="berlin", land="BE")


@pytest.fixture
def bring(tmp_path):
    def bring_in(text, *options, encoding="utf-8-sig"):
        path = tmp_path / "liste.csv"
        path.write_bytes(text.encode(encoding))
        said = StringIO()
        call_command("import_responsibility", path, *options, stdout=said)
        return said.getvalue()

    return bring_in


def ask(region, text, kind):
    ground = ground_of(Area.objects.published(region))
    question = Question(read_place(text, ground.known), NOON, kind)
    answers = resolve(question, region, ground, ResponsibilityRule.objects.published(), {}).answers
    return [(each.clear, {match.rule.who for match in each.matches}) for each in answers]


def test_texts_become_rules_candidates_or_stay_words(berlin, bring):
    said = bring(TEXTS)

    assert (
        "7 Zeilen: 4 sicher, 2 nur mögliche Stellen, 0 Orte und Postleitzahlen, 1 nur Text." in said
    )
    assert "8  bleibt Text: „rund um den Kiez“" in said
    assert ResponsibilityRule.objects.count() == 10
    assert not ResponsibilityRule.objects.filter(area_text="").exists()


@pytest.mark.parametrize(
    ("place", "kind", "expected"),
    [
        ("Tiergarten", "spdi", [(True, {"SpD Mitte"})]),
        ("Wedding", "spdi", [(True, {"SpD Wedding"})]),
        ("13187", "spdi", [(True, {"SpD Pankow"})]),
        ("10115", "spdi", [(False, {"SpD Mitte", "SpD Wedding"})]),
        ("10119", "spdi", [(False, {"SpD Mitte", "SpD Wedding", "SpD Pankow"})]),
        ("Wilmersdorf", "emergency", [(True, {"Haus West"})]),
        ("Charlottenburg", "emergency", [(False, {"Haus West"})]),
        ("Wedding", "emergency", [(False, {"Haus Mitte"})]),
        ("Hohenschönhausen", "emergency", [(True, {"Haus Ost"})]),
        ("Spandau", "crisis", [(False, {"Dienst Kiez"})]),
        ("Spandau", "spdi", []),
    ],
)
def test_the_hard_words_of_a_list_are_never_guessed(berlin, bring, place, kind, expected):
    bring(SHARES)
    bring(TEXTS)

    assert ask(berlin, place, kind) == expected


def test_twice_changes_nothing(berlin, bring):
    for text in (SHARES, TEXTS, OFFICES, PLACES):
        bring(text)
        before = [
            list(model.objects.order_by("pk").values()) for model in (Area, ResponsibilityRule)
        ]

        said = bring(text)

        after = [
            list(model.objects.order_by("pk").values()) for model in (Area, ResponsibilityRule)
        ]
        assert "Gebiete: 0 neu, 0 geändert. Regeln: 0 neu, 0 geändert" in said
        assert before == after


def test_a_changed_line_changes_its_rule_and_a_dry_run_nothing(berlin, bring):
    bring(TEXTS)
    changed = TEXTS.replace("23125-102", "23125-999")

    assert "1 geändert, 9 unverändert" in bring(changed, "--dry-run")
    assert not ResponsibilityRule.objects.filter(phone="030 23125-999").exists()
    assert "1 geändert, 9 unverändert" in bring(changed)
    assert ResponsibilityRule.objects.get(phone="030 23125-999").version == 2


def test_an_entry_of_the_same_name_is_the_one_meant(berlin, bring):
    service = ServiceFactory(region=berlin, name="SpD Pankow", slug="spd-pankow", facility=None)

    bring(TEXTS)

    rule = ResponsibilityRule.objects.get(service=service)
    assert (rule.who, rule.office, rule.phone) == ("SpD Pankow", "", "")


def test_offices_share_a_postcode_and_are_found_by_names(berlin, bring):
    said = bring(OFFICES)

    assert (
        "5 Zeilen: 1 sicher, 2 nur mögliche Stellen, 1 Orte und Postleitzahlen, 1 nur Text." in said
    )
    assert ask(berlin, "21465", "health_office") == [(True, {"Kreis Eins, Gesundheit"})]
    assert ask(berlin, "21039", "health_office") == [
        (False, {"Kreis Eins, Gesundheit", "Kreis Zwei, Gesundheit"})
    ]
    assert ask(berlin, "Eidelstedt", "health_office") == [(True, {"Kreis Zwei, Gesundheit"})]
    assert ask(berlin, "Drei", "health_office") == [(True, {"Kreis Drei, Gesundheit"})]


def test_places_know_their_kreis_and_which_postcodes_cross_a_border(bring):
    region = RegionFactory(land="BW")

    bring(PLACES, "--only", "Landkreis Konstanz", encoding="cp1252")

    areas = {area.name: area for area in Area.objects.filter(region=region)}
    assert set(areas) == {"Baden-Württemberg", "Landkreis Konstanz", "Aach", "Engen"}
    assert areas["Engen"].parent == areas["Landkreis Konstanz"]
    assert set(areas["Engen"].split_postcodes) == {"78234", "78267"}
    assert set(areas["Landkreis Konstanz"].split_postcodes) == {"78234"}
    assert areas["Baden-Württemberg"].split_postcodes == {}


def test_a_row_without_a_postcode_is_told_in_its_own_words(berlin, bring):
    said = bring("PLZ,Bezirk,Anteil\n10115,Mitte,1.0\n1011,Pankow,0.5\n")

    assert "     3  keine Postleitzahl oder kein Bezirk: 1011, Pankow, 0.5\n" in said
    assert "1 nur Text" in said


def test_a_town_that_is_its_own_kreis_is_one_area(bring):
    RegionFactory()

    bring(PLACES)

    assert Area.objects.get(name="Köln").level == "district"


def test_a_file_without_areas_is_refused_with_a_sentence(berlin, bring):
    with pytest.raises(CommandError, match="Keine Liste von Gebieten"):
        bring("name;telefon\nA;1\n")


@pytest.mark.skipif(not REAL, reason="the collected lists are not here")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "berlin_plz_bezirk_flaechenanteil",
            "267 Zeilen: 0 sicher, 0 nur mögliche Stellen, 267 Orte",
        ),
        (
            "berlin_einzugsgebiete_psychiatrie",
            "40 Zeilen: 38 sicher, 2 nur mögliche Stellen, 0 Orte",
        ),
        (
            "rki_gesundheitsamt_zustaendigkeit",
            "7632 Zeilen: 6894 sicher, 492 nur mögliche Stellen, 229 Orte und ",
        ),
        ("osm_plz_ort_kreis", "12854 Zeilen: 0 sicher, 0 nur mögliche Stellen, 12854 Orte"),
    ],
)
def test_the_real_lists_come_in_without_a_lost_row_and_twice(berlin, name, expected):
    path = Path(REAL, "geo", f"{name}.csv")
    first, second = StringIO(), StringIO()

    call_command("import_responsibility", path, stdout=first)
    call_command("import_responsibility", path, stdout=second)

    assert expected in first.getvalue()
    assert "Gebiete: 0 neu, 0 geändert. Regeln: 0 neu, 0 geändert" in second.getvalue()
