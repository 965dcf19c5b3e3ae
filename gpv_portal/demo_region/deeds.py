"""What the two sides do with one inquiry of a pen, each at the pen's next moment."""

import datetime as dt

from core import clock
from core.actor import SCHEDULER
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.pen import Pen
from referrals import services
from referrals.access import require
from referrals.engine.steps import advance, locked
from referrals.models.inquiry import Binding
from referrals.reasons import Close, Decline, Expiry, Fail, NextStep, Outcome, Withdraw
from referrals.vocabulary import Category, ContactKind
from referrals.workflow import Step


def claim(pen: Pen, *keys: str) -> None:
    """A named person takes the inquiry."""
    for key in keys:
        with pen.now():
            pen.inquiries[key] = services.claim(inquiry=pen.inquiries[key], by=pen.receiver(key))


def ask(pen: Pen, key: str, text: str) -> None:
    """The service asks back."""
    with pen.now():
        pen.inquiries[key] = services.ask(
            inquiry=pen.inquiries[key], text=text, by=pen.receiver(key)
        )


def answer(pen: Pen, key: str, text: str) -> None:
    """The sender answers."""
    with pen.now():
        pen.inquiries[key] = services.answer(inquiry=pen.inquiries[key], text=text, by=pen.sender)


def waitlist(pen: Pen, key: str, *, weeks: int, news_on: dt.date) -> None:
    """A place on the waiting list."""
    with pen.now() as today:
        pen.inquiries[key] = services.waitlist(
            inquiry=pen.inquiries[key],
            expected_on=today + dt.timedelta(weeks=weeks),
            news_on=news_on,
            by=pen.receiver(key),
        )


def offer(
    pen: Pen, key: str, *, start_on: dt.date, until: dt.datetime, costs_open: bool = False
) -> None:
    """A place from a day on, by name."""
    worker, deputy = pen.named(key)
    with pen.now():
        pen.inquiries[key] = services.offer(
            inquiry=pen.inquiries[key],
            start_on=start_on,
            worker=worker,
            deputy=deputy,
            valid_until=until,
            binding=Binding.COSTS_PENDING if costs_open else Binding.BINDING,
            by=pen.receiver(key),
        )


def decline(pen: Pen, key: str, reason: str = Decline.NO_PLACE, other: str = "") -> None:
    """No, with a reason and perhaps another service."""
    with pen.now():
        pen.inquiries[key] = services.decline(
            inquiry=pen.inquiries[key],
            reason=reason,
            alternative=pen.service(other) if other else None,
            by=pen.receiver(key),
        )


def introduce(pen: Pen, key: str, meeting_on: dt.date) -> None:
    """The person wants to meet the service first; the release is there."""
    with pen.now():
        pen.inquiries[key] = services.introduce(
            inquiry=pen.inquiries[key], meeting_on=meeting_on, by=pen.sender
        )


def confirm(pen: Pen, key: str, bridge: str = "") -> None:
    """The person's choice."""
    with pen.now():
        pen.inquiries[key] = services.confirm(
            inquiry=pen.inquiries[key], bridge=bridge, by=pen.sender
        )


def confirm_return(pen: Pen, key: str) -> None:
    """The known service takes the person back."""
    worker, deputy = pen.named(key)
    with pen.now():
        pen.inquiries[key] = services.confirm(
            inquiry=pen.inquiries[key], worker=worker, deputy=deputy, by=pen.receiver(key)
        )


def schedule(pen: Pen, key: str, day: dt.date, hour: int = 10) -> None:
    """The first appointment."""
    worker, _deputy = pen.named(key)
    with pen.now():
        pen.inquiries[key] = services.schedule(
            inquiry=pen.inquiries[key],
            starts_at=moments.at_hour(day, hour),
            place="bei der Person zu Hause",
            with_whom=worker.name,
            by=pen.receiver(key),
        )


def miss(pen: Pen, key: str) -> None:
    """Nobody came to the appointment."""
    with pen.now():
        pen.inquiries[key] = services.miss(
            inquiry=pen.inquiries[key], next_step=NextStep.TELEPHONE, by=pen.receiver(key)
        )


def attempt(pen: Pen, key: str) -> None:
    """Somebody rang up and reached nobody."""
    with pen.now():
        pen.inquiries[key] = services.attempt(
            inquiry=pen.inquiries[key],
            tried_at=clock.now(),
            kind=ContactKind.TELEPHONE,
            by=pen.receiver(key),
        )


def contact(pen: Pen, key: str, kind: str = ContactKind.IN_PERSON) -> None:
    """The first real contact, on the day of the pen."""
    with pen.now() as today:
        pen.inquiries[key] = services.contact(
            inquiry=pen.inquiries[key], contact_on=today, kind=kind, by=pen.receiver(key)
        )


def complete(pen: Pen, key: str, outcome: str = Outcome.STAYS) -> None:
    """The loop is closed."""
    with pen.now():
        pen.inquiries[key] = services.complete(
            inquiry=pen.inquiries[key], outcome=outcome, by=pen.receiver(key)
        )


def fail(pen: Pen, key: str, reason: str = Fail.PLACE_LOST) -> None:
    """The confirmed place came to nothing."""
    with pen.now():
        pen.inquiries[key] = services.fail(
            inquiry=pen.inquiries[key],
            reason=reason,
            next_step=NextStep.NEW_SEARCH,
            by=pen.receiver(key),
        )


def withdraw(pen: Pen, key: str, reason: str = Withdraw.NEED_CHANGED) -> None:
    """The sender no longer asks."""
    with pen.now():
        pen.inquiries[key] = services.withdraw(
            inquiry=pen.inquiries[key], reason=reason, by=pen.sender
        )


def mark_error(pen: Pen, key: str) -> None:
    """It should never have been."""
    with pen.now():
        pen.inquiries[key] = services.mark_error(
            inquiry=pen.inquiries[key], note="falsche Person ausgewählt", by=pen.sender
        )


def run_out(pen: Pen, key: str) -> None:
    """Nobody answered: time alone ends it, as the clockwork would."""
    with pen.now():
        row = locked(pen.inquiries[key])
        require(SCHEDULER, Step.EXPIRE, row)
        pen.inquiries[key] = advance(row, Step.EXPIRE, by=SCHEDULER, reason=Expiry.NO_ANSWER)


def hand_over(pen: Pen, **sections: str) -> None:
    """Write what the chosen service needs; keys are categories."""
    for category, text in sections.items():
        with pen.now():
            services.write_section(
                referral=pen.referral, category=Category(category), text=text, by=pen.sender
            )


def close(pen: Pen, reason: str = Close.ARRIVED) -> None:
    """The referral ends."""
    with pen.now():
        services.close_referral(referral=pen.referral, reason=reason, by=pen.sender)
