"""A case conference: people around a table about one client, and secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject

from conferences.models.at_hand import AtHand, measures_of, people_of
from conferences.models.case_minutes import CaseMinutes, MinutesCopy
from conferences.models.participant import Participant
from conferences.vocabulary import ConferenceKind, ParticipantKind, ReviewEnd, Role
from conferences.workflow import FINISHED, SHARED, CaseState
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
    found = rows.valid_at(clock.now()).with_parties()
    return sorted(found, key=lambda release: release.valid_until, reverse=True)


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

    core_question = SealedTextField()
    not_to_discuss = SealedTextField(blank=True)
    client_view = SealedTextField(blank=True)
    relatives_view = SealedTextField(blank=True)
    professionals_view = SealedTextField(blank=True)
    goals = SealedTextField(blank=True)
    crisis_arrangement = SealedTextField(blank=True)
    dissent = SealedTextField(blank=True)

    objects = CaseConferenceQuerySet.as_manager()
    at_hand: AtHand | None = None
    """What a page has read once; a service never has it, and reads what is true now."""

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

    def read_at_hand(self) -> CaseConference:
        """Read everything a page asks about again and again; not for a row that is changed."""
        self.at_hand = AtHand(people_of(self), measures_of(self), releases_of(self))
        return self

    def seated(self) -> list[Participant]:
        """Everybody at the table, with account and facility."""
        return self.at_hand.people if self.at_hand else people_of(self)

    def agreed(self) -> list[CaseMeasure]:
        """What this conference agreed, by number."""
        return [row for row in self._measures() if row.conference_id == self.pk]

    def left_open(self) -> list[CaseMeasure]:
        """What the owner's earlier conferences about this client agreed and nobody settled."""
        rows = [row for row in self._measures() if row.conference_id != self.pk]
        return sorted(rows, key=lambda row: (row.due_on is None, row.due_on, row.pk))

    def _measures(self) -> list[CaseMeasure]:
        return self.at_hand.measures if self.at_hand else measures_of(self)

    def releases(self) -> list[Release]:
        """Every release of the client that holds now, the longest lasting first."""
        return self.at_hand.releases if self.at_hand else releases_of(self)

    def editions_for(self, facility: UUID | None) -> list[CaseMinutes]:
        """The released minutes, the newest first, with the ``copies_read`` of one facility."""
        copies = MinutesCopy.objects.filter(minutes=OuterRef("pk"), facility=facility)
        facts = JSONObject(pk="pk", pdf_id="pdf_id", edition="minutes__edition")
        read = ArraySubquery(copies.order_by("created_at", "pk").values(fact=facts))
        return list(self.editions.annotate(copies_read=read))

    def copy_of(self, facility: UUID | None, copy_id: UUID) -> MinutesCopy | None:
        """One facility's PDF of these minutes, or nothing."""
        rows = MinutesCopy.objects.select_related("pdf__data_key", "facility")
        return rows.filter(pk=copy_id, minutes__conference=self, facility=facility).first()
