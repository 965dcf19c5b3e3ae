"""A legal body (Träger) and the agreements between bodies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record
from network.models.region import Region


class Organisation(Record):
    """Träger; holds facilities and nothing of a case."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Name"), max_length=200)
    contacts_public = models.BooleanField(_("Kontakte öffentlich"), default=False)
    website = models.URLField(_("Internet"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "name"], name="network_organisation_name"),
        ]

    def __str__(self) -> str:
        return self.name


class CooperationAgreement(Record):
    """Kooperationsvereinbarung between two organisations."""

    first = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.first} - {self.second}"
