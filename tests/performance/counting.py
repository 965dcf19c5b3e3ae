"""Counts the statements of a page as the budget does."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

BUDGET = 8
FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE SAVEPOINT", "RESET ROLE")
"""The transaction, and what the tests add to every request."""

ROLE = "SELECT set_config('role'"
"""The guard's own statement; a second one counts."""


def statements_of(work: Callable[[], object]) -> list[str]:
    """Every statement that ``work`` sends, but for the transaction and the guard's role."""
    with CaptureQueriesContext(connection) as captured:
        work()
    sent = [query["sql"] for query in captured.captured_queries]
    counted = [sql for sql in sent if not sql.startswith(FRAME)]
    for sql in counted:
        if sql.startswith(ROLE):
            counted.remove(sql)
            break
    return counted


def shortened(sent: list[str]) -> str:
    """The statements one a line, without their columns."""
    return "\n".join(re.sub(r"SELECT .*? FROM", "SELECT … FROM", sql)[:200] for sql in sent)
