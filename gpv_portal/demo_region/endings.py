"""Referrals that are over: each ends ``back`` working days before today."""

from collections.abc import Callable

from gpv_portal.demo_region import deeds, moments
from gpv_portal.demo_region.pen import Pen
from gpv_portal.demo_region.wants import wanted
from referrals.reasons import Close, Decline, Fail, Outcome, Withdraw
from referrals.workflow import Kind

Plan = Callable[[Pen, list[str], int], None]
DAY = moments.working_day


def _begin(pen: Pen, keys: list[str], back: int, ward: int = 0) -> None:
    """Admission, consent, the need and the asking, four weeks before the discharge."""
    pen.on(back + 45).admit(DAY(back + 25), ward=ward)
    pen.need(wanted(pen, keys[0]))
    pen.on(back + 44).send(*keys)


def _offer(pen: Pen, key: str, back: int, start: int) -> None:
    until = moments.at_hour(DAY(back - 5), 16)
    deeds.offer(pen, key, start_on=DAY(start), until=until)


def arrived(pen: Pen, keys: list[str], back: int) -> None:
    """Asked, chosen, met, and the loop is closed."""
    _begin(pen, keys, back)
    deeds.claim(pen.on(back + 43), keys[0])
    _offer(pen.on(back + 40), keys[0], back + 40, back + 25)
    pen.on(back + 38).release(keys[0])
    deeds.confirm(pen, keys[0])
    deeds.schedule(pen.on(back + 37), keys[0], DAY(back + 24))
    pen.on(back + 25).discharge()
    deeds.contact(pen.on(back + 24), keys[0])
    deeds.complete(pen.on(back + 1), keys[0], Outcome.STAYS)
    deeds.close(pen.on(back))


def arrived_after_meeting(pen: Pen, keys: list[str], back: int) -> None:
    """The person met the service on the ward before deciding."""
    _begin(pen, keys, back, ward=2)
    key = keys[0]
    deeds.claim(pen.on(back + 43), *keys)
    deeds.ask(pen, key, "Gibt es schon eine Kostenzusage?")
    deeds.answer(pen.on(back + 42), key, "Der Antrag liegt beim Kostenträger, Eingang bestätigt.")
    pen.on(back + 41).release(key)
    deeds.introduce(pen, key, DAY(back + 38))
    _offer(pen.on(back + 37), key, back + 37, back + 24)
    deeds.confirm(pen.on(back + 35), key)
    deeds.schedule(pen, key, DAY(back + 24), 14)
    pen.on(back + 25).discharge()
    deeds.contact(pen.on(back + 24), key)
    deeds.complete(pen.on(back + 2), key, Outcome.STAYS)
    deeds.close(pen.on(back))


def returned(pen: Pen, keys: list[str], back: int) -> None:
    """Rückkehr: the service that knows the person takes them back."""
    key = keys[0]
    pen.on(back + 35).admit(DAY(back + 25), ward=1, days=4)
    pen.need(wanted(pen, key), kind=Kind.RETURN)
    pen.release(key)
    pen.on(back + 34).send(key)
    deeds.confirm_return(pen.on(back + 33), key)
    deeds.schedule(pen, key, DAY(back + 24), 9)
    pen.on(back + 25).discharge()
    deeds.contact(pen.on(back + 24), key)
    deeds.complete(pen.on(back + 3), key, Outcome.STAYS)
    deeds.close(pen.on(back))


def found_elsewhere(pen: Pen, keys: list[str], back: int) -> None:
    """Everybody declined, and the family found something."""
    _begin(pen, keys, back, ward=5)
    for key, reason in zip(
        keys, (Decline.NO_PLACE, Decline.TARGET_GROUP, Decline.STAFF), strict=False
    ):
        deeds.decline(pen.on(back + 42), key, reason)
    pen.on(back + 25).discharge()
    deeds.close(pen.on(back), Close.SUPPLIED)


def not_wanted(pen: Pen, keys: list[str], back: int) -> None:
    """The person changed their mind."""
    _begin(pen, keys, back, ward=4)
    deeds.claim(pen.on(back + 43), keys[0])
    for key in keys:
        deeds.withdraw(pen.on(back + 40), key, Withdraw.CLIENT_DECLINES)
    pen.on(back + 25).discharge("against_advice")
    deeds.close(pen.on(back), Close.CLIENT_DECLINES)


def nobody_answered(pen: Pen, keys: list[str], back: int) -> None:
    """The inquiries ran out; the person moved away."""
    _begin(pen, keys[:1], back, ward=3)
    deeds.run_out(pen.on(back + 40), keys[0])
    pen.on(back + 25).discharge()
    deeds.close(pen.on(back), Close.MOVED)


def came_to_nothing(pen: Pen, keys: list[str], back: int) -> None:
    """The place was gone again after the choice; another service was found by telephone."""
    _begin(pen, keys, back)
    key = keys[0]
    deeds.claim(pen.on(back + 43), key)
    _offer(pen, key, back + 43, back + 25)
    pen.on(back + 42).release(key)
    deeds.confirm(pen, key)
    deeds.fail(pen.on(back + 30), key, Fail.PLACE_LOST)
    pen.on(back + 25).discharge()
    deeds.close(pen.on(back), Close.SUPPLIED)


def by_mistake(pen: Pen, keys: list[str], back: int) -> None:
    """Entered for the wrong person."""
    pen.on(back + 3).agree_to_search()
    pen.need(wanted(pen, keys[0]))
    pen.send(keys[0])
    deeds.mark_error(pen.on(back + 2), keys[0])
    deeds.close(pen.on(back), Close.CLIENT_DECLINES)


def bridged(pen: Pen, keys: list[str], back: int) -> None:
    """A place that began weeks later; somebody helped until then."""
    _begin(pen, keys, back, ward=5)
    key = keys[0]
    deeds.claim(pen.on(back + 43), key)
    deeds.waitlist(pen, key, weeks=5, news_on=DAY(back + 36))
    _offer(pen.on(back + 36), key, back + 36, back + 12)
    pen.on(back + 34).release(key)
    deeds.confirm(pen, key, bridge="Eingewöhnung des SPZ, zweimal in der Woche")
    pen.on(back + 25).discharge()
    deeds.contact(pen.on(back + 24), key, "telephone")
    deeds.complete(pen.on(back + 1), key, Outcome.PASSED_ON)
    deeds.close(pen.on(back))


ENDINGS: tuple[Plan, ...] = (
    arrived,
    arrived_after_meeting,
    returned,
    arrived,
    found_elsewhere,
    arrived_after_meeting,
    not_wanted,
    arrived,
    nobody_answered,
    bridged,
    came_to_nothing,
    arrived,
)
