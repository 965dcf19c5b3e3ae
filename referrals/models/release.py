"""Schweigepflichtentbindung: who may tell whom what, for what, until when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from core.database import hold_shared
from core.models import Record
from network.models import Facility
from referrals.models.client import Client
from referrals.vocabulary import Category, Form, SignedBy


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, actor: Actor) -> "ReleaseQuerySet":
        """Releases kept by the facility the actor refers people from."""
        if not actor.holds("send_referral"):
            return self.none()
        return self.filter(owner_facility=actor.facility)

    def valid_at(self, moment: datetime) -> "ReleaseQuerySet":
        """Neither withdrawn nor outside its days; computed now, by no job."""
        day = clock.local(moment).date()
        return self.filter(
            Q(withdrawn_at=None) | Q(withdrawn_at__gt=moment),
            valid_from__lte=day,
            valid_until__gte=day,
        )

    def with_parties(self) -> "list[Release]":
        """The rows with their parties and the facilities' names, in one statement, in no order.

        Every release names at least one facility: the service that records one asks for it.
        """
        parties = ReleaseParty.objects.filter(release__in=self).order_by("pk")
        found: dict[UUID, Release] = {}
        for party in parties.select_related("release", "facility"):
            release = found.setdefault(party.release_id, party.release)
            release.parties_read = [*(release.parties_read or []), party]
        return list(found.values())

    def naming(self, facility: Any, *, speaking: Any = None) -> "ReleaseQuerySet":
        """Those that let ``speaking`` (or anybody) tell ``facility``; ids, or outer references."""
        party = ReleaseParty.objects.filter(release=OuterRef("pk"), withdrawn_at=None)
        hears = Exists(party.filter(facility=facility, hears=True))
        if speaking is None:
            return self.filter(hears)
        return self.filter(hears, Exists(party.filter(facility=speaking, speaks=True)))


class Release(Record):
    """One signed declaration; what it covers is computed at reading."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    owner_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    categories = ArrayField(models.CharField(max_length=20, choices=Category.choices))
    withdrawn_categories = ArrayField(
        models.CharField(max_length=20, choices=Category.choices), default=list, blank=True
    )
    valid_from = models.DateField(_("gilt ab"))
    valid_until = models.DateField(_("gilt bis"))
    form = models.CharField(_("Form"), max_length=12, choices=Form.choices)
    signed_by = models.CharField(_("unterschrieben von"), max_length=16, choices=SignedBy.choices)
    wording_version = models.CharField(max_length=20)
    wording_hash = models.CharField(max_length=64)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = ReleaseQuerySet.as_manager()
    parties_read: "list[ReleaseParty] | None" = None
    """Its parties, where they came with the row."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="referrals_release_ends_after_start",
                condition=Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="referrals_release_names_categories",
                condition=Q(categories__len__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"Release {self.pk}"

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether it holds at ``moment``, as ``valid_at`` would find it."""
        if self.withdrawn_at is not None and self.withdrawn_at <= moment:
            return False
        return self.valid_from <= clock.local(moment).date() <= self.valid_until

    @property
    def granted(self) -> frozenset[Category]:
        """The categories that were given and not taken back."""
        return frozenset(map(Category, self.categories)) - frozenset(
            map(Category, self.withdrawn_categories)
        )

    def named(self) -> "list[ReleaseParty]":
        """Every facility it lets speak or hear, also those taken back."""
        return list(self.parties.all()) if self.parties_read is None else self.parties_read

    def covers(
        self, facility: UUID, categories: Iterable[Category], *, speaking: UUID | None = None
    ) -> bool:
        """Whether ``speaking`` may tell ``facility`` all ``categories``; not whether today."""
        if not frozenset(categories) <= self.granted:
            return False
        parties = {party.facility_id: party for party in self.named() if party.withdrawn_at is None}
        listener, speaker = parties.get(facility), parties.get(speaking) if speaking else None
        told = listener is not None and listener.hears
        return told and (speaking is None or (speaker is not None and speaker.speaks))


class ReleaseParty(Record):
    """One facility that a release lets speak, hear, or both."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="parties")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    speaks = models.BooleanField(default=False)
    hears = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "facility"], name="referrals_release_party_once"
            ),
            models.CheckConstraint(
                name="referrals_release_party_does_something",
                condition=Q(speaks=True) | Q(hears=True),
            ),
        ]
        indexes = [models.Index(fields=["facility", "release"], name="referrals_party_facility")]

    def __str__(self) -> str:
        return f"ReleaseParty {self.pk}"


def valid_releases(
    client: UUID, *, hearing: UUID, speaking: UUID, moment: datetime
) -> list[Release]:
    """The releases under which ``speaking`` may tell ``hearing`` about the person then."""
    rows = Release.objects.filter(client=client).valid_at(moment)
    return list(rows.naming(hearing, speaking=speaking).order_by("pk"))


def hold_releases_of(inquiries: models.QuerySet[Any]) -> None:
    """``hold_releases`` for the people of some inquiries, before these are read."""
    clients = Release.objects.filter(client__in=inquiries.order_by().values("client"))
    hold_shared(clients.order_by("pk").values("pk"))


def hold_releases(client: UUID) -> None:
    """Let no release of a person be withdrawn until the transaction ends; before any referral."""
    hold_shared(Release.objects.filter(client=client).order_by("pk").values("pk"))
