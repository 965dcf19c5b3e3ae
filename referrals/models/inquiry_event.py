"""What happened to an inquiry; rows are only ever added."""

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from network.models import Facility
from referrals.models.inquiry import Inquiry
from referrals.workflow import State, Step


class InquiryEvent(SealedModel, Record):
    """One step: from where to where, when, by whom, for which facility, through which door."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=16, choices=Step.choices)
    from_state = models.CharField(max_length=20, choices=State.choices)
    to_state = models.CharField(max_length=20, choices=State.choices)
    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    facility = models.ForeignKey(Facility, null=True, on_delete=models.PROTECT, related_name="+")
    via = models.CharField(max_length=12)
    on_behalf = models.BooleanField(default=False)
    reason = models.CharField(max_length=24, blank=True)
    note = SealedTextField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "number"], name="referrals_event_number"),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.inquiry_id}"

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.inquiry.client.data_key
