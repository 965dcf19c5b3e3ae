"""The life of an entry: which step leads from which state to which, and whose step it is."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.models import Service

State = Service.State


class Step(models.TextChoices):
    """What somebody does with an entry as a whole; the value is the word in the address."""

    SUBMIT = "einreichen", _("Zur Prüfung geben")
    PUBLISH = "veroeffentlichen", _("Veröffentlichen")
    RETURN = "zurueckgeben", _("Zurückgeben")
    REOPEN = "oeffnen", _("Wieder geöffnet")
    INACTIVATE = "beenden", _("Nicht mehr angeboten")
    REVIVE = "wieder-anbieten", _("Wieder anbieten")


@dataclass(frozen=True)
class Standing:
    """How somebody stands to an entry: answers for it, coordinates its region."""

    keeps: bool
    reviews: bool


STEPS: dict[tuple[str, Step], str] = {
    (State.DRAFT, Step.SUBMIT): State.IN_REVIEW,
    (State.DRAFT, Step.PUBLISH): State.PUBLISHED,
    (State.IN_REVIEW, Step.PUBLISH): State.PUBLISHED,
    (State.IN_REVIEW, Step.RETURN): State.DRAFT,
    (State.PUBLISHED, Step.REOPEN): State.PUBLISHED,
    (State.DRAFT, Step.INACTIVATE): State.INACTIVE,
    (State.IN_REVIEW, Step.INACTIVATE): State.INACTIVE,
    (State.PUBLISHED, Step.INACTIVATE): State.INACTIVE,
    (State.INACTIVE, Step.REVIVE): State.DRAFT,
}
"""Review due, stale and closed are no states of their own: dates say so of a published entry."""

DEEDS: dict[Step, str] = {
    Step.SUBMIT: "entry.submitted",
    Step.PUBLISH: "entry.published",
    Step.RETURN: "entry.returned",
    Step.REOPEN: "entry.reopened",
    Step.INACTIVATE: "entry.inactivated",
    Step.REVIVE: "entry.revived",
}
_REVIEWERS = frozenset({Step.PUBLISH, Step.RETURN})


def steps_for(service: Service, standing: Standing) -> list[Step]:
    """The steps that may be taken now."""
    return [step for step in Step if refusal(step, service, standing) is None]


def refusal(step: Step, service: Service, standing: Standing) -> Promise | None:
    """Why the step may not be taken, or None; a draft is published by whoever keeps it alone."""
    if (service.state, step) not in STEPS or (step == Step.REOPEN and not service.is_closed):
        return _(
            "Der Eintrag hat inzwischen einen anderen Stand. "
            "Bitte laden Sie die Seite neu und sehen Sie, welche Schritte jetzt möglich sind."
        )
    if step == Step.REVIVE and service.merged_into_id is not None:
        return _("Dieser Eintrag ist in einem anderen aufgegangen.")
    if step not in _REVIEWERS:
        return None if standing.keeps else _("Diesen Schritt macht, wer den Eintrag verantwortet.")
    if not standing.reviews or (service.state == State.DRAFT and not standing.keeps):
        return _("Geprüfte Einträge veröffentlicht die Koordination der Region.")
    return None
