"""What a search makes of German words."""

import pytest

from network.search.document import vector, vocabulary
from network.search.meanings import shipped
from network.search.query import understand
from network.search.text import parts, stem, stems
from network.search.typos import closest, deletions


def nothing_wrong(asked):
    return {}, shipped()


@pytest.mark.parametrize(
    "same",
    [
        ("Häuser", "Haeuser", "Haus", "HÄUSER"),
        ("Größe", "Groesse", "grosse"),
        ("Tagesstätte", "Tagesstaette", "Tagesstatten", "tagesstätten"),
        ("türkisch", "tuerkisch", "turkisch"),
        ("Beratung", "Beratungen", "beraten"),
    ],
)
def test_spellings_and_inflections_share_a_stem(same):
    assert len({stem(word) for word in same}) == 1


def test_a_decomposed_umlaut_is_the_same_letter():
    assert stems("Sta\u0308tte") == stems("Stätte")


def test_a_compound_is_found_by_its_parts():
    assert parts("Suchtberatungsstelle") == ["sucht", "beratungsstelle"] or "sucht" in stems(
        "Suchtberatungsstelle"
    )
    assert stem("Wohnen") not in stems("Gewohnheit")


def test_gendered_endings_are_one_word_with_the_plain_one():
    assert stems("Mitarbeiter:innen") == stems("Mitarbeiter*innen") == stems("Mitarbeiterinnen")


def test_a_vector_holds_letters_digits_and_weights_only():
    text = vector([("A", "O'Neill & \\ Söhne"), ("D", "'); DROP")])

    assert "'son':" in text or "'sohn" in text
    assert all(mark not in text for mark in ("\\", "&", ";", "("))


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\0", "%_", "();&|!:*", "der die das", "\u200b", "кризис", "أزمة", "ı", "危機"],
)
def test_a_text_without_a_word_asks_nothing(text):
    assert understand(text, nothing_wrong) is None


def test_a_word_of_other_letters_is_left_out_beside_one_we_know():
    asked = understand("кризис Krise", nothing_wrong)

    assert asked is not None
    assert asked == understand("Krise", nothing_wrong)


@pytest.mark.parametrize("text", ["a' | 'b", "x:*", "'); DROP TABLE network_service; --", "\\'"])
def test_operators_in_the_text_never_reach_the_index(text):
    question = understand(text, nothing_wrong)

    assert question is None or set(question.some) <= set(
        "abcdefghijklmnopqrstuvwxyz0123456789 |&():*"
    )


def test_ten_thousand_letters_ask_for_at_most_twelve_words():
    question = understand("wohnen krise " * 1000, nothing_wrong)

    assert question is not None
    assert len(question.some) < 2000


def test_an_abbreviation_asks_for_its_long_form():
    question = understand("SpDi", nothing_wrong)

    assert question is not None
    assert "sozialpsychiatr & dien" in question.every


def test_everyday_words_lead_to_the_words_of_the_field():
    question = understand("Wo kann ich nachts reden?", nothing_wrong)

    assert question is not None
    assert "krisendien" in question.every


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("beratnug", "beratung"),
        ("suchtberatug", "suchtberatung"),
        ("krisendeinst", "krisendienst"),
        ("wohnnen", "wohnen"),
        ("tagestatte", "tagesstatte"),
    ],
)
def test_a_typing_error_is_close_to_what_was_meant(typed, meant):
    known = vocabulary(["Beratung Suchtberatung Krisendienst Wohnen Tagesstätte Klinik Gruppe"])

    assert deletions(typed) & deletions(meant)
    assert closest(typed, known)[0] == meant


def test_short_words_are_taken_as_typed():
    assert closest("pia", {"tia", "pai"}) == []
