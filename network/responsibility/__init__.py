"""Who is responsible where, for what and when, and why."""

from network.responsibility.answers import Answer, Match, Resolution, resolve
from network.responsibility.ground import Fit, Ground, ground_of
from network.responsibility.houses import houses_of
from network.responsibility.place import Place, read_place
from network.responsibility.question import Question, in_office_hours

__all__ = [
    "Answer",
    "Fit",
    "Ground",
    "Match",
    "Place",
    "Question",
    "Resolution",
    "ground_of",
    "houses_of",
    "in_office_hours",
    "read_place",
    "resolve",
]
