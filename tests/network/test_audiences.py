"""For whom an entry is, read out of its own words."""

import pytest

from network.audiences import audiences


@pytest.mark.parametrize(
    "text",
    ["Menschen im Alter", "alte Menschen", "Seniorinnen", "ab 65 Jahren", "Alterspsychiatrie"],
)
def test_words_for_old_people(text):
    assert "old" in audiences(text)


@pytest.mark.parametrize(
    "text", ["alternative Wohnformen", "Kinder im Alter von 6 bis 12", "Altersgruppe: alle"]
)
def test_words_that_only_sound_like_it(text):
    assert "old" not in audiences(text)
