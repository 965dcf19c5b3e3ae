"""Who is told of a new edition of the contact list."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q

from core import clock
from core.actor import Actor
from core.models import Record
from network.models.region import Region

UNCONFIRMED_DAYS = 7
"""How long an address that nobody has confirmed is kept."""


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def visible_to(self, actor: Actor) -> "SubscriptionQuerySet":
        """The actor's own; an address from outside is shown to nobody."""
        return self.filter(person=actor.person) if actor.person else self.none()

    def confirmed(self) -> "SubscriptionQuerySet":
        """Those who get mail."""
        return self.filter(confirmed_at__isnull=False)

    def forgotten(self) -> "SubscriptionQuerySet":
        """Addresses that nobody has confirmed in time."""
        last = clock.now() - dt.timedelta(days=UNCONFIRMED_DAYS)
        return self.filter(confirmed_at__isnull=True, created_at__lte=last)


class Subscription(Record):
    """A member by choice, or an outside address that has confirmed itself."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    email = models.EmailField(blank=True)
    asked_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, email="") | Q(person__isnull=True) & ~Q(email=""),
                name="network_subscription_person_or_address",
            ),
            models.UniqueConstraint(
                fields=["region", "person"], name="network_subscription_person_once"
            ),
            models.UniqueConstraint(
                fields=["region", "email"],
                condition=~Q(email=""),
                name="network_subscription_address_once",
            ),
        ]

    def __str__(self) -> str:
        return "subscription"
