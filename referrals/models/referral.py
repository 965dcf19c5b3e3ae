"""Überleitung: one need of one person, for which services are asked."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from network.models import Facility, Service
from referrals.models.client import Client
from referrals.models.consent import Consent
from referrals.models.references import random_reference
from referrals.models.stay import Stay
from referrals.phases import Phase, phase
from referrals.reasons import Close
from referrals.vocabulary import CostState, Flag, Form, Need, Urgency
from referrals.workflow import Kind


class ReferralQuerySet(models.QuerySet["Referral"]):
    def sent_by(self, actor: Actor) -> "ReferralQuerySet":
        """Referrals of the facility the actor refers people from."""
        if not actor.holds("send_referral"):
            return self.none()
        return self.filter(sender_facility=actor.facility)

    def escalated_to(self, actor: Actor) -> "ReferralQuerySet":
        """Pseudonymous cases that the actor's coordination was asked to help with."""
        if not actor.holds("coordinate_region"):
            return self.none()
        return self.filter(escalated_to=actor.facility)

    def visible_to(self, actor: Actor) -> "ReferralQuerySet":
        """One referral for its own side; the coordination finds escalated ones by another door."""
        return self.sent_by(actor)

    def with_states(self) -> "ReferralQuerySet":
        """Adds the states of all inquiries, from which ``phase`` is derived, in one statement."""
        from referrals.models.inquiry import Inquiry

        states = Inquiry.objects.filter(referral=OuterRef("pk")).order_by("pk").values("state")
        return self.annotate(inquiry_states=ArraySubquery(states))


class Referral(SealedModel, Record):
    """The need; its phase is derived from the inquiries, its free texts are sealed."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    stay = models.ForeignKey(
        Stay, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sender_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Art"), max_length=20, choices=Kind.choices, default=Kind.NEW)
    basis = models.ForeignKey(
        Consent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reference = models.CharField(max_length=12, unique=True, default=random_reference)
    service_type = models.CharField(
        _("gesucht"), max_length=20, choices=Service.Type.choices, blank=True
    )
    needs = ArrayField(models.CharField(max_length=20, choices=Need.choices), default=list)
    flags = ArrayField(
        models.CharField(max_length=20, choices=Flag.choices), default=list, blank=True
    )
    urgency = models.CharField(
        _("Dringlichkeit"), max_length=12, choices=Urgency.choices, default=Urgency.REGULAR
    )
    cost_state = models.CharField(
        _("Kostenzusage"), max_length=12, choices=CostState.choices, default=CostState.UNKNOWN
    )
    wanted_from = models.DateField(_("ab"), null=True, blank=True)
    risk_recorded = models.BooleanField(_("Risiko vermerkt"), default=False)
    remarks = SealedTextField()
    age_band = models.CharField(max_length=8, blank=True)
    area_label = models.CharField(max_length=120, blank=True)
    callback_person = models.CharField(_("Rückruf bei"), max_length=160, blank=True)
    callback_phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    callback_hours = models.CharField(_("erreichbar"), max_length=160, blank=True)
    callback_deputy = models.CharField(_("Vertretung"), max_length=160, blank=True)
    escalation_agreed = models.BooleanField(null=True, blank=True)
    escalation_agreed_on = models.DateField(null=True, blank=True)
    escalation_agreed_form = models.CharField(max_length=12, choices=Form.choices, blank=True)
    escalated_to = models.ForeignKey(
        Facility, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    escalated_at = models.DateTimeField(null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_sent_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.CharField(max_length=24, choices=Close.choices, blank=True)
    closing_note = SealedTextField()
    version = models.PositiveIntegerField(default=1)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="referrals_referral_closed_has_reason",
                condition=Q(closed_at__isnull=True, closed_reason="")
                | (Q(closed_at__isnull=False, due_at__isnull=True) & ~Q(closed_reason="")),
            ),
            models.CheckConstraint(
                name="referrals_referral_escalated_with_consent",
                condition=Q(escalated_to__isnull=True) | Q(escalation_agreed=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["sender_facility", "-created_at", "-id"],
                name="referrals_referral_open",
                condition=Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["sender_facility", "-created_at", "-id"],
                name="referrals_referral_closed",
                condition=Q(closed_at__isnull=False),
            ),
            models.Index(
                fields=["sender_facility", "due_at", "id"],
                name="referrals_referral_due",
                condition=Q(due_at__isnull=False),
            ),
            models.Index(
                fields=["escalated_to", "-escalated_at", "-id"],
                name="referrals_referral_escalated",
                condition=Q(escalated_to__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.client.data_key

    @property
    def phase(self) -> Phase:
        """Derived from the inquiries; cheap only on rows of ``with_states``."""
        states = getattr(self, "inquiry_states", None)
        if states is None:
            from referrals.models.inquiry import Inquiry

            rows = Inquiry.objects.filter(referral=self).order_by("pk")
            states = rows.values_list("state", flat=True)
        return phase(states, closed=self.closed_at is not None)
