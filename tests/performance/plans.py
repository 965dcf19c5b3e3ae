"""Reads what PostgreSQL really did for a statement: ``EXPLAIN (ANALYZE, BUFFERS)``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

CASES = ("referrals_inquiry", "referrals_referral", "referrals_stay")
"""The tables that grow."""

SORTED_AT_MOST = 200


@dataclass(frozen=True)
class Plan:
    """One statement and its tree of nodes."""

    statement: str
    nodes: tuple[dict[str, Any], ...]

    @property
    def buffers(self) -> int:
        """Shared buffers touched, hit or read."""
        top = self.nodes[0]
        return int(top["Shared Hit Blocks"] + top["Shared Read Blocks"])

    @property
    def whole_tables(self) -> list[str]:
        """Growing tables that were read from end to end."""
        return [
            node["Relation Name"]
            for node in self.nodes
            if node["Node Type"] == "Seq Scan" and node["Relation Name"] in CASES
        ]

    @property
    def long_sorts(self) -> list[int]:
        """How many rows went into each sort of more than 200."""
        sorts = (node for node in self.nodes if "Sort" in node["Node Type"])
        into = [node["Plans"][0]["Actual Rows"] for node in sorts]
        return [rows for rows in into if rows > SORTED_AT_MOST]

    @property
    def thrown_away(self) -> int:
        """Rows of growing tables that were read and then filtered out."""
        return sum(
            node.get("Rows Removed by Filter", 0) * node["Actual Loops"]
            for node in self.nodes
            if node.get("Relation Name") in CASES
        )


def statements_of(work: Callable[[], object]) -> list[str]:
    """The SELECTs on cases that ``work`` sends."""
    with CaptureQueriesContext(connection) as captured:
        work()
    found = (query["sql"] for query in captured.captured_queries)
    return [
        sql
        for sql in found
        if sql.lstrip("(").startswith("SELECT") and any(t in sql for t in CASES)
    ]


def plan_of(statement: str, *, only_by_index: bool = False) -> Plan:
    """Run ``statement`` once more and tell how.

    ``only_by_index`` forbids what PostgreSQL rightly does with a table of some sixty blocks, to
    read it whole, so that few rows are compared with many by the same plan.
    """
    with connection.cursor() as cursor:
        for way in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = {'off' if only_by_index else 'on'}")
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        found = cursor.fetchone()[0]
    tree = found if isinstance(found, list) else json.loads(found)
    return Plan(statement, tuple(_walk(tree[0]["Plan"])))


def _walk(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _walk(child)
