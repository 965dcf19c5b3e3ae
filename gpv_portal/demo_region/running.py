"""Referrals that are under way: one plan for each state an open inquiry can be in."""

from collections.abc import Callable

from gpv_portal.demo_region import deeds, moments
from gpv_portal.demo_region.pen import Pen
from gpv_portal.demo_region.wants import wanted
from referrals.reasons import Decline
from referrals.vocabulary import Urgency

Plan = Callable[[Pen, list[str]], None]
DAY, AHEAD = moments.working_day, moments.coming


def _begin(pen: Pen, key: str, back: int, *, leaves: int, urgency: str = Urgency.REGULAR) -> None:
    """A person on a ward who leaves ``leaves`` working days from today."""
    pen.on(back).admit(AHEAD(leaves), ward=pen.number % 6, days=9 + pen.number % 12)
    pen.need(wanted(pen, key, urgency=urgency))


def _offer(pen: Pen, key: str, leaves: int, valid: int = 4) -> None:
    until = moments.at_hour(AHEAD(valid), 16)
    deeds.offer(pen, key, start_on=AHEAD(leaves), until=until, costs_open=pen.number % 2 == 0)


def drafted(pen: Pen, keys: list[str]) -> None:
    """Prepared, not sent."""
    _begin(pen, keys[0], 2, leaves=11)
    pen.on(1).draft(*keys)


def requested(pen: Pen, keys: list[str]) -> None:
    """Sent a day ago."""
    _begin(pen, keys[0], 2, leaves=8, urgency=Urgency.PLANNABLE)
    pen.on(1).send(*keys)


def requested_late(pen: Pen, keys: list[str]) -> None:
    """Sent days ago, and nobody took it."""
    _begin(pen, keys[0], 4, leaves=5, urgency=Urgency.PLANNABLE)
    pen.on(3).send(*keys)


def requested_urgently(pen: Pen, keys: list[str]) -> None:
    """Sent just now, dringend."""
    _begin(pen, keys[0], 1, leaves=2, urgency=Urgency.URGENT)
    pen.on(0).send(*keys)


def in_review(pen: Pen, keys: list[str]) -> None:
    """Somebody looks at it; another service has declined."""
    _begin(pen, keys[0], 3, leaves=9)
    pen.on(2).send(*keys)
    deeds.claim(pen, keys[0])
    for key in keys[1:]:
        deeds.decline(pen.on(1), key, Decline.NO_PLACE, keys[0])


def in_review_late(pen: Pen, keys: list[str]) -> None:
    """The decision is overdue."""
    _begin(pen, keys[0], 6, leaves=4)
    pen.on(5).send(*keys)
    deeds.claim(pen.on(4), *keys)


def query(pen: Pen, keys: list[str]) -> None:
    """A question is open."""
    _begin(pen, keys[0], 4, leaves=7)
    pen.on(3).send(*keys)
    deeds.claim(pen, *keys)
    deeds.ask(pen.on(2), keys[0], "Wer stellt in der ersten Woche die Medikamente?")


def waitlisted(pen: Pen, keys: list[str]) -> None:
    """A place in some weeks, with the day of the next news."""
    _begin(pen, keys[0], 8, leaves=12)
    pen.on(7).send(keys[0])
    deeds.waitlist(pen.on(6), keys[0], weeks=6, news_on=AHEAD(1 + pen.number % 5))


def offered(pen: Pen, keys: list[str]) -> None:
    """One place is offered, the others look."""
    _begin(pen, keys[0], 5, leaves=6)
    pen.on(4).send(*keys)
    deeds.claim(pen, *keys)
    _offer(pen.on(2), keys[0], 6)


def introduced(pen: Pen, keys: list[str]) -> None:
    """The person will meet the service."""
    _begin(pen, keys[0], 6, leaves=10)
    pen.on(5).send(*keys)
    deeds.claim(pen, *keys)
    pen.on(3).release(keys[0])
    deeds.introduce(pen, keys[0], AHEAD(1 + pen.number % 3))


def confirmed(pen: Pen, keys: list[str]) -> None:
    """Chosen, with a first appointment after the discharge."""
    _begin(pen, keys[0], 7, leaves=3)
    pen.on(6).send(*keys)
    deeds.claim(pen, *keys)
    _offer(pen.on(4), keys[0], 3)
    pen.release(keys[0])
    deeds.confirm(pen.on(3), keys[0])
    deeds.schedule(pen.on(2), keys[0], AHEAD(4), 9 + pen.number % 6)
    deeds.hand_over(
        pen,
        discharge_plan="Entlassung nach Hause, Schlüssel bei der Nachbarin.",
        medication="Vorrat für sieben Tage wird mitgegeben, Rezept liegt bei.",
    )


def confirmed_and_left(pen: Pen, keys: list[str]) -> None:
    """Discharged yesterday; the first contact is still to come."""
    pen.on(9).admit(DAY(1), ward=pen.number % 6)
    pen.need(wanted(pen, keys[0]))
    pen.on(8).send(*keys)
    deeds.claim(pen, *keys)
    _offer(pen.on(6), keys[0], 1)
    pen.release(keys[0])
    deeds.confirm(pen.on(5), keys[0])
    deeds.schedule(pen.on(4), keys[0], AHEAD(2))
    pen.on(1).discharge()


def arrived(pen: Pen, keys: list[str]) -> None:
    """The first contact has happened."""
    pen.on(14).admit(DAY(4), ward=pen.number % 6)
    pen.need(wanted(pen, keys[0]))
    pen.on(13).send(*keys)
    deeds.claim(pen, *keys)
    deeds.offer(pen.on(11), keys[0], start_on=DAY(4), until=moments.at_hour(DAY(7), 16))
    pen.release(keys[0])
    deeds.confirm(pen.on(10), keys[0])
    deeds.schedule(pen.on(9), keys[0], DAY(2 + pen.number % 2))
    pen.on(4).discharge()
    deeds.contact(pen.on(2), keys[0])


def all_declined(pen: Pen, keys: list[str]) -> None:
    """Nobody has a place: the referral itself is the sender's task."""
    _begin(pen, keys[0], 5, leaves=4)
    pen.on(4).send(*keys)
    for key, reason in zip(keys, (Decline.NO_PLACE, Decline.CONCEPT, Decline.STAFF), strict=False):
        deeds.decline(pen.on(2), key, reason)


def ran_out(pen: Pen, keys: list[str]) -> None:
    """Nobody answered in time."""
    _begin(pen, keys[0], 9, leaves=3)
    pen.on(8).send(*keys[:1])
    deeds.run_out(pen.on(4), keys[0])


RUNNING: tuple[Plan, ...] = (
    requested,
    in_review,
    offered,
    arrived,
    query,
    confirmed,
    requested_late,
    waitlisted,
    introduced,
    arrived,
    requested_urgently,
    in_review_late,
    confirmed_and_left,
    drafted,
    all_declined,
)
