"""Who sits at the table of a case conference, and what covers them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from conferences.vocabulary import SINGLE_ROLES, Invitation, ParticipantKind, Presence, Role
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel


class Participant(SealedModel, Record):
    """One person; a professional sits for a facility, everybody else for themselves."""

    conference = models.ForeignKey(
        "conferences.CaseConference", on_delete=models.CASCADE, related_name="participants"
    )
    kind = models.CharField(max_length=20, choices=ParticipantKind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    facility = models.ForeignKey(
        "network.Facility", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=20, choices=Role, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    confidentiality_on = models.DateField(null=True, blank=True)
    invitation = models.CharField(max_length=20, choices=Invitation, default=Invitation.NONE)
    presence = models.CharField(max_length=20, choices=Presence, blank=True)
    presence_note = models.CharField(max_length=80, blank=True)

    name = SealedTextField(blank=True)
    address = SealedTextField(blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "person"],
                condition=Q(person__isnull=False),
                name="participant_once",
            ),
            models.UniqueConstraint(
                fields=["conference", "role"],
                condition=Q(role__in=SINGLE_ROLES),
                name="participant_single_role",
            ),
            models.UniqueConstraint(
                fields=["conference"],
                condition=Q(kind=ParticipantKind.CLIENT),
                name="participant_one_client",
            ),
            models.CheckConstraint(
                condition=Q(kind=ParticipantKind.PROFESSIONAL, facility__isnull=False)
                | (~Q(kind=ParticipantKind.PROFESSIONAL) & Q(facility__isnull=True)),
                name="participant_facility_fits",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def data_key(self) -> DataKey:
        """The conference's key."""
        return self.conference.data_key

    @property
    def function(self) -> str:
        """As whom somebody sits here, where no name is to be read."""
        return str(self.facility.name if self.facility else ParticipantKind(self.kind).label)

    @property
    def is_professional(self) -> bool:
        """Whether a release, not a signature, covers this person."""
        return self.kind == ParticipantKind.PROFESSIONAL
