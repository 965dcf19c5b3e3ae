"""A question to the directory that a member wants to be told about."""

import datetime as dt

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core import clock
from core.actor import Actor
from core.models import Record
from network.models.membership import Membership
from network.models.region import Region

KEPT_AFTER_LEAVING = dt.timedelta(days=30)
"""Somebody may change houses; whoever is gone for longer leaves no questions behind."""


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, actor: Actor) -> "SavedSearchQuerySet":
        """The actor's own: what somebody looks for is nobody else's business."""
        return self.filter(person=actor.person) if actor.person else self.none()

    def mailed(self) -> "SavedSearchQuerySet":
        """Those whose owner wants mail and belongs to a facility today."""
        members = Membership.objects.current().values("user")
        return self.filter(by_mail=True, person__in=members)

    def left_behind(self) -> "SavedSearchQuerySet":
        """Those of people who have belonged nowhere for a while, or may not sign in any more."""
        open_end = Q(until__isnull=True) | Q(until__gt=clock.today() - KEPT_AFTER_LEAVING)
        members = Membership.objects.filter(open_end, user__is_active=True).values("user")
        return self.exclude(person__in=members)


class SavedSearch(Record):
    """One person's question; its words may tell of an illness, so no mail and no trail holds them.

    ``known`` are the entries that fitted before or were told; ``news`` wait for the next mail.
    ``ordered_on`` is the day its last mail was ordered, ``told_on`` the day the last one left.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1_500, blank=True)
    by_mail = models.BooleanField(default=True)
    known = ArrayField(models.UUIDField(), default=list)
    news = ArrayField(models.UUIDField(), default=list)
    ordered_on = models.DateField(null=True)
    told_on = models.DateField(null=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "region", "query"], name="network_saved_search_once"
            ),
        ]

    def __str__(self) -> str:
        return "saved search"
