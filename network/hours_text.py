"""Openings in words: until when, and when again."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock, moments
from network.opening import HOLIDAY, Opening, Span, State


@dataclass(frozen=True)
class NowText:
    """Whether it is open now, in a few words, and when it opens again."""

    open: bool
    known: bool
    words: str
    again: str


def now_text(opening: Opening) -> NowText:
    """The opening in words; an unknown one says to telephone."""
    if opening.always:
        return NowText(True, True, _("rund um die Uhr"), "")
    if opening.state is State.OPEN and opening.until:
        return NowText(True, True, _("offen %(until)s") % {"until": _until(opening.until)}, "")
    again = _again(opening)
    if opening.state is State.UNKNOWN:
        return NowText(False, False, _("Zeiten heute nicht bekannt, bitte anrufen"), again)
    return NowText(False, True, _("jetzt geschlossen"), again)


def _again(opening: Opening) -> str:
    if not opening.opens or not opening.opens_until:
        return ""
    day = moments.nearby(opening.opens) or moments.day_short(opening.opens)
    start, end = _time(opening.opens), _end(opening.opens_until)
    return _("%(day)s %(start)s–%(end)s Uhr") % {"day": day, "start": start, "end": end}


def _until(moment: dt.datetime) -> str:
    """``bis 17:00 Uhr``, ``bis 24:00 Uhr`` or ``bis 8:30 Uhr des folgenden Tages``."""
    days = (moment.date() - clock.today()).days
    if days <= 0:
        return _("bis %(time)s Uhr") % {"time": _time(moment)}
    if days == 1 and (moment.hour, moment.minute) == (0, 0):
        return _("bis 24:00 Uhr")
    if days == 1:
        return _("bis %(time)s Uhr des folgenden Tages") % {"time": _time(moment)}
    return _("bis %(moment)s") % {"moment": moments.moment_short(moment)}


def _end(moment: dt.datetime) -> str:
    """Midnight ends a day as 24:00."""
    return "24:00" if (moment.hour, moment.minute) == (0, 0) else _time(moment)


def _time(moment: dt.datetime) -> str:
    local = clock.local(moment)
    return f"{local.hour}:{local.minute:02d}"


def week_text(spans: Iterable[Span]) -> list[tuple[str, str]]:
    """The structured hours, one line for each run of days that are alike."""
    times: dict[int, list[str]] = {}
    for span in sorted(spans, key=lambda each: each.start):
        for day in span.days:
            times.setdefault(day, []).append(_hours(span))
    alike: list[tuple[list[int], str]] = []
    for day in sorted(times):
        said = ", ".join(times[day])
        if alike and alike[-1][1] == said and alike[-1][0][-1] == day - 1 and day != HOLIDAY:
            alike[-1][0].append(day)
        else:
            alike.append(([day], said))
    return [(_days(days), said) for days, said in alike]


def _hours(span: Span) -> str:
    if span.start == 0 and span.end >= 24 * 60:
        return _("rund um die Uhr")
    end = "24:00" if span.closes == dt.time.min else f"{span.closes:%H:%M}"
    return _("%(start)s–%(end)s Uhr") % {"start": f"{span.opens:%H:%M}", "end": end}


def _days(days: list[int]) -> str:
    names = [str(_NAMES[day]) for day in days]
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


_NAMES = (
    gettext_lazy("Mo"),
    gettext_lazy("Di"),
    gettext_lazy("Mi"),
    gettext_lazy("Do"),
    gettext_lazy("Fr"),
    gettext_lazy("Sa"),
    gettext_lazy("So"),
    gettext_lazy("Feiertag"),
)
