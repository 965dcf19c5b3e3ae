"""What a list tells of all its rows by its titles and the names of its columns."""

import re
from collections.abc import Iterable, Mapping, Sequence

from network.importing.columns import plain_words
from network.importing.fields import Field
from network.importing.kinds import OTHER, kind_of_list, shelters_women
from network.importing.table import SHEET, Table

_TELLING_HEADS = (Field.NAME, Field.NAMED_ADDRESS, Field.ADDRESS, Field.ORGANISATION)
"""Columns whose name may tell what all rows are: "Sozialpsychiatrischer Dienst, Anschrift"."""

_MEETING = re.compile(r"treff|veranstaltung", re.IGNORECASE)
"""Where a group meets says nothing about what it is."""


_GROUP = re.compile(r"gruppen ?name|name der gruppe|gruppen ?treffen")


class OfList:
    """What the titles above some rows and the telling columns of the table say of them."""

    def __init__(
        self, titles: Sequence[str], heads: Mapping[int, str], groups: Sequence[str] = ()
    ) -> None:
        is_silent = kind_of_list(titles, heads.values()) == OTHER
        titles = [*titles, *groups] if is_silent else titles
        self.titles, self.heads = titles, heads
        self.kind = kind_of_list(titles, heads.values())
        self.of_refuges = shelters_women(self.kind, *titles, *heads.values())

    def kind_by(self, cells: Sequence[str]) -> str:
        """The type by the titles and by the columns that the row fills: a sheet tells its own."""
        if self.kind == OTHER:
            return OTHER
        return kind_of_list(self.titles, [n for p, n in self.heads.items() if cells[p]])

    def hides(self, kind: str, has_kind: bool, texts: Iterable[str]) -> bool:
        """By the words of the row, or of the whole list where the row says nothing else."""
        is_other = has_kind and kind != "shelter"
        by_list = shelters_women(self.kind) or (self.of_refuges and not is_other)
        return by_list or shelters_women(kind, *texts)


def _tells_groups(columns: Sequence[str]) -> bool:
    """Whether every row is a group that meets somewhere."""
    named = any(map(_GROUP.fullmatch, columns))
    return named and any("treff" in column for column in columns)


class Lists:
    """A table as the list that it is, or as one list for each of the sheets it came from."""

    def __init__(self, table: Table, source: str, places: Mapping[Field, Sequence[int]]) -> None:
        told = {n for each in _TELLING_HEADS for n in places.get(each, [])}
        heads = {
            place: name
            for place, name in enumerate(table.columns)
            if place in told and not _MEETING.match(name)
        }
        name = source.replace("_", " ")
        words = [plain_words(column) for column in table.columns]
        groups = ["Selbsthilfegruppen"] if _tells_groups(words) else []
        self.whole = OfList([*table.titles, name], heads, groups)
        self.sheets = {
            sheet: OfList([*titles, name], heads, groups) for sheet, titles in table.sheets.items()
        }
        self.place = table.columns.index(SHEET) if self.sheets else -1

    def of(self, cells: Sequence[str]) -> OfList:
        """What is told of this row: the title of another sheet says nothing of it."""
        return self.sheets.get(cells[self.place], self.whole) if self.sheets else self.whole
