"""A case conference: people around a table about one client, and secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from conferences.vocabulary import ConferenceKind, MeasureState, ParticipantKind, ReviewEnd, Role
from conferences.workflow import FINISHED, RELEASED, SHARED, CaseState
from core import clock
from core.actor import Actor
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from referrals.models import Release
from referrals.vocabulary import Category

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from conferences.models.case_measure import CaseMeasure
    from conferences.models.case_minutes import MinutesCopy

SECTIONS = (
    "client_view",
    "relatives_view",
    "professionals_view",
    "goals",
    "crisis_arrangement",
    "dissent",
)
"""The written parts of the minutes, in the order in which they are read."""


def conference_releases(facility: Any, *, client: Any, owner: Any) -> models.QuerySet[Release]:
    """Releases under which ``owner`` and ``facility`` may talk about ``client`` today, mutually.

    ``client`` and ``owner`` are ids, or references to the row of an outer query.
    """
    return (
        Release.objects.filter(client=client, categories__contains=[Category.CONFERENCE])
        .exclude(withdrawn_categories__contains=[Category.CONFERENCE])
        .valid_at(clock.now())
        .naming(facility, speaking=facility)
        .naming(facility, speaking=owner)
    )


def releases_of(*conferences: CaseConference) -> list[Release]:
    """All valid releases that owners keep for these clients, the longest lasting first."""
    clients = {row.client_id for row in conferences if row.client_id is not None}
    if not clients:
        return []
    rows = Release.objects.filter(client__in=clients, owner_facility=F("client__owner_facility"))
    return list(rows.valid_at(clock.now()).prefetch_related("parties").order_by("-valid_until"))


class CaseConferenceQuerySet(models.QuerySet["CaseConference"]):
    """Conferences, narrowed to readers."""

    def visible_to(self, actor: Actor) -> CaseConferenceQuerySet:
        """Those of the acting facility; of others, those where a release and a seat agree."""
        if actor.facility is None or not actor.holds("hold_conference"):
            return self.none()
        own = Q(owner_facility=actor.facility)
        return self.filter(own | self._invited(actor))

    def _invited(self, actor: Actor) -> Q:
        """Guests sit for a facility that a valid release names; anonymous ones need none."""
        from conferences.models.participant import Participant

        seat = Exists(
            Participant.objects.filter(
                conference=OuterRef("pk"),
                kind=ParticipantKind.PROFESSIONAL,
                facility=actor.facility,
                person=actor.person,
                approved_on__isnull=False,
            )
        )
        released = Exists(
            conference_releases(
                actor.facility,
                client=OuterRef("client"),
                owner=OuterRef(OuterRef("owner_facility")),
            )
        )
        return Q(seat, Q(client__isnull=True) | Q(released), state__in=SHARED)

    def hosted_by(self, actor: Actor) -> CaseConferenceQuerySet:
        """Those whose steps the actor takes: as the owner, or in the role of coordination."""
        from conferences.models.participant import Participant

        chairs = Participant.objects.filter(
            conference=OuterRef("pk"), person=actor.person, role=Role.COORDINATION
        )
        return self.filter(Q(owner_facility=actor.facility) | Q(Exists(chairs)))

    def without_consent(self) -> list[CaseConference]:
        """Shared ones about a client of whom no conference release is left."""
        rows = self.filter(client__isnull=False, state__in=SHARED - FINISHED).order_by("pk")
        return [
            row
            for row in rows
            if not any(Category.CONFERENCE in release.granted for release in releases_of(row))
        ]

    def due(self) -> CaseConferenceQuerySet:
        """Those whose next step somebody owes."""
        return self.exclude(due_at=None).exclude(state=CaseState.CLOSED)


class CaseConference(SealedModel, Record):
    """One conference; without a client it is anonymous and stores no identifier at all."""

    owner_facility = models.ForeignKey(
        "network.Facility", on_delete=models.PROTECT, related_name="+"
    )
    client = models.ForeignKey(
        "referrals.Client", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    own_key = models.ForeignKey(
        "core.DataKey", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reference = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=ConferenceKind)
    state = models.CharField(max_length=20, choices=CaseState, default=CaseState.PROPOSED)
    restricted_from = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    calendar_sequence = models.PositiveIntegerField(default=0)
    client_informed_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    review_end = models.CharField(max_length=20, choices=ReviewEnd, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    retain_until = models.DateField(null=True, blank=True)

    core_question = SealedTextField()
    not_to_discuss = SealedTextField(blank=True)
    client_view = SealedTextField(blank=True)
    relatives_view = SealedTextField(blank=True)
    professionals_view = SealedTextField(blank=True)
    goals = SealedTextField(blank=True)
    crisis_arrangement = SealedTextField(blank=True)
    dissent = SealedTextField(blank=True)

    objects = CaseConferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(client__isnull=False, own_key__isnull=True)
                | Q(client__isnull=True, own_key__isnull=False),
                name="conference_has_one_key",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="conference_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CaseState.INVITED, CaseState.HELD])
                | Q(starts_at__isnull=False, ends_at__isnull=False),
                name="conference_invited_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.MINUTES_RELEASED) | ~Q(review_end=""),
                name="conference_released_was_reviewed",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_facility", "due_at", "id"], name="conference_due"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_anonymous(self) -> bool:
        """Whether nothing here says who it is about."""
        return self.client_id is None

    @property
    def data_key(self) -> DataKey:
        """The client's key, or its own when there is no client."""
        key = self.own_key if self.client is None else self.client.data_key
        if key is None:
            raise DataKey.DoesNotExist
        return key

    def when(self) -> tuple[datetime, datetime] | None:
        """Start and end once both are fixed."""
        return (self.starts_at, self.ends_at) if self.starts_at and self.ends_at else None

    def left_open(self) -> list[CaseMeasure]:
        """What the owner's earlier conferences about this client agreed and nobody settled."""
        from conferences.models.case_measure import CaseMeasure

        if self.client_id is None:
            return []
        rows = CaseMeasure.objects.filter(
            conference__client=self.client_id,
            conference__owner_facility=self.owner_facility_id,
            conference__state__in=RELEASED,
            conference__created_at__lt=self.created_at,
            state=MeasureState.OPEN,
        )
        return list(rows.select_related("conference__client__data_key").order_by("due_on", "pk"))

    def copy_of(self, facility: UUID | None, copy_id: UUID) -> MinutesCopy | None:
        """One facility's PDF of these minutes, or nothing."""
        from conferences.models.case_minutes import MinutesCopy

        rows = MinutesCopy.objects.select_related("pdf__data_key", "facility")
        return rows.filter(pk=copy_id, minutes__conference=self, facility=facility).first()
