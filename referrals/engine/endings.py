"""What ends when something else ends; every referral here is locked by the caller."""

from __future__ import annotations

from django.db.models import Q

from core import audit, clock
from core.actor import Actor
from referrals.access import require
from referrals.disclosure import covering_release
from referrals.engine import mails
from referrals.engine.steps import advance, follow, locked_inquiries, locked_referral
from referrals.models import Client, Inquiry, Referral, Stay
from referrals.reasons import Close, Withdraw
from referrals.workflow import CONSEQUENCES, OPEN, State, Step

LOSES_WITH_RELEASE = frozenset({State.REQUESTED, State.OFFERED, State.INTRODUCED, State.CONFIRMED})


def supersede_siblings(chosen: Inquiry, *, by: Actor) -> None:
    """Thank every other open inquiry of the referral, in the transaction of the choice."""
    for sibling in locked_inquiries(chosen.referral):
        if sibling.pk != chosen.pk and (State(sibling.state), Step.SUPERSEDE) in CONSEQUENCES:
            follow(sibling, Step.SUPERSEDE, by=by)
            mails.tell_receiver(sibling, mails.ENDED, by=by)


def end_all(referral: Referral, *, reason: Withdraw, by: Actor) -> None:
    """Nothing of the referral is open any more; nobody is told by mail."""
    for inquiry in locked_inquiries(referral):
        if inquiry.state in OPEN:
            follow(inquiry, Step.END_CASE, by=by, reason=reason)


def withdraw_all(referral: Referral, *, reason: Withdraw, by: Actor) -> None:
    """Withdraw what is open before arrival; arrived and completed keep their state."""
    for inquiry in locked_inquiries(referral):
        if inquiry.state in OPEN - {State.ARRIVED}:
            require(by, Step.WITHDRAW, inquiry)
            advance(inquiry, Step.WITHDRAW, by=by, reason=reason)
            mails.tell_receiver(inquiry, mails.ENDED, by=by)


def end_uncovered(client: Client, *, by: Actor) -> list[Inquiry]:
    """Withdraw every disclosed inquiry that no release covers any more; the sender gets a task."""
    ended = []
    for referral in _disclosing(client):
        for inquiry in locked_inquiries(locked_referral(referral)):
            open_yet = inquiry.identity_open and inquiry.state in LOSES_WITH_RELEASE
            if open_yet and covering_release(inquiry) is None:
                advance(inquiry, Step.WITHDRAW, by=by, reason=Withdraw.RELEASE_WITHDRAWN)
                mails.tell_receiver(inquiry, mails.ENDED, by=by)
                ended.append(inquiry)
    return ended


def close_locked(referral: Referral, *, reason: Close, by: Actor) -> Referral:
    """Write the end of a referral that has no open inquiry."""
    referral.closed_at, referral.closed_reason, referral.due_at = clock.now(), reason, None
    referral.version += 1
    referral.save(update_fields=["closed_at", "closed_reason", "due_at", "version"])
    audit.record(by=by, deed="referral.closed", obj=referral, case=referral.pk, detail=reason.value)
    _settle_stay(referral, reason)
    return referral


def settle_after_death(client: Client) -> None:
    """No list looks at a stay of the person any more; one that had ended keeps its reason."""
    rows = Stay.objects.select_for_update().filter(client=client)
    for stay in rows.filter(Q(settled_at=None) | Q(discharged_on=None)).order_by("pk"):
        stay.settled_at, stay.settled_reason = clock.now(), Close.DIED
        stay.save(update_fields=["settled_at", "settled_reason"])


def _settle_stay(referral: Referral, reason: Close) -> None:
    """With its last referral a stay is settled too: nobody is without Anschluss after it."""
    rows = Stay.objects.select_for_update().filter(settled_at=None)
    stay = rows.filter(pk=referral.stay_id).first() if referral.stay_id else None
    if stay and not Referral.objects.filter(stay=stay, closed_at=None).exists():
        stay.settled_at, stay.settled_reason = clock.now(), reason
        stay.save(update_fields=["settled_at", "settled_reason"])


def _disclosing(client: Client) -> list[Referral]:
    disclosed = Inquiry.objects.filter(client=client, identity_open=True, state__in=OPEN)
    return list(Referral.objects.filter(pk__in=disclosed.values("referral")).order_by("pk"))
