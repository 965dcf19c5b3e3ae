"""Contacts of wards and intakes, and the numbered lists that are handed out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.models import Record, StoredFile
from network.models.facility import Facility, Unit
from network.models.region import Region


class ContactQuerySet(models.QuerySet["Contact"]):
    def visible_to(self, actor: Actor) -> "ContactQuerySet":
        """The contacts of the facility the actor acts for, to be kept current."""
        return self.filter(facility=actor.facility)

    def published(self, region: Region) -> "ContactQuerySet":
        """Every contact of ``region``; names in it are for people who are signed in."""
        rows = self.filter(facility__organisation__region=region, facility__closed_on__isnull=True)
        return rows.select_related("facility__organisation", "unit", "deputy")


class EditionQuerySet(models.QuerySet["ContactListEdition"]):
    def visible_to(self, actor: Actor) -> "EditionQuerySet":
        """The editions of the regions in which the actor has a facility."""
        regions = Facility.objects.filter(pk__in=actor.facilities).values("organisation__region")
        return self.filter(region__in=regions)


class Contact(Record):
    """Function before person; a vacant one names its deputy."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    function = models.CharField(_("Funktion"), max_length=120)
    person = models.CharField(_("Person"), max_length=160, blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    fax = models.CharField(_("Fax"), max_length=60, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    kim = models.CharField(_("KIM"), max_length=254, blank=True)
    hours = models.CharField(_("erreichbar"), max_length=160, blank=True)
    deputy = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    responsible_for = models.CharField(_("zuständig für"), max_length=160, blank=True)
    confirmed_on = models.DateField(_("bestätigt am"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deputy__isnull=True) | ~models.Q(deputy=models.F("id")),
                name="network_contact_not_own_deputy",
            ),
        ]

    def __str__(self) -> str:
        return self.function


class ContactListEdition(Record):
    """A frozen, numbered list with its "Stand" and what changed since the one before."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    rows = models.JSONField()
    changes = models.JSONField(default=list)
    published_by = models.UUIDField(null=True)
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "number"], name="network_edition_number"),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number}"
