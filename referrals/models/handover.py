"""What a chosen service needs to go on: sections of text, and files."""

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models import DataKey, Record, StoredFile
from core.sealing import SealedModel
from referrals.models.referral import Referral
from referrals.vocabulary import Category

SECTIONS = (Category.DISCHARGE_PLAN, Category.MEDICATION, Category.CRISIS_AGREEMENT)


class HandoverSection(SealedModel, Record):
    """One section of the handover; its category is what a release must grant."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="sections")
    category = models.CharField(max_length=20, choices=[(c.value, c.label) for c in SECTIONS])
    text = SealedTextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "category"], name="referrals_section_once"),
        ]

    def __str__(self) -> str:
        return f"{self.category} of {self.referral_id}"

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.referral.client.data_key


class Document(SealedModel, Record):
    """A file that goes with the handover, under the category files."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="documents")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = SealedTextField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"Document {self.pk}"

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.referral.client.data_key
