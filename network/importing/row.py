"""A row of a table asked by what its columns hold."""

from collections.abc import Mapping, Sequence

from network.importing.fields import Field

_NOTHING = frozenset(("null", "\\n", "nan", "#nv", "#n/a", "n/a", "#wert!", "#bezug!", "#ref!"))
"""What programs write into an empty cell; it stays in the row that is kept."""


def says_something(cell: str) -> bool:
    """Whether somebody wrote into the cell, and not only a program."""
    return bool(cell) and cell.casefold() not in _NOTHING


class Row:
    """The cells of one row, and where which field stands."""

    def __init__(
        self, columns: Sequence[str], places: Mapping[Field, Sequence[int]], cells: Sequence[str]
    ) -> None:
        self.columns, self.places, self.cells = columns, places, cells

    def filled(self) -> dict[str, str]:
        """Every cell that says something, by the name of its column."""
        return {name: cell for name, cell in zip(self.columns, self.cells, strict=True) if cell}

    def every(self, field: Field) -> list[tuple[str, str]]:
        """Column name and text of each column of ``field``, the empty ones too."""
        return [(self.columns[each], self.cells[each]) for each in self.places.get(field, [])]

    def named(self, field: Field) -> list[tuple[str, str]]:
        """Column name and text of each filled column of ``field``."""
        return [(name, text) for name, text in self.every(field) if says_something(text)]

    def text(self, field: Field, between: str = "; ") -> str:
        """The different texts of ``field`` in the order of their columns."""
        return between.join(dict.fromkeys(text for _name, text in self.named(field)))

    def first(self, field: Field) -> str:
        """The text of the first filled column of ``field``."""
        return next((text for _name, text in self.named(field)), "")

    def unread(self) -> list[tuple[str, str]]:
        """Columns that hold no field."""
        known = {place for places in self.places.values() for place in places}
        return [
            (name, cell)
            for place, (name, cell) in enumerate(zip(self.columns, self.cells, strict=True))
            if cell and place not in known
        ]
