"""Runs deeds at the same moment, each in a thread with a database connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client

SECONDS = 30


def together(*deeds: Callable[[], Any]) -> list[Any]:
    """What each deed returned or raised; AssertionError when one hangs."""
    barrier, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number: int) -> None:
        try:
            barrier.wait(SECONDS)
            results[number] = deeds[number]()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert not any(thread.is_alive() for thread in threads), "a deed hangs"
    return results


def browser(person: Any) -> Client:
    """A browser of its own in which ``person`` is signed in."""
    client = Client()
    client.force_login(person)
    return client


def sender_of(client: Client, target: str, **texts: str) -> Callable[[], HttpResponse]:
    """Presses the button of a form."""
    return lambda: client.post(target, texts)
