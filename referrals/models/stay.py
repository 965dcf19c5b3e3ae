"""The time a person spends in a clinic."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.models import Record
from network.models import Facility, Unit
from referrals.models.client import Client
from referrals.reasons import Close
from referrals.vocabulary import DischargeKind


class StayQuerySet(models.QuerySet["Stay"]):
    def visible_to(self, actor: Actor) -> "StayQuerySet":
        """Stays logged by the facility the actor refers people from."""
        if not actor.holds("send_referral"):
            return self.none()
        return self.filter(owner_facility=actor.facility)

    def staying(self) -> "StayQuerySet":
        """Not yet discharged, and the person lives."""
        return self.filter(discharged_on=None).exclude(settled_reason=Close.DIED)

    def leaving_until(self, day: date) -> "StayQuerySet":
        """Not yet discharged and planned to leave on ``day`` or before."""
        return self.staying().filter(planned_discharge_on__lte=day)


class Stay(Record):
    """Admission and discharge of one client; every clock of a discharge hangs on it."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    owner_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    admitted_on = models.DateField(_("aufgenommen am"))
    planned_discharge_on = models.DateField(_("Entlassung geplant am"), null=True, blank=True)
    planned_discharge_time = models.TimeField(_("Uhrzeit"), null=True, blank=True)
    discharge_cancelled_at = models.DateTimeField(null=True, blank=True)
    discharged_on = models.DateField(_("entlassen am"), null=True, blank=True)
    discharge_kind = models.CharField(
        _("Art der Entlassung"), max_length=20, choices=DischargeKind.choices, blank=True
    )
    contact_due_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_reason = models.CharField(max_length=24, choices=Close.choices, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = StayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="referrals_stay_left_after_admission",
                condition=Q(discharged_on__isnull=True) | Q(discharged_on__gte=F("admitted_on")),
            ),
            models.CheckConstraint(
                name="referrals_stay_discharge_has_kind",
                condition=Q(discharged_on__isnull=True, discharge_kind="", contact_due_at=None)
                | (
                    Q(discharged_on__isnull=False, contact_due_at__isnull=False)
                    & ~Q(discharge_kind="")
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner_facility", "planned_discharge_on", "id"],
                name="referrals_stay_leaving",
                condition=Q(discharged_on__isnull=True),
            ),
            models.Index(
                fields=["owner_facility", "contact_due_at", "id"],
                name="referrals_stay_left",
                condition=Q(discharged_on__isnull=False, settled_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Stay {self.pk}"

    @property
    def leaves_on(self) -> date | None:
        """The day the person left, else the day they may leave."""
        return self.discharged_on or self.planned_discharge_on
