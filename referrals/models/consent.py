"""What the search for help rests on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Record
from referrals.models.client import Client
from referrals.models.stay import Stay
from referrals.vocabulary import Basis, Form, SignedBy


class Consent(Record):
    """Consent to discharge management for a stay, or written consent to one search."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="consents")
    stay = models.ForeignKey(
        Stay, null=True, blank=True, on_delete=models.PROTECT, related_name="consents"
    )
    kind = models.CharField(max_length=24, choices=Basis.choices)
    given_on = models.DateField(_("gegeben am"))
    form = models.CharField(_("Form"), max_length=12, choices=Form.choices)
    signed_by = models.CharField(_("von"), max_length=16, choices=SignedBy.choices)
    wording_version = models.CharField(max_length=20, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="referrals_consent_discharge_has_stay",
                condition=Q(kind=Basis.SEARCH) | Q(stay__isnull=False),
            ),
            models.CheckConstraint(
                name="referrals_consent_not_oral",
                condition=~Q(form=Form.ORAL),
            ),
        ]

    def __str__(self) -> str:
        return f"Consent {self.pk}"

    @property
    def is_valid(self) -> bool:
        """Whether it still carries a search."""
        return self.withdrawn_at is None
