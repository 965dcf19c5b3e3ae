"""Typing errors: two words are close when both lose a letter or two and become the same."""

from itertools import combinations

PREFIX = 7
"""Only the first letters of a word are varied; errors behind them cost nothing to find."""

MIN_LENGTH = 4
"""Shorter words are taken as typed: everything is close to everything there."""


def allowed_errors(word: str) -> int:
    """How many typing errors ``word`` may hold: one, two in a long word, none in a short one.

    A number holds none: each digit wrong is another place.
    """
    if len(word) < MIN_LENGTH or word.isdigit():
        return 0
    return 1 if len(word) < 8 else 2


def deletions(word: str) -> set[str]:
    """``word`` with up to its allowed number of letters left out, itself included."""
    head = word[:PREFIX]
    found = {head}
    for count in range(1, allowed_errors(word) + 1):
        for gaps in combinations(range(len(head)), count):
            found.add("".join(letter for place, letter in enumerate(head) if place not in gaps))
    return found


def distance(left: str, right: str, limit: int) -> int:
    """Letters wrong, missing, extra or swapped with their neighbour; ``limit + 1`` when more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        row, before, last = [i], row, before
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def closest(word: str, candidates: set[str], *, at_most: int = 4) -> list[str]:
    """The candidates nearest to ``word`` within its allowed errors, best first."""
    limit = allowed_errors(word)
    measured = ((distance(word, each, limit), each) for each in candidates)
    return [each for far, each in sorted(measured) if far <= limit][:at_most]
