"""One service asked about one referral."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from core.actor import Actor, Via
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from network.models import Facility, Phone, Service
from referrals.models.client import Client
from referrals.models.inquiry_rules import CONSTRAINTS, INDEXES
from referrals.models.references import random_reference
from referrals.models.referral import Referral
from referrals.models.release import Release
from referrals.reasons import NextStep, Outcome
from referrals.vocabulary import AppointmentState, Category, ContactKind, Form
from referrals.workflow import OPEN, TAKEN, State


class Owner(models.TextChoices):
    """Whose step is next."""

    SENDER = "sender", _("anfragende Seite")
    RECEIVER = "receiver", _("angefragte Seite")
    NOBODY = "", _("niemand")


class Binding(models.TextChoices):
    """How firm an offer is."""

    BINDING = "binding", _("verbindlich")
    COSTS_PENDING = "costs_pending", _("vorbehaltlich Kostenzusage")


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    def sent_by(self, actor: Actor) -> "InquiryQuerySet":
        """Inquiries of the facility the actor refers people from, drafts too."""
        if not actor.holds("send_referral"):
            return self.none()
        return self.filter(sender_facility=actor.facility)

    def received_by(self, actor: Actor) -> "InquiryQuerySet":
        """Inquiries addressed to the facility the actor acts for; drafts are the sender's alone."""
        by_link = actor.via == Via.LINK and actor.facility is not None
        if not by_link and not actor.holds("receive_referral"):
            return self.none()
        return self.filter(receiver_facility=actor.facility, sent_at__isnull=False)

    def reviewed_by(self, actor: Actor) -> "InquiryQuerySet":
        """Inquiries of the facility whose data protection the actor watches; for no page."""
        if not actor.holds("review_access"):
            return self.none()
        asked_here = Q(sender_facility=actor.facility)
        return self.filter(asked_here)

    def visible_to(self, actor: Actor) -> "InquiryQuerySet":
        """For one row by its key, from either side; lists are one side each."""
        sides = Q(pk=None)
        if actor.holds("send_referral"):
            sides |= Q(sender_facility=actor.facility)
        if actor.holds("receive_referral"):
            sides |= Q(receiver_facility=actor.facility, sent_at__isnull=False)
        return self.filter(sides)

    def with_given(self, moment: datetime) -> "InquiryQuerySet":
        """Adds ``given_read``: what each release valid then lets the sender tell the receiver."""
        told = Release.objects.filter(client=OuterRef("client")).valid_at(moment)
        told = told.naming(
            OuterRef(OuterRef("receiver_facility")), speaking=OuterRef(OuterRef("sender_facility"))
        )
        facts = JSONObject(given="categories", back="withdrawn_categories")
        read: dict[str, ArraySubquery] = {"given_read": ArraySubquery(told.values(fact=facts))}
        return self.annotate(**read)

    def for_sender(self) -> "InquiryQuerySet":
        """Adds what the sender's pages ask of every inquiry, from other tables."""
        from referrals.models.appointment import Appointment

        taken = Inquiry.objects.filter(referral=OuterRef("referral"), state__in=TAKEN)
        dates = Appointment.objects.filter(inquiry=OuterRef("pk")).order_by("starts_at", "pk")
        planned = dates.filter(state=AppointmentState.PLANNED)
        standing = dates.filter(state__in=(AppointmentState.PLANNED, AppointmentState.KEPT))
        numbers = Phone.objects.filter(service=OuterRef("service")).order_by("position", "pk")
        read: dict[str, Any] = {
            "phones": ArraySubquery(numbers.values("raw")),
            "dials": ArraySubquery(numbers.values("dial")),
            "other_taken": Exists(taken.exclude(pk=OuterRef("pk"))),
            "planned_at": Subquery(planned.values("starts_at")[:1]),
            "standing_at": Subquery(standing.values("starts_at")[:1]),
        }
        return self.annotate(**read)

    def waiting_for(self, owner: Owner) -> "InquiryQuerySet":
        """Whose next step is that side's, most urgent first; of one side's rows."""
        return self.filter(due_side=owner).order_by("due_at", "id")


def is_taken(referral: UUID, *, besides: UUID | None = None) -> bool:
    """Whether an inquiry of the referral (other than one) is confirmed, arrived or completed."""
    rows = Inquiry.objects.filter(referral=referral, state__in=TAKEN)
    return rows.exclude(pk=besides).exists() if besides else rows.exists()


class Inquiry(SealedModel, Record):
    """Its state is a column and the last event, written together by the services alone."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    sender_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    receiver_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    escalated_to = models.ForeignKey(
        Facility, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by_proxy = models.BooleanField(default=False)
    reference = models.CharField(max_length=12, unique=True, default=random_reference)
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)

    due_side = models.CharField(max_length=8, choices=Owner.choices, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    clock_started_at = models.DateTimeField(null=True, blank=True)
    remind_at = models.DateTimeField(null=True, blank=True)
    lead_remind_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    paused_with = models.DurationField(null=True, blank=True)
    renew_release = models.BooleanField(default=False)

    agreed_on = models.DateField(_("Person einverstanden am"), null=True, blank=True)
    agreed_form = models.CharField(max_length=12, choices=Form.choices, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    expected_on = models.DateField(_("voraussichtlich ab"), null=True, blank=True)
    news_on = models.DateField(_("nächster Stand am"), null=True, blank=True)
    start_on = models.DateField(_("Platz ab"), null=True, blank=True)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    worker_name = models.CharField(_("Ansprechperson"), max_length=160, blank=True)
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    deputy_name = models.CharField(_("Vertretung"), max_length=160, blank=True)
    valid_until = models.DateTimeField(_("Angebot gilt bis"), null=True, blank=True)
    binding = models.CharField(max_length=16, choices=Binding.choices, blank=True)
    meeting_on = models.DateField(_("Kennenlernen am"), null=True, blank=True)
    release = models.ForeignKey(
        Release, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    identity_open = models.BooleanField(default=False)
    identity_opened_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    chosen_on = models.DateField(_("Wahl der Person am"), null=True, blank=True)
    bridge = SealedTextField()
    contact_on = models.DateField(_("erster Kontakt am"), null=True, blank=True)
    contact_kind = models.CharField(max_length=12, choices=ContactKind.choices, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=24, blank=True)
    next_step = models.CharField(max_length=20, choices=NextStep.choices, blank=True)
    alternative_service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = InquiryQuerySet.as_manager()
    releases_read: list[Release] | None = None
    """The person's valid releases, where a page read them; a service asks the database."""
    held_grants: frozenset[Category] | None = None
    """What may be told, read with the row while the releases were held until the end."""
    other_taken: bool
    planned_at: datetime | None
    standing_at: datetime | None
    phones: list[str]
    dials: list[str]
    """Read with the row by ``for_sender``; a row that a service locks has none of these."""

    class Meta:
        verbose_name_plural = "inquiries"
        constraints = CONSTRAINTS
        indexes = INDEXES

    def __str__(self) -> str:
        return self.reference

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.client.data_key

    @property
    def is_open(self) -> bool:
        """Whether somebody still owns a next step."""
        return self.state in OPEN
