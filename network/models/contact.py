"""Contacts of wards and intakes: the function first, the person behind it."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from core.models import Record
from network.models.facility import Facility, Unit
from network.models.region import Region
from network.models.service import Service

CONFIRM_DAYS = 92
"""A contact is confirmed once a quarter."""

ASK_DAYS = CONFIRM_DAYS - 14
"""The question goes out two weeks before the quarter is over, and again at its end."""


class ContactQuerySet(models.QuerySet["Contact"]):
    def visible_to(self, actor: Actor) -> "ContactQuerySet":
        """The contacts of the facility the actor acts for, to be kept current."""
        return self.filter(facility=actor.facility)

    def published(self, region: Region) -> "ContactQuerySet":
        """Every contact of ``region``; names in it are for people who are signed in."""
        rows = self.filter(facility__organisation__region=region, facility__closed_on__isnull=True)
        return rows.select_related("facility__organisation", "unit", "service")

    def to_ask(self) -> "ContactQuerySet":
        """Contacts that nobody has confirmed for most of a quarter."""
        last = clock.today() - dt.timedelta(days=ASK_DAYS)
        old = models.Q(confirmed_on__lte=last) | models.Q(confirmed_on__isnull=True)
        return self.filter(old, facility__closed_on__isnull=True).select_related("facility")


class Contact(Record):
    """Function before person; a vacant one names its deputy, an absent one no reason."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
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
    letters = models.CharField(_("Anfangsbuchstaben"), max_length=20, blank=True)
    absent_from = models.DateField(_("abwesend ab"), null=True, blank=True)
    absent_until = models.DateField(_("abwesend bis"), null=True, blank=True)
    confirmed_on = models.DateField(_("bestätigt am"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deputy__isnull=True) | ~models.Q(deputy=models.F("id")),
                name="network_contact_not_own_deputy",
            ),
            models.CheckConstraint(
                condition=models.Q(absent_until__isnull=True)
                | models.Q(absent_from__isnull=False, absent_until__gte=models.F("absent_from")),
                name="network_contact_absent_from_until",
            ),
        ]

    def __str__(self) -> str:
        return self.function

    def is_of(self, other: "Contact") -> bool:
        """Whether one person stands behind both, who cannot be their own deputy."""
        return bool(self.person) and self.person.casefold() == other.person.casefold()

    def is_absent(self, day: dt.date) -> bool:
        """Whether the person is away on ``day``; without an end until further notice."""
        if self.absent_from is None or day < self.absent_from:
            return False
        return self.absent_until is None or day <= self.absent_until

    def answers(self, day: dt.date) -> bool:
        """Whether somebody is there on ``day`` and can be called or written to."""
        there = bool(self.person) and not self.is_absent(day)
        return there and bool(self.phone or self.email)
