"""A loader can pretend another moment, and only inside its block."""

import datetime as dt

from core import clock


def test_now_and_today_follow_the_pretended_moment_and_come_back():
    moment = dt.datetime(2025, 3, 30, 22, 30, tzinfo=dt.UTC)

    with clock.at(moment):
        assert clock.now() == moment
        assert clock.today() == dt.date(2025, 3, 31)

    assert clock.now() > moment
