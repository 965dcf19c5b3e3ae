"""The planted faults still fit the code, serve every row, and stand in the documentation.

Planting them takes too long for every run: ``python -m tests.planted_faults``.
"""

import ast
from pathlib import Path

import pytest

from tests.planted import FAULTS, ROWS, table

ROOT = Path(__file__).resolve().parent.parent


def _name(fault):
    return fault.name.replace(" ", "-")


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_the_guard_stands_where_the_fault_takes_it_out(fault):
    text = (ROOT / fault.path).read_text(encoding="utf-8")

    assert text.count(fault.guard) == 1
    ast.parse(text.replace(fault.guard, fault.hole))


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_the_tests_that_should_fail_exist(fault):
    for test in fault.tests.split():
        path, _, function = test.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not function or f"def {function.partition('[')[0]}(" in text, test


def test_every_row_has_a_fault_and_every_name_is_its_own():
    assert {fault.row for fault in FAULTS} == set(ROWS)
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


def test_the_documentation_shows_the_faults():
    assert table() in (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
