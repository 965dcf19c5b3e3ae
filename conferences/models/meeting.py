"""A committee meeting: about the region, never about a person."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery

from conferences.meeting_workflow import MeetingState
from conferences.models.agenda import AgendaItem
from conferences.models.attendance import Attendance
from conferences.models.body import HAS_SEAT, Seat
from conferences.models.minutes import MeetingCopy
from core.actor import Actor
from core.models import Record

ANNOUNCED = frozenset(MeetingState) - {MeetingState.PLANNED}
"""States in which others than the office know of a meeting."""


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings, narrowed to readers."""

    def visible_to(self, actor: Actor) -> MeetingQuerySet:
        """All of them for the office; announced ones for seats and, of public bodies, for all."""
        if actor.person is None:
            return self.none()
        known = Q(body__is_public=True) | Q(body__in=Seat.taken_by(actor).values("body"))
        mine = Q(known, state__in=ANNOUNCED)
        if actor.holds("coordinate_region"):
            mine |= Q(body__office=actor.facility)
        return self.filter(mine)

    def published(self) -> MeetingQuerySet:
        """For everybody: those of public bodies whose latest edition is published and printed."""
        public = MeetingCopy.objects.filter(minutes__meeting=OuterRef("pk"), is_public=True)
        latest = Subquery(public.order_by("-minutes__edition").values("pdf")[:1])
        rows = self.filter(body__is_public=True, state=MeetingState.PUBLISHED)
        return rows.annotate(public_pdf=latest).filter(public_pdf__isnull=False)

    def with_seat_of(self, actor: Actor) -> MeetingQuerySet:
        """Adds ``has_seat``: whether the actor's person sits in the body today."""
        seat = Seat.taken_by(actor).filter(body=OuterRef("body"))
        return self.annotate(**{HAS_SEAT: Exists(seat)})

    def for_page(self) -> MeetingQuerySet:
        """With agenda, resolutions and attendance, which the page asks about again and again."""
        items = AgendaItem.objects.prefetch_related("resolutions")
        attendance = Attendance.objects.select_related("seat")
        return self.prefetch_related(Prefetch("items", items), Prefetch("attendance", attendance))

    def run_by(self, actor: Actor) -> MeetingQuerySet:
        """Those of the acting office that still owe a step."""
        if not actor.holds("coordinate_region"):
            return self.none()
        return self.filter(body__office=actor.facility, due_at__isnull=False)


class Meeting(Record):
    """One sitting of a body, numbered within its year."""

    body = models.ForeignKey("conferences.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.PLANNED)
    version = models.PositiveIntegerField(default=1)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    chair = models.CharField(max_length=120, blank=True)
    keeper = models.CharField(max_length=120, blank=True)
    calendar_sequence = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()
    has_seat: bool
    """Read with the row by ``with_seat_of``."""

    class Meta:
        ordering = ["-starts_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="meeting_number_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["body", "-starts_at", "id"], name="meeting_of_body")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    def copies(self) -> list[MeetingCopy]:
        """The PDFs of all editions, the newest edition first."""
        rows = MeetingCopy.objects.filter(minutes__meeting=self).select_related("minutes")
        return list(rows.order_by("-minutes__edition", "is_public", "pk"))
