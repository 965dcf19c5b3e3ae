"""What the owner of an inquiry does next, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from referrals.models import Inquiry
from referrals.models.inquiry import Owner
from referrals.workflow import DIRECT, Kind, State

WORDS: Mapping[State, Promise] = {
    State.DRAFT: gettext_lazy("Entwurf senden oder verwerfen"),
    State.REQUESTED: gettext_lazy("Anfrage übernehmen"),
    State.IN_REVIEW: gettext_lazy("Über die Anfrage entscheiden"),
    State.QUERY: gettext_lazy("Rückfrage beantworten"),
    State.WAITLISTED: gettext_lazy("Neuen Stand zur Warteliste melden"),
    State.OFFERED: gettext_lazy("Mit der Person über das Angebot entscheiden"),
    State.INTRODUCED: gettext_lazy("Nach dem Kennenlernen einen Platz anbieten oder absagen"),
    State.CONFIRMED: gettext_lazy("Ersten Termin und ersten Kontakt eintragen"),
    State.ARRIVED: gettext_lazy("Abschließen, sobald die Hilfe läuft"),
}


def next_step_of(inquiry: Inquiry) -> str:
    """One imperative sentence for the worklist and the head of the page."""
    if inquiry.renew_release:
        return _("Entbindung erneuern")
    state = State(inquiry.state)
    if state not in WORDS:
        return ""
    if state == State.REQUESTED and Kind(inquiry.referral.kind) in DIRECT:
        words = _("Übernahme bestätigen")
    else:
        words = str(WORDS[state])
    if inquiry.by_proxy and inquiry.due_side == Owner.SENDER and state not in _SENDERS_OWN:
        return _("Für die Einrichtung: %(step)s") % {"step": words}
    return words


_SENDERS_OWN = frozenset({State.DRAFT, State.QUERY, State.OFFERED})
