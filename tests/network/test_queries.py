"""What people type, row by row, and the entry that stands among the first five."""

import csv
from pathlib import Path

import pytest

from network.directory import Ask, page_of, search
from network.models import Service
from tests.network.whole_lists import auental, berlin, real_lists

QUERIES = Path(__file__).with_name("queries")
SHARE = 0.95
FIRST = 5


def table(name):
    with (QUERIES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def first(region, typed):
    return page_of(search(region, Ask(text=typed)))[:FIRST]


@pytest.fixture
def demo(db):
    return auental()


def test_everyday_words_find_their_entry_in_the_demo_region(demo):
    rows = table("demo.csv")

    missed = []
    for row in rows:
        found = [each.source_id for each in first(demo, row["typed"])]
        if row["entry"] not in found:
            missed.append((row["typed"], row["entry"], found))

    assert len(rows) >= 80
    assert {row["entry"] for row in rows} <= set(
        Service.objects.values_list("source_id", flat=True)
    )
    assert 1 - len(missed) / len(rows) >= SHARE, "\n".join(map(str, missed))


@real_lists
def test_everyday_words_find_their_row_of_a_real_list(db):
    region, report = berlin()
    row_of = {line.slug: number for number, line in enumerate(report.lines, start=1)}
    rows = table("berlin.csv")

    missed = []
    for row in rows:
        found = [row_of[each.slug] for each in first(region, row["typed"])]
        if not {int(each) for each in row["rows"].split(",")} & set(found):
            missed.append((row["typed"], row["rows"], found))

    assert len(rows) >= 80
    assert 1 - len(missed) / len(rows) >= SHARE, "\n".join(map(str, missed))
