"""Which step an actor may take now; one answer for the button, the page and the service."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor, Via
from core.refusals import Refusal, insist
from referrals.deadlines import ARRIVED_KEPT, DRAFT_KEPT, REOPENED_WITHIN, UNDONE_WITHIN
from referrals.disclosure import covering_release
from referrals.models import Inquiry
from referrals.models.inquiry import is_taken
from referrals.standing import BY_LINK, sides
from referrals.workflow import Side, State, Step, rule

Check = Callable[[Actor, Inquiry], Refusal | None]


def may(actor: Actor, step: Step, inquiry: Inquiry) -> Refusal | None:
    """None when ``actor`` may take ``step`` now, else the sentence that says why not."""
    row = rule(inquiry.referral.kind, inquiry.state, step)
    if row is None:
        state = State(inquiry.state).label
        words = _("„%(step)s“ ist nicht möglich: Die Anfrage ist im Zustand „%(state)s“.")
        return Refusal(words % {"step": step.label, "state": state})
    if not sides(actor, inquiry) & row.side:
        return Refusal(_("Diesen Schritt macht die andere Seite."), forbidden=True)
    if actor.via == Via.LINK and step not in BY_LINK:
        return Refusal(_("Dafür ist eine Anmeldung nötig."), forbidden=True)
    check = CHECKS.get(step)
    return check(actor, inquiry) if check else None


def steps_for(actor: Actor, inquiry: Inquiry) -> dict[Step, Refusal | None]:
    """Every step of the present state that is the actor's, with the reason where it must wait."""
    answers = {step: may(actor, step, inquiry) for step in Step}
    possible = {step for step in Step if rule(inquiry.referral.kind, inquiry.state, step)}
    return {
        step: refusal
        for step, refusal in answers.items()
        if step in possible and not (refusal and refusal.forbidden)
    }


def require(actor: Actor, step: Step, inquiry: Inquiry) -> None:
    """Raise what ``may`` answers: PermissionDenied (403) or StepRefused (409)."""
    insist(may(actor, step, inquiry))


def _released(_actor: Actor, inquiry: Inquiry) -> Refusal | None:
    if covering_release(inquiry) is not None:
        return None
    return Refusal(
        _(
            "Es liegt keine gültige Schweigepflichtentbindung vor, die diese Einrichtung mit "
            "Name und Kontakt nennt. Bitte erfassen Sie zuerst die unterschriebene Entbindung."
        )
    )


def _can_confirm(actor: Actor, inquiry: Inquiry) -> Refusal | None:
    if _other_is_taken(inquiry):
        return Refusal(
            _("Für diese Überleitung ist schon zugesagt. Eine zweite Zusage ist nicht möglich.")
        )
    return _released(actor, inquiry)


def _other_is_taken(inquiry: Inquiry) -> bool:
    """Asked once per row: on a page it came with the inquiry."""
    read = vars(inquiry).get("other_taken")
    return is_taken(inquiry.referral_id, besides=inquiry.pk) if read is None else bool(read)


def _can_send(_actor: Actor, inquiry: Inquiry) -> Refusal | None:
    return next((Refusal(words) for wrong, words in _before_sending(inquiry) if wrong), None)


def _before_sending(inquiry: Inquiry) -> Iterable[tuple[bool, Promise]]:
    referral = inquiry.referral
    yield (
        referral.closed_at is not None,
        _("Die Überleitung ist geschlossen. Legen Sie eine neue an."),
    )
    yield (
        referral.basis is None or not referral.basis.is_valid,
        _("Es fehlt eine gültige Einwilligung. Bitte erfassen Sie sie zuerst."),
    )
    yield (
        not (referral.callback_person and referral.callback_phone),
        _("Bitte geben Sie an, wen die Dienste zurückrufen können, mit Telefonnummer."),
    )
    yield (
        referral.escalation_agreed is None,
        _(
            "Bitte halten Sie fest, ob die Person einverstanden ist, dass die Koordination "
            "ohne Namen um Hilfe gebeten wird, wenn niemand einen Platz anbietet."
        ),
    )
    yield _other_is_taken(inquiry), _("Für diese Überleitung ist schon zugesagt.")


def _can_reopen(actor: Actor, inquiry: Inquiry) -> Refusal | None:
    if inquiry.ended_at is None or clock.now() > inquiry.ended_at + REOPENED_WITHIN:
        return Refusal(_("Das geht nur innerhalb von 30 Tagen. Bitte fragen Sie neu an."))
    return _can_send(actor, inquiry)


def _can_revive(_actor: Actor, inquiry: Inquiry) -> Refusal | None:
    if inquiry.ended_at is None or clock.now() > inquiry.ended_at + REOPENED_WITHIN:
        return Refusal(_("Das geht nur innerhalb von 30 Tagen. Bitte rufen Sie an."))
    if inquiry.referral.closed_at is not None:
        return Refusal(_("Die Überleitung ist geschlossen. Es wird nichts mehr gesucht."))
    return None


def _can_undo(_actor: Actor, inquiry: Inquiry) -> Refusal | None:
    if inquiry.arrived_at and clock.now() <= inquiry.arrived_at + UNDONE_WITHIN:
        return None
    return Refusal(_("Das geht nur innerhalb von 24 Stunden nach dem Eintrag."))


def _in_time(actor: Actor, inquiry: Inquiry) -> Refusal | None:
    """The clockwork may not be early; people may."""
    if actor.via != Via.SCHEDULER:
        return None
    since = {
        State.DRAFT: inquiry.created_at + DRAFT_KEPT,
        State.ARRIVED: (inquiry.arrived_at or clock.now()) + ARRIVED_KEPT,
    }
    due = since.get(State(inquiry.state), inquiry.expires_at)
    if due is not None and due <= clock.now():
        return None
    return Refusal(_("Die Zeit ist noch nicht abgelaufen."))


def _can_mark_error(actor: Actor, inquiry: Inquiry) -> Refusal | None:
    opened_once = inquiry.identity_opened_at is not None
    needed = Side.DATA_PROTECTION if opened_once else Side.SENDER
    if sides(actor, inquiry) & needed:
        return None
    if opened_once:
        words = _(
            "Name und Kontakt waren schon offen. Das kennzeichnet bei Ihnen nur der Datenschutz."
        )
        return Refusal(words, forbidden=True)
    return Refusal(_("Das kennzeichnet die anfragende Stelle."), forbidden=True)


CHECKS: Mapping[Step, Check] = {
    Step.SEND: _can_send,
    Step.DISCARD: _in_time,
    Step.COMPLETE: _in_time,
    Step.EXPIRE: _in_time,
    Step.INTRODUCE: _released,
    Step.CONFIRM: _can_confirm,
    Step.REOPEN: _can_reopen,
    Step.REVIVE: _can_revive,
    Step.UNDO_CONTACT: _can_undo,
    Step.MARK_ERROR: _can_mark_error,
}
