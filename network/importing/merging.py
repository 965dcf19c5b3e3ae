"""What a changed row may write: only what nobody has changed by hand since the last run."""

from network.importing.entry import Entry
from network.models import Service
from network.opening import Span, spans_of
from network.services.entries import Content, Number

ALWAYS = ("source", "source_id", "source_row", "needs_look")
"""What the import itself keeps of its run; no form writes these."""


_EMPTY = Service()


def merged(service: Service, before: Entry, now: Content) -> Content:
    """``now``, with what somebody has changed in ``service`` since the row read ``before``."""
    kept = {
        name: getattr(service, name)
        for name in {**now.values, **before.values}
        if name not in ALWAYS and _plain(getattr(service, name)) != _plain(_read(before, name))
    }
    return Content(
        values={**now.values, **kept},
        phones=now.phones if _numbers_are(service, before) else _numbers(service),
        spans=now.spans if _hours_are(service, before) else _hours(service),
    )


def _read(before: Entry, name: str) -> object:
    """What the row said of ``name`` before, or what an entry has that nobody said it of."""
    return before.values.get(name, getattr(_EMPTY, name))


def _plain(value: object) -> str:
    """The value without the blanks and line ends that a form changes by itself."""
    return " ".join(str(value).split())


def _numbers_are(service: Service, before: Entry) -> bool:
    written = [each.shown for each in before.phones]
    return [each.raw for each in service.phones.all()] == [raw[:120] for raw in written]


def _numbers(service: Service) -> list[Number]:
    return [Number(each.raw, each.dial, each.note) for each in service.phones.all()]


def _hours_are(service: Service, before: Entry) -> bool:
    return _days(_hours(service)) == _days(before.hours.spans)


def _hours(service: Service) -> list[Span]:
    return list(spans_of(service.opening_spans.all()))


def _days(spans: list[Span]) -> set[tuple[int, int, int]]:
    return {(day, span.start, span.end) for span in spans for day in span.days}
