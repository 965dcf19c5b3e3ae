"""A log line holds what happened, and nobody's words."""

import json
import logging
import sys

from core.logs import AllowListFormatter


def line(name: str, message: str, *words: object, **more) -> dict[str, object]:
    record = logging.LogRecord(name, logging.ERROR, "/p.py", 7, message, words, None)
    for key, value in more.items():
        setattr(record, key, value)
    return json.loads(AllowListFormatter().format(record))


def test_the_words_of_a_message_are_left_out():
    written = line("django.request", "Bad value: %s", "Jutta Vogelsang")

    assert written["message"] == "Bad value: %s"
    assert "Vogelsang" not in json.dumps(written)


def test_what_somebody_attaches_is_left_out():
    written = line("django.request", "Not found", request="<WSGIRequest: Vogelsang>", extra="x")

    assert written.keys() == {"time", "levelname", "name", "process", "message"}


def test_an_exception_is_named_without_its_text():
    try:
        raise ValueError("Jutta Vogelsang")
    except ValueError:
        written = line("django.request", "failed", exc_info=sys.exc_info())

    assert written["exception"] == "ValueError"
    assert "Vogelsang" not in json.dumps(written)


def test_our_own_lines_say_their_numbers():
    assert line("gpv.relay", "relay waits: %s", "OperationalError")["message"].endswith("Error")
