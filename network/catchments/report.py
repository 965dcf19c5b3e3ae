"""What became of the rows of a list of areas."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """How many rows became what, and every row that a person should look at."""

    rows: int = 0
    certain: int = 0
    candidates: int = 0
    words: int = 0
    places: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    looks: list[tuple[int, str]] = field(default_factory=list)

    def leave(self, number: int, why: str) -> None:
        """Row ``number`` of the file became no place, for the reason given."""
        self.words += 1
        self.looks.append((number, why))
