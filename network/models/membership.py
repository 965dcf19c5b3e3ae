"""Who belongs to which facility, as what, from when until when."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core import clock
from core.actor import Actor
from core.models import Record
from network.models.facility import Facility
from network.roles import Role


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        """Memberships that hold now, of active people; on the day it ends one holds no longer."""
        today = clock.today()
        open_end = Q(until__isnull=True) | Q(until__gt=today)
        return self.filter(open_end, since__lte=today, user__is_active=True)

    def visible_to(self, actor: Actor) -> "MembershipQuerySet":
        """The people of the facility the actor acts for."""
        return self.filter(facility=actor.facility)


class Membership(Record):
    """The truth about rights; groups and guardian rows follow it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateField(default=clock.today)
    until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "facility", "role"],
                condition=Q(until__isnull=True),
                name="network_membership_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.facility}"
