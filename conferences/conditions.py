"""What has to be true of a case conference before a step; each check answers with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from conferences.coverage import has_consent, uncovered
from conferences.models import CaseConference
from conferences.vocabulary import THERE, MeasureState, Role
from conferences.workflow import CaseState, CaseStep
from core import clock

Check = Callable[[CaseConference], str | Promise | None]


def _can_inform(conference: CaseConference) -> Promise | None:
    return _("Ohne Namen ist keine Einwilligung nötig.") if conference.is_anonymous else None


def _can_go_anonymous(conference: CaseConference) -> Promise | None:
    if conference.is_anonymous:
        return None
    return _("Zu dieser Konferenz ist eine Person gespeichert. Schlagen Sie eine ohne Namen vor.")


def _can_consent(conference: CaseConference) -> Promise | None:
    if has_consent(conference):
        return None
    return _(
        "Es liegt keine gültige Entbindung für eine Konferenz vor. Erfassen Sie bei der Person "
        "zuerst eine mit der Kategorie „Konferenz“."
    )


def _can_invite(conference: CaseConference) -> str | Promise | None:
    return next((words for wrong, words in _before_inviting(conference) if wrong), None)


def _before_inviting(conference: CaseConference) -> Iterable[tuple[bool, str | Promise]]:
    starts_at = conference.starts_at
    roles = {participant.role for participant in conference.seated()}
    missing = uncovered(conference)
    words = ngettext(
        "Sie können noch nicht einladen: Für eine Person fehlt die Entbindung oder die "
        "Unterschrift. Holen Sie sie ein oder nehmen Sie die Person heraus.",
        "Sie können noch nicht einladen: Für %(n)s Personen fehlt die Entbindung oder die "
        "Unterschrift. Holen Sie sie ein oder nehmen Sie die Personen heraus.",
        len(missing),
    )
    yield bool(missing), words % {"n": len(missing)}
    yield starts_at is None, _("Legen Sie zuerst fest, wann die Konferenz stattfindet.")
    yield (
        starts_at is not None and starts_at <= clock.now(),
        _("Der Termin liegt in der Vergangenheit. Bitte legen Sie einen neuen fest."),
    )
    yield (
        not {Role.FACILITATION, Role.MINUTES} <= roles,
        _("Es fehlt, wer moderiert oder wer das Protokoll schreibt. Das sind zwei Personen."),
    )


def _can_hold(conference: CaseConference) -> Promise | None:
    if conference.starts_at is None or conference.starts_at > clock.now():
        return _("Die Konferenz hat noch nicht begonnen.")
    if not any(participant.presence in THERE for participant in conference.seated()):
        return _("Halten Sie zuerst fest, wer da war.")
    return None


def _can_present(conference: CaseConference) -> Promise | None:
    if conference.is_anonymous or conference.client_view:
        return None
    return _("Die Sicht der Person steht an erster Stelle. Bitte schreiben Sie sie zuerst auf.")


def _can_close(conference: CaseConference) -> Promise | None:
    if conference.state == CaseState.RESTRICTED:
        return None
    if any(measure.state == MeasureState.OPEN for measure in conference.agreed()):
        return _("Es sind noch Vereinbarungen offen. Haken Sie sie zuerst ab.")
    return None


CHECKS: Mapping[CaseStep, Check] = {
    CaseStep.INFORM: _can_inform,
    CaseStep.GO_ANONYMOUS: _can_go_anonymous,
    CaseStep.CONSENT: _can_consent,
    CaseStep.INVITE: _can_invite,
    CaseStep.HOLD: _can_hold,
    CaseStep.PRESENT: _can_present,
    CaseStep.CLOSE: _can_close,
    CaseStep.RESTORE: _can_consent,
}
