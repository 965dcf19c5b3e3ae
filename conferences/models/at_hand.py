"""What belongs to one case conference, for a page that reads it once and asks many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from conferences.models.case_measure import CaseMeasure
from conferences.models.participant import Participant
from conferences.vocabulary import MeasureState
from conferences.workflow import RELEASED

if TYPE_CHECKING:
    from conferences.models.case_conference import CaseConference
    from referrals.models import Release


@dataclass(frozen=True, slots=True)
class AtHand:
    """The table, the agreements of this and of earlier conferences, and the valid releases."""

    people: list[Participant]
    measures: list[CaseMeasure]
    releases: list[Release]


def people_of(conference: CaseConference) -> list[Participant]:
    """Everybody at the table, with account and facility."""
    rows = list(
        Participant.objects.filter(conference=conference).select_related("person", "facility")
    )
    for row in rows:
        row.conference = conference
    return rows


def measures_of(conference: CaseConference) -> list[CaseMeasure]:
    """What was agreed here by number, and then what earlier conferences left open."""
    rows = list(
        CaseMeasure.objects.filter(Q(conference=conference) | _earlier(conference))
        .select_related("conference")
        .order_by("number", "due_on", "pk")
    )
    for row in rows:
        row.conference.client, row.conference.own_key = conference.client, conference.own_key
    return rows


def _earlier(conference: CaseConference) -> Q:
    """Open agreements of the owner's earlier conferences about the same client."""
    if conference.client_id is None:
        return Q(pk=None)
    return Q(
        conference__client=conference.client_id,
        conference__owner_facility=conference.owner_facility_id,
        conference__state__in=RELEASED,
        conference__created_at__lt=conference.created_at,
        state=MeasureState.OPEN,
    )
