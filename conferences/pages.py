"""What the page of one case conference shows, made ready so that the template only lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from conferences.access import Opened, may, opened, opened_edition, opened_leftovers
from conferences.coverage import Cover, coverage, granted
from conferences.disclosure import visible_sections
from conferences.documents import SECTION_HEADINGS, case_sheet
from conferences.models import CaseConference
from conferences.models.case_conference import SECTIONS
from conferences.standing import sides
from conferences.vocabulary import Invitation, Role
from conferences.workflow import (
    CASE_STEPS,
    DRAFTING,
    PATH,
    RELEASED,
    CaseSide,
    CaseState,
    CaseStep,
)
from core import moments
from core.actor import Actor

MAIN_STEPS = (
    CaseStep.INFORM,
    CaseStep.GO_ANONYMOUS,
    CaseStep.CONSENT,
    CaseStep.INVITE,
    CaseStep.HOLD,
    CaseStep.PRESENT,
    CaseStep.FOLLOW,
    CaseStep.RESTORE,
    CaseStep.CLOSE,
)
SIDE_STEPS = (
    CaseStep.REFUSE,
    CaseStep.POSTPONE,
    CaseStep.CORRECT,
    CaseStep.REVISE,
    CaseStep.CANCEL,
    CaseStep.RESTRICT,
)
HINTS: Mapping[str, Promise] = {
    CaseState.PROPOSED: _("Sprechen Sie mit der Person über Zweck, Teilnehmende und Grenzen."),
    CaseState.CONSENT_PENDING: _(
        "Tragen Sie ein, wer kommen soll, und erfassen Sie die unterschriebene Entbindung mit der "
        "Kategorie „Konferenz“."
    ),
    CaseState.SCHEDULING: _(
        "Legen Sie den Termin fest. Einladen können Sie, sobald für alle die Entbindung da ist."
    ),
    CaseState.INVITED: _("Halten Sie nach der Konferenz fest, wer da war."),
    CaseState.HELD: _("Schreiben Sie das Protokoll, mit der Sicht der Person zuerst."),
    CaseState.MINUTES_DRAFT: _("Die Person liest zuerst. Danach geht das Protokoll an alle."),
    CaseState.CLIENT_REVIEW: _("Die Person hat sieben Tage für Korrekturen."),
    CaseState.MINUTES_RELEASED: _(
        "Das Protokoll ist eingefroren. Die Ausfertigungen stehen unten."
    ),
    CaseState.FOLLOW_UP: _("Haken Sie ab, was erledigt ist."),
    CaseState.RESTRICTED: _("Die Einwilligung fehlt. Nur Ihre Einrichtung sieht diese Seite."),
}
NAMELESS_HINTS: Mapping[str, Promise] = {
    **HINTS,
    CaseState.PROPOSED: _("Gehen Sie ohne Namen weiter, und schreiben Sie auch keinen auf."),
    CaseState.SCHEDULING: _("Legen Sie den Termin fest, und laden Sie dann ein."),
    CaseState.HELD: _("Schreiben Sie das Protokoll, ohne Namen."),
    CaseState.MINUTES_DRAFT: _("Lesen Sie den Entwurf noch einmal. Danach geben Sie ihn frei."),
    CaseState.CLIENT_REVIEW: _("Niemand liest vorher. Geben Sie das Protokoll frei."),
}
"""Where nobody is named, nobody consents and nobody reads first."""


CONSENT = frozenset({CaseState.CONSENT_PENDING})
WAY: tuple[tuple[Promise, frozenset[CaseState]], ...] = (
    (_("vorgeschlagen"), frozenset({CaseState.PROPOSED})),
    (_("Einwilligung"), CONSENT),
    (_("Terminfindung"), frozenset({CaseState.SCHEDULING})),
    (_("eingeladen"), frozenset({CaseState.INVITED})),
    (_("durchgeführt"), frozenset({CaseState.HELD})),
    (_("Protokoll"), frozenset({CaseState.MINUTES_DRAFT, CaseState.CLIENT_REVIEW})),
    (_("freigegeben"), frozenset({CaseState.MINUTES_RELEASED})),
    (_("Nachverfolgung"), frozenset({CaseState.FOLLOW_UP, CaseState.CLOSED})),
)
"""The straight way in few words, as the page shows it."""


@dataclass(frozen=True, slots=True)
class Button:
    """A step that stands open to the reader now, or the sentence that says what is missing."""

    step: CaseStep
    label: str | Promise
    refusal: str


def conference_page(conference: CaseConference, actor: Actor) -> dict[str, Any]:
    """Everything the template needs; the read record is written here."""
    texts = opened(conference, by=actor, purpose="page", for_page=True)
    return {
        **_head(conference, texts),
        **_steps(conference, actor),
        **_people(conference, texts),
        **_papers(conference, actor, texts),
        "events": _events(conference),
        "poll": _poll(conference),
    }


def _head(conference: CaseConference, texts: Opened) -> dict[str, Any]:
    return {
        "conference": conference,
        "person": texts.person,
        "is_named": not conference.is_anonymous and bool(texts.person),
        "texts": texts,
        "when": _when(conference),
        "path": _path(conference),
        "hint": _hint(conference),
    }


def _steps(conference: CaseConference, actor: Actor) -> dict[str, Any]:
    """What the reader may do now."""
    standing = sides(actor, conference)
    return {
        "main": _buttons(conference, actor, MAIN_STEPS),
        "side": _buttons(conference, actor, SIDE_STEPS),
        "can": {step.value for step in CaseStep if may(actor, step, conference) is None},
        "is_host": bool(standing & CaseSide.HOSTS),
        "is_owner": bool(standing & CaseSide.OWNER),
    }


def _people(conference: CaseConference, texts: Opened) -> dict[str, Any]:
    covers = coverage(conference)
    return {
        "rows": [_row(conference, cover, texts) for cover in covers],
        "missing": sum(not cover.is_covered for cover in covers),
        "show_presence": conference.state in DRAFTING | RELEASED,
    }


def _papers(conference: CaseConference, actor: Actor, texts: Opened) -> dict[str, Any]:
    """Draft or released minutes, and what was agreed here and before."""
    editions = _editions(conference, actor)
    return {
        "sections": _sections(conference, actor, texts),
        "measures": texts.measures,
        "leftovers": opened_leftovers(conference, by=actor),
        "edition": _released(conference, actor, editions),
        "copies": [copy for edition in editions for copy in edition.copies_read],
    }


def _hint(conference: CaseConference) -> str | Promise:
    hints = NAMELESS_HINTS if conference.is_anonymous else HINTS
    return hints.get(conference.state, "")


def _editions(conference: CaseConference, actor: Actor) -> list[Any]:
    """The released minutes, the newest first, each with the PDFs of the acting facility."""
    return conference.editions_for(actor.facility) if conference.state in RELEASED else []


def _released(
    conference: CaseConference, actor: Actor, editions: list[Any]
) -> dict[str, Any] | None:
    """The latest released minutes as this reader's release allows, in ready words."""
    if not editions:
        return None
    edition = editions[0]
    edition.conference = conference
    categories = granted(conference, actor.facility)
    content = opened_edition(edition, categories=categories, by=actor, purpose="page")
    return case_sheet(content, "") | {"digest": edition.digest}


