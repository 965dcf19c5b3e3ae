"""Two deeds in a chosen order: the second begins while the first has written, not committed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

SECONDS = 30


@dataclass(frozen=True)
class Interleaved:
    """What each deed returned or raised, and whether the second had to wait for the first."""

    first: Any
    second: Any
    waited: bool


class _Deed(threading.Thread):
    """One deed in a transaction and connection of its own; commits when it is let go."""

    def __init__(self, deed: Callable[[], Any]) -> None:
        super().__init__()
        self.deed, self.result, self.session = deed, None, 0
        self.begun, self.written, self.let_go = (threading.Event() for _ in range(3))

    def run(self) -> None:
        try:
            with transaction.atomic():
                self.session = _session()
                self.begun.set()
                self.result = self.deed()
                self.written.set()
                self.let_go.wait(SECONDS)
        except Exception as error:
            self.result = error
        finally:
            self.written.set()
            connection.close()


def interleaved(first: Callable[[], Any], second: Callable[[], Any]) -> Interleaved:
    """Leave ``first`` uncommitted until ``second`` is through or waits for it; let both end."""
    one, two = _Deed(first), _Deed(second)
    two.let_go.set()
    one.start()
    assert one.written.wait(SECONDS), "the first deed hangs"
    two.start()
    waited = _waits(two)
    one.let_go.set()
    for deed in (one, two):
        deed.join(SECONDS)
        assert not deed.is_alive(), "a deed hangs"
    return Interleaved(one.result, two.result, waited)


def _waits(deed: _Deed) -> bool:
    """True as soon as the database makes the deed wait for a lock; False once it is through."""
    assert deed.begun.wait(SECONDS)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if deed.written.is_set():
            return False
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s",
                [deed.session],
            )
            row = cursor.fetchone()
        if row and row[0]:
            return True
    raise AssertionError("a deed neither waits nor ends")


def _session() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        number: int = cursor.fetchone()[0]
    return number
