"""The unit that holds secrets and gives rights."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from core.actor import Actor
from core.models import Record
from network.models.organisation import Organisation
from network.models.region import Region


class FacilityQuerySet(models.QuerySet["Facility"]):
    def visible_to(self, actor: Actor) -> "FacilityQuerySet":
        """The facilities the actor has a right at."""
        return self.filter(pk__in=actor.facilities)

    def coordinating(self, facility: UUID) -> "Facility | None":
        """The coordination's office in the region of that facility."""
        region = Facility.objects.filter(pk=facility).values("organisation__region")
        offices = self.filter(kind=Facility.Kind.COORDINATION, closed_on=None)
        return offices.filter(organisation__region__in=region).order_by("created_at", "pk").first()

    def working_in(self, region: Region) -> "FacilityQuerySet":
        """The facilities of a region that still work; their names are no secret."""
        return self.filter(organisation__region=region, closed_on=None)


class Facility(Record):
    """Einrichtung: a clinic's social service, a provider's intake, the coordination's office."""

    class Kind(models.TextChoices):
        CLINIC = "clinic", _("Klinik")
        PROVIDER = "provider", _("Ambulanter Dienst")
        COORDINATION = "coordination", _("Koordination")
        EMERGENCY = "emergency", _("Notfallambulanz")
        AUTHORITY = "authority", _("Behörde")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(_("Name"), max_length=200)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    street = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    town = models.CharField(max_length=80, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = FacilityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "facilities"
        permissions = [
            ("send_referral", "Refer people on behalf of this facility"),
            ("receive_referral", "Read and answer inquiries to this facility"),
            ("lead_team", "Reassign work of this facility"),
            ("manage_facility", "Manage people, roles and entries"),
            ("coordinate_region", "Coordinate the region from this office"),
            ("use_emergency", "Work in the emergency ambulance"),
            ("sit_on_committee", "Take part in committees"),
            ("review_access", "Read access logs and review lists"),
            ("hold_conference", "Propose and hold case conferences"),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(Record):
    """A ward or team below a facility; carries no rights."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="units")
    name = models.CharField(_("Name"), max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["facility", "name"], name="network_unit_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FacilityUserObjectPermission(UserObjectPermissionBase):
    """Exists for guardian and stays empty: rights are given to groups."""

    content_object = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="user_object_permissions"
    )


class FacilityGroupObjectPermission(GroupObjectPermissionBase):
    """A permission of one role's group on its facility."""

    content_object = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="group_object_permissions"
    )
