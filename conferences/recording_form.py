"""The form of the minutes between the page and the services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from conferences.access import Opened, opened, require
from conferences.disclosure import visible_sections
from conferences.documents import SECTION_HEADINGS
from conferences.forms.cases import SPARE_MEASURES, MinutesForm
from conferences.models import CaseConference
from conferences.models.case_conference import SECTIONS
from conferences.services import recording
from conferences.services.stepping import locked
from conferences.workflow import CaseState, CaseStep
from core.actor import Actor


def _step(conference: CaseConference) -> CaseStep:
    return CaseStep.ATTEND if conference.state == CaseState.INVITED else CaseStep.WRITE


def _arguments(conference: CaseConference, actor: Actor, texts: Opened) -> dict[str, Any]:
    step = _step(conference)
    require(actor, step, conference)
    allowed = visible_sections(actor, conference) if step == CaseStep.WRITE else frozenset()
    return {
        "action": reverse("conferences:save-minutes", kwargs={"pk": conference.pk}),
        "people": [(p.pk, texts.names[p.pk] or p.function) for p in conference.seated()],
        "sections": {name: SECTION_HEADINGS[name] for name in SECTIONS if name in allowed},
        "measures": _last_number(texts) if step == CaseStep.WRITE else -SPARE_MEASURES,
    }


def _last_number(texts: Opened) -> int:
    return max((measure["number"] for measure in texts.measures), default=0)


def unbound(conference: CaseConference, actor: Actor) -> MinutesForm:
    """The form with what is known."""
    texts = opened(conference, by=actor, purpose="minutes", for_page=True)
    initial: dict[str, Any] = {**texts.texts, "version": conference.version}
    initial["next_review_on"] = conference.next_review_on
    for participant in conference.seated():
        initial[f"presence_{participant.pk}"] = participant.presence
        initial[f"note_{participant.pk}"] = participant.presence_note
    for measure in texts.measures:
        number = measure["number"]
        initial |= {
            f"what_{number}": measure["what"],
            f"who_{number}": measure["who"],
            f"due_{number}": measure["due_on"],
        }
    return MinutesForm(initial=initial, **_arguments(conference, actor, texts))


def bound(conference: CaseConference, actor: Actor, posted: Mapping[str, Any]) -> MinutesForm:
    """The form as it was sent; held for writing first, or two writers who read would deadlock."""
    locked(conference=conference, step=_step(conference), by=actor)
    texts = opened(conference, by=actor, purpose="minutes")
    return MinutesForm(posted, **_arguments(conference, actor, texts))


def save(form: MinutesForm, conference: CaseConference, actor: Actor) -> None:
    """Attendance first; once the conference was held, the written parts too."""
    version = form.cleaned_data["version"]
    recording.attend(conference=conference, presence=form.presence(), version=version, by=actor)
    if conference.state != CaseState.INVITED:
        recording.write(
            conference=conference,
            texts=form.texts(),
            measures=form.agreements(),
            next_review_on=form.cleaned_data["next_review_on"],
            by=actor,
        )
