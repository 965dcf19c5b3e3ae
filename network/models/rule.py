"""Who is responsible where: the rules behind the answer."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.models import Record
from network.models.area import Area
from network.models.coordination import regions_coordinated_by
from network.models.region import Region
from network.models.service import Service


class RuleQuerySet(models.QuerySet["ResponsibilityRule"]):
    def published(self) -> "RuleQuerySet":
        """The rules of offices and of published services, with service and area."""
        rows = self.filter(Q(service=None) | Q(service__state=Service.State.PUBLISHED))
        rows = rows.select_related("service__region", "area")
        rows = rows.defer("service__search", "service__source_row")
        return rows.order_by("kind", "service__name", "office", "area__name", "id")

    def visible_to(self, actor: Actor) -> "RuleQuerySet":
        """Every rule of the regions that the actor coordinates, to be changed."""
        rows = self.filter(region__in=regions_coordinated_by(actor))
        return rows.select_related("region", "service", "area")


class Office(models.TextChoices):
    """What somebody can be responsible for without an entry in the directory."""

    COURT = "court", _("Betreuungsgericht")
    AUTHORITY = "authority", _("Ordnungsbehörde und Bereitschaft nach PsychKG")
    CHILD_PROTECTION = "child_protection", _("Kinderschutz, Jugendamt")
    PARTICIPATION = "participation", _("Träger der Eingliederungshilfe")
    HEALTH_OFFICE = "health_office", _("Gesundheitsamt")
    PHARMACY = "pharmacy", _("Notapotheke")
    POISON = "poison", _("Giftnotruf")
    INTERPRETER = "interpreter", _("Dolmetschen")


def kinds() -> list[tuple[str, str]]:
    """Everything one can be responsible as, sorted by its German name."""
    known = [*Service.Type.choices, *Office.choices]
    return sorted(((key, str(label)) for key, label in known), key=lambda pair: pair[1])


class ResponsibilityRule(Record):
    """A service, or an office that has no entry, is responsible for an area under conditions.

    Without an area it holds for the whole region, unless ``area_text`` says what nobody could
    read. What ``condition`` says the portal cannot decide; it is shown with the match.
    """

    class Criterion(models.TextChoices):
        RESIDENCE = "residence", _("nach dem Wohnort")
        PLACE_OF_EVENT = "place_of_event", _("nach dem Ort des Geschehens")
        CURRENT_STAY = "current_stay", _("nach dem Aufenthalt")
        FIRST_APPLICATION = "first_application", _("nach dem Ort des ersten Antrags")
        FREE_CHOICE = "free_choice", _("freie Wahl")

    class Side(models.TextChoices):
        BOTH = "", _("alle Hausnummern")
        ODD = "odd", _("nur ungerade")
        EVEN = "even", _("nur gerade")

    class Hours(models.TextChoices):
        ALWAYS = "", _("immer")
        OFFICE = "office", _("in der Dienstzeit")
        OUTSIDE = "outside", _("außerhalb der Dienstzeit")
        SPANS = "spans", _("zu eigenen Zeiten")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("Zuständig als"), max_length=20)
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    office = models.CharField(_("Stelle ohne Eintrag"), max_length=200, blank=True)
    phone = models.CharField(_("Telefon der Stelle"), max_length=120, blank=True)
    legal_basis = models.CharField(_("Rechtsgrundlage"), max_length=200, blank=True)
    criterion = models.CharField(
        _("Maßstab"), max_length=20, choices=Criterion.choices, default=Criterion.RESIDENCE
    )
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    area_text = models.CharField(_("Gebiet im Wortlaut"), max_length=500, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    street = models.CharField(_("Straße"), max_length=120, blank=True)
    house_from = models.CharField(_("Hausnummer von"), max_length=8, blank=True)
    house_to = models.CharField(_("Hausnummer bis"), max_length=8, blank=True)
    house_side = models.CharField(
        _("Straßenseite"), max_length=4, choices=Side.choices, default=Side.BOTH, blank=True
    )
    age_from = models.PositiveSmallIntegerField(_("ab Jahren"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("bis Jahre"), null=True, blank=True)
    hours = models.CharField(
        _("Wann"), max_length=8, choices=Hours.choices, default=Hours.ALWAYS, blank=True
    )
    hours_text = models.CharField(_("Eigene Zeiten"), max_length=300, blank=True)
    valid_from = models.DateField(_("gilt ab"), null=True, blank=True)
    valid_until = models.DateField(_("gilt bis"), null=True, blank=True)
    condition = models.CharField(_("Bedingung im Wortlaut"), max_length=300, blank=True)
    source = models.CharField(_("Quelle"), max_length=200, blank=True)
    source_id = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = RuleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["region", "kind", "id"], name="network_rule_list")]
        constraints = [
            models.CheckConstraint(
                condition=Q(service__isnull=False) | ~Q(office=""), name="network_rule_somebody"
            ),
            models.UniqueConstraint(
                fields=["region", "source", "source_id"],
                condition=~Q(source_id=""),
                name="network_rule_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.where}"

    @property
    def kind_name(self) -> str:
        """As what somebody is responsible, in words."""
        return dict(kinds()).get(self.kind, self.kind)

    @property
    def who(self) -> str:
        """The service's name or the office's."""
        return self.service.name if self.service else self.office

    @property
    def number(self) -> str:
        """What one dials: the office's number, else as the entry writes it."""
        return self.phone or (self.service.phone_text if self.service else "")

    @property
    def where(self) -> str:
        """The ground in words, the smallest part first."""
        street = " ".join(filter(None, [self.street, self._houses()]))
        area = self.area.name if self.area else self.area_text
        return ", ".join(filter(None, [street, self.postcode, area])) or str(_("die ganze Region"))

    def is_valid_on(self, day: dt.date) -> bool:
        """Whether ``day`` lies between its first and its last; a day that is not said is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def _houses(self) -> str:
        span = "–".join(dict.fromkeys(filter(None, [self.house_from, self.house_to])))
        side = f"({self.get_house_side_display()})" if self.house_side else ""
        return " ".join(filter(None, [span, side]))