def _when(conference: CaseConference) -> str:
    span = conference.when()
    return moments.span(*span) if span else ""


def _path(conference: CaseConference) -> list[tuple[str, str]]:
    state = CaseState(conference.state)
    if state not in PATH:
        return []
    shown = [row for row in WAY if not (conference.is_anonymous and row[1] == CONSENT)]
    here = next(number for number, (_word, states) in enumerate(shown) if state in states)
    return [(str(word), _place(number, here)) for number, (word, _s) in enumerate(shown)]


def _place(there: int, here: int) -> str:
    return "now" if there == here else "past" if there < here else "ahead"


def _buttons(conference: CaseConference, actor: Actor, steps: tuple[CaseStep, ...]) -> list[Button]:
    found = []
    for step in steps:
        refusal = may(actor, step, conference)
        if refusal is None:
            found.append(Button(step, _label(conference, step), ""))
        elif not refusal.forbidden and _in_table(conference, step):
            found.append(Button(step, _label(conference, step), str(refusal)))
    return found


def _label(conference: CaseConference, step: CaseStep) -> str | Promise:
    nobody_reads = conference.is_anonymous and step == CaseStep.PRESENT
    return _("Zur Freigabe geben") if nobody_reads else step.label


def _in_table(conference: CaseConference, step: CaseStep) -> bool:
    return (CaseState(conference.state), step) in CASE_STEPS


def _row(conference: CaseConference, cover: Cover, texts: Opened) -> dict[str, Any]:
    participant = cover.participant
    return {
        "pk": participant.pk,
        "name": texts.names.get(participant.pk, ""),
        "function": participant.function,
        "role": Role(participant.role).label,
        "cover": cover,
        "icon": {"guard": "person", "due": "warning"}.get(cover.tone, "done"),
        "answer": Invitation(participant.invitation).label,
        "presence": participant.get_presence_display() if participant.presence else "",
        "note": participant.presence_note,
        "needs_approval": participant.approved_on is None or not cover.is_covered,
        "is_client": participant.kind == "client",
        "is_professional": participant.is_professional,
    }


def _sections(conference: CaseConference, actor: Actor, texts: Opened) -> list[tuple[Any, str]]:
    """The draft, for those who write it."""
    if conference.state not in DRAFTING:
        return []
    allowed = visible_sections(actor, conference)
    return [
        (SECTION_HEADINGS[name], texts[name])
        for name in SECTIONS
        if name in allowed and texts[name]
    ]


def _events(conference: CaseConference) -> list[dict[str, Any]]:
    rows = conference.events.select_related("person").order_by("-at", "-id")[:12]
    words = {step.value: step.label for step in CaseStep}
    return [
        {
            "when": moments.moment_short(row.at),
            "who": row.person.full_name if row.person else "",
            "text": words.get(row.step, _("Konferenz vorgeschlagen")),
            "icon": "circle",
        }
        for row in rows
    ]


def _poll(conference: CaseConference) -> list[dict[str, Any]]:
    if conference.state != CaseState.SCHEDULING:
        return []
    yes = Count("answers", filter=Q(answers__possible=True))
    dates = conference.poll_dates.annotate(yes=yes, of=Count("answers"))
    return [
        {"pk": date.pk, "when": moments.moment(date.starts_at), "yes": date.yes, "of": date.of}
        for date in dates
    ]
