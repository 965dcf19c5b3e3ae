"""Who may sit at the table of a case conference, and what covers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from conferences.models import CaseConference, Participant
from conferences.models.case_conference import releases_of
from conferences.vocabulary import ParticipantKind
from referrals.models import Release
from referrals.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Cover:
    """Whether one participant may be invited, why, and until when a release holds."""

    participant: Participant
    is_covered: bool
    reason: str | Promise
    until: date | None = None
    tone: str = "ok"


def granted(conference: CaseConference, facility: UUID | None) -> frozenset[Category]:
    """What ``facility`` may learn from this conference at this moment."""
    if facility is None:
        return frozenset()
    if conference.is_anonymous or facility == conference.owner_facility_id:
        return frozenset(Category)
    return _granted_by(conference, facility, conference.releases())


def granted_for(
    conferences: Iterable[CaseConference], facility: UUID | None
) -> dict[UUID, frozenset[Category]]:
    """What ``granted`` says, for a whole list in one query."""
    rows = list(conferences)
    releases = releases_of(*(row for row in rows if row.owner_facility_id != facility))
    return {row.pk: _granted_by(row, facility, releases) for row in rows}


def _granted_by(
    conference: CaseConference, facility: UUID | None, releases: Iterable[Release]
) -> frozenset[Category]:
    if conference.is_anonymous or facility == conference.owner_facility_id:
        return frozenset(Category)
    fitting = (
        release
        for release in releases
        if release.client_id == conference.client_id
        and facility is not None
        and _is_mutual(release, facility, conference.owner_facility_id)
    )
    return frozenset[Category]().union(*(release.granted for release in fitting))


def _is_mutual(release: Release, facility: UUID, owner: UUID) -> bool:
    told = release.covers(facility, {Category.CONFERENCE}, speaking=owner)
    return told and release.covers(facility, {Category.CONFERENCE}, speaking=facility)


def coverage(conference: CaseConference) -> list[Cover]:
    """One row per participant, computed now: a release may have ended since yesterday."""
    releases = conference.releases()
    return [_cover(conference, participant, releases) for participant in conference.seated()]


def uncovered(conference: CaseConference) -> list[Cover]:
    """Those who may not be invited yet."""
    return [cover for cover in coverage(conference) if not cover.is_covered]


def has_consent(conference: CaseConference) -> bool:
    """Whether the client released anybody at all for a conference."""
    return any(Category.CONFERENCE in release.granted for release in conference.releases())


def _cover(
    conference: CaseConference, participant: Participant, releases: Iterable[Release]
) -> Cover:
    if participant.kind == ParticipantKind.CLIENT:
        return Cover(participant, True, _("entscheidet selbst"), tone="guard")
    if conference.is_anonymous:
        return Cover(participant, True, _("ohne Namen"), tone="guard")
    if participant.approved_on is None:
        return Cover(participant, False, _("Zustimmung fehlt"), tone="due")
    if participant.is_professional:
        return _by_release(conference, participant, releases)
    if participant.confidentiality_on is None:
        return Cover(participant, False, _("Verschwiegenheit nicht unterschrieben"), tone="due")
    return Cover(participant, True, _("Verschwiegenheit unterschrieben"))


def _by_release(
    conference: CaseConference, participant: Participant, releases: Iterable[Release]
) -> Cover:
    facility, owner = participant.facility_id, conference.owner_facility_id
    if facility is None or facility == owner:
        return Cover(participant, True, _("eigene Einrichtung"))
    for release in releases:
        if _is_mutual(release, facility, owner):
            return Cover(participant, True, _("Entbindung gültig"), release.valid_until)
    return Cover(participant, False, _("Entbindung fehlt"), tone="due")
