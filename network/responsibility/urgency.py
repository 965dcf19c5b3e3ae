"""Which kind of help is needed first when nobody can wait; the answers stand in this order."""

FIRST = (
    "crisis",  # comes or talks at once, day and night
    "emergency",  # the door that is open when somebody is in danger
    "clinic",  # takes in when the emergency room cannot send home
    "spdi",  # may go there and knows many of the people
    "authority",  # decides on the spot against somebody's will
    "court",  # decides after that, within a day
    "pia",  # treats from the next working day on
)
"""Every other kind can wait until the morning and follows by its name."""


def urgency(kind: str) -> int:
    """The place of ``kind``, 0 the most urgent."""
    return FIRST.index(kind) if kind in FIRST else len(FIRST)
