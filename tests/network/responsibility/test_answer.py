"""One certain office, several, or none: what is said, and never a guess."""

import pytest

from tests.network.responsibility.asking import ask, rule, said

pytestmark = pytest.mark.django_db


def test_several_certain_ones_are_all_there_and_none_is_the_answer(region, town):
    rule(region, "Eins", "Süd")
    rule(region, "Zwei", "Süd", criterion="place_of_event")

    assert said(ask(region, "Süd")) == (False, ["Eins", "Zwei"])
    assert said(ask(region, "Süd", criterion="residence")) == (True, ["Eins"])


def test_words_that_cannot_be_decided_stay_beside_the_certain_answer(region, town):
    rule(region, "Klinik Süd", "Süd")
    rule(region, "Haus am See", "Lindenbrück", condition="nach Maßgabe freier Betten")
    rule(region, "Text", area_text="der südliche Teil von Lindenbrück")

    found = ask(region, "59101")

    clear, names = said(found)
    doubts = {match.rule.office: match.doubts for match in found.answers[0].matches}
    assert not clear
    assert names[0] == "Klinik Süd"
    assert doubts["Haus am See"] == ["nach Maßgabe freier Betten"]
    assert doubts["Text"] == ["Gebiet nur als Text: „der südliche Teil von Lindenbrück“"]


def test_free_choice_is_no_responsibility(region, town):
    rule(region, "Praxis", "Süd", criterion="free_choice")
    rule(region, "Ambulanz", "Süd", criterion="free_choice")

    (answer,) = ask(region, "Süd").answers

    assert answer.chosen_freely
    assert not answer.clear
    assert {match.rule.office for match in answer.choices} == {"Praxis", "Ambulanz"}


def test_only_what_was_asked_for_is_answered(region, town):
    rule(region, "SpDi", "Süd")
    rule(region, "Gericht", "Süd", kind="court")

    assert said(ask(region, "Süd", kind="court")) == (True, ["Gericht"])
    assert len(ask(region, "Süd").answers) == 2


def test_nothing_asked_is_nothing_answered(region, town):
    rule(region, "Alle")

    assert ask(region, "").answers == []
    assert said(ask(region, "Süd")) == (True, ["Alle"])
