"""Every real text of hours that becomes times, as somebody read it and wrote it down.

``hours_by_hand.json`` holds no text: the digest of each, and the times it means.
"""

import csv
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from network.importing.hours import read_hours

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")
BY_HAND = json.loads(Path(__file__).with_name("hours_by_hand.json").read_text())

pytestmark = pytest.mark.skipif(not REAL_DATA, reason="GPV_REAL_DATA names no real lists")


def texts(name, column, separator=","):
    path = Path(REAL_DATA) / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = [row[column] for row in csv.DictReader(file, delimiter=separator)]
    return [text for text in dict.fromkeys(found) if text]


def read(text):
    spans = read_hours(text).spans
    return ["".join(map(str, sorted(s.days))) + f" {s.start}-{s.end}" for s in spans]


def digest(text):
    return sha256(text.encode()).hexdigest()[:20]


@pytest.mark.parametrize(
    ("name", "column", "separator", "whole", "certain"),
    [
        ("oeffnungszeiten_freitext.csv", "text", ",", 151, 52),
        ("A_berlin_einrichtungen.csv", "Öffnungszeiten", ";", 120, 67),
    ],
)
def test_the_times_of_every_text_are_those_read_by_hand(name, column, separator, whole, certain):
    found = {digest(text): read(text) for text in texts(name, column, separator)}

    assert len(found) == whole
    assert sum(map(bool, found.values())) == certain
    assert {key: spans for key, spans in found.items() if spans} == {
        key: BY_HAND[key] for key in found if key in BY_HAND
    }
