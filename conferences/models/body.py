"""Committees of the region, and who sits in them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext

from conferences.vocabulary import BodyKind, Display, SeatGroup
from core import clock
from core.actor import Actor
from core.models import Record

HAS_SEAT = "has_seat"


class BodyQuerySet(models.QuerySet["Body"]):
    """Committees, narrowed to readers."""

    def visible_to(self, actor: Actor) -> BodyQuerySet:
        """Public bodies for everybody signed in, others for their office and their seats."""
        if actor.person is None:
            return self.none()
        mine = Q(office=actor.facility) | Q(pk__in=Seat.taken_by(actor).values("body"))
        return self.filter(Q(is_public=True) | mine)

    def with_seat_of(self, actor: Actor) -> BodyQuerySet:
        """Adds ``has_seat``: whether the actor's person sits in it today."""
        return self.annotate(**{HAS_SEAT: Exists(Seat.taken_by(actor).filter(body=OuterRef("pk")))})


class Body(Record):
    """A PSAG, a GPV, a Netzwerkkonferenz as a body, or a working group."""

    region = models.ForeignKey("network.Region", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("network.Facility", on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    subtitle = models.CharField(max_length=200, blank=True)
    letterhead = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=BodyKind)
    is_public = models.BooleanField(default=True)
    quorum_percent = models.PositiveSmallIntegerField(default=50)
    data_key = models.ForeignKey("core.DataKey", on_delete=models.PROTECT, related_name="+")

    objects = BodyQuerySet.as_manager()
    has_seat: bool
    """Read with the row by ``with_seat_of``."""
    seat_known: tuple[UUID, bool] | None = None
    """A person, and whether they sit here today, where a page read it with the row."""

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def know_seat(self, actor: Actor, has_seat: bool) -> None:
        """Keep what was read with the row, so that nobody asks again for this page."""
        if actor.person is not None:
            self.seat_known = (actor.person.pk, has_seat)


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats, narrowed to a day."""

    def current(self, on: date) -> SeatQuerySet:
        """Those whose term has begun and lasts on that day."""
        begun = Q(starts_on=None) | Q(starts_on__lte=on)
        lasting = Q(ends_on=None) | Q(ends_on__gte=on)
        return self.filter(begun, lasting)


class Seat(Record):
    """A place in a body; the person in it may change, the seat stays."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    group = models.CharField(max_length=20, choices=SeatGroup)
    label = models.CharField(max_length=120)
    has_vote = models.BooleanField(default=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    display = models.CharField(max_length=20, choices=Display, default=Display.NAME)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["group", "label", "id"]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def taken_by(cls, actor: Actor) -> SeatQuerySet:
        """The seats in which the actor's person sits today."""
        taken = cls.objects.current(clock.today())
        return taken.filter(person=actor.person, person__is_active=True)

    def called(self) -> str:
        """How the member is named inside the body, by their own choice."""
        if self.person is None or self.display == Display.DEPUTY:
            return gettext("Vertretung") if self.person else ""
        name: str = self.person.full_name
        return name.split()[0] if self.display == Display.FIRST_NAME and name else name
