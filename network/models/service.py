"""A service (Angebot): what one can get, how, when and where."""

import datetime as dt
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from core.models import Record
from network import freshness
from network.models.area import Area
from network.models.coordination import region_coordinated_now_by, regions_coordinated_by
from network.models.facility import Facility
from network.models.membership import Membership
from network.models.region import Region
from network.roles import Role


def _staffed() -> models.Exists:
    """Whether anybody has ever had a role at the facility of a service."""
    return models.Exists(Membership.objects.filter(facility=models.OuterRef("facility")))


def _administered() -> models.Exists:
    """Whether somebody at the facility of a service may write its entries today."""
    admins = Membership.objects.current().filter(role=Role.ORG_ADMIN)
    return models.Exists(admins.filter(facility=models.OuterRef("facility")))


def closed_on(day: dt.date) -> models.Q:
    """Services that are closed on ``day`` for a while, as ``Service.is_closed`` says of one."""
    open_start = models.Q(closed_from=None, closed_until__isnull=False)
    begun = models.Q(closed_from__lte=day) | open_start
    return begun & (models.Q(closed_until=None) | models.Q(closed_until__gte=day))


class ServiceQuerySet(models.QuerySet["Service"]):
    def published(self) -> "ServiceQuerySet":
        """What the public may see."""
        return self.filter(state=Service.State.PUBLISHED)

    def visible_to(self, actor: Actor) -> "ServiceQuerySet":
        """What is published, and what the actor's own facilities or region still work on."""
        return self.filter(
            models.Q(state=Service.State.PUBLISHED)
            | models.Q(facility__in=actor.facilities)
            | models.Q(region__in=regions_coordinated_by(actor))
        )

    def kept_by(self, actor: Actor) -> "ServiceQuerySet":
        """What the actor answers for: the own facility's; as coordination what nobody else can."""
        nothing = models.Q(pk__in=[])
        own = models.Q(facility=actor.facility)
        region = models.Q(region__in=regions_coordinated_by(actor))
        return self.filter(
            (own if actor.holds("manage_facility") else nothing)
            | (region & ~_administered() if actor.holds("coordinate_region") else nothing)
        )

    def with_keeper(self, actor: Actor) -> "ServiceQuerySet":
        """Each with ``kept`` and ``reviewed``: whether the actor answers for it, or coordinates
        its region; and ``staffed``: whether its house answers for it.
        """
        own = Service.objects.kept_by(actor).filter(pk=models.OuterRef("pk"))
        region = Service.objects.reviewed_by(actor).filter(pk=models.OuterRef("pk"))
        read: dict[str, Any] = {
            "kept": models.Exists(own),
            "reviewed": models.Exists(region),
            "staffed": _staffed(),
        }
        return self.annotate(**read).select_related("region", "facility")

    def with_attention(self) -> "ServiceQuerySet":
        """Each with ``hinted``: a hint waits; and ``reachable``: its house has somebody to ask."""
        from network.models.suggestion import Suggestion

        waiting = Suggestion.objects.filter(service=models.OuterRef("pk"), state="open")
        mailbox = models.Q(facility__email__gt="")
        read: dict[str, Any] = {
            "hinted": models.Exists(waiting),
            "reachable": models.ExpressionWrapper(
                models.Q(_administered()) | mailbox, output_field=models.BooleanField()
            ),
        }
        return self.annotate(**read)

    def reviewed_by(self, actor: Actor) -> "ServiceQuerySet":
        """Every entry of the region whose coordination the actor acts for."""
        return self.filter(region__in=region_coordinated_now_by(actor))

    def fresh_first(self) -> "ServiceQuerySet":
        """In the order there was, but the stale ones (``stale``) behind the others."""
        old = models.ExpressionWrapper(freshness.stale(), output_field=models.BooleanField())
        return self.annotate(stale=old).order_by("stale", *self.query.order_by)

    def in_service(self) -> "ServiceQuerySet":
        """Without those that are closed today for a while."""
        return self.exclude(closed_on(clock.today()))

    def with_room(self) -> "ServiceQuerySet":
        """Those that said within 72 hours that there is a place."""
        since = clock.now() - freshness.CAPACITY_CURRENT
        return self.filter(capacity=Service.Capacity.FREE, capacity_at__gte=since)

    def unkept(self) -> "ServiceQuerySet":
        """Entries that no facility keeps.

        A facility made only so that the service can be asked keeps nothing: nobody works there.
        """
        return self.filter(~_staffed())

    def kept(self) -> "ServiceQuerySet":
        """Entries of houses in which somebody works, or has worked."""
        return self.filter(_staffed())

    def imported_into(self, region: Region) -> "ServiceQuerySet":
        """Entries of ``region`` that came from a file."""
        return self.filter(region=region).exclude(source_id="")

    def comparable(self, region: Region) -> "ServiceQuerySet":
        """What may be there twice in ``region``: all that has not been merged, with its numbers."""
        return self.filter(region=region, merged_into=None).prefetch_related("phones")

    def lives_on_from(self, slug: str) -> "ServiceQuerySet":
        """The entry that one of this address was merged into."""
        gone = Service.objects.filter(slug=slug).exclude(merged_into=None)
        return self.filter(pk__in=gone.values("merged_into"))


class Service(Record):
    """One offer of a facility; an unclaimed one (imported) has no facility and no account."""

    class Type(models.TextChoices):
        BEWO = "bewo", _("Betreutes Wohnen (BeWo)")
        HOUSING = "housing", _("Besondere Wohnform")
        DAY_CENTRE = "day_centre", _("Tagesstätte")
        DAY_CLINIC = "day_clinic", _("Tagesklinik")
        CLINIC = "clinic", _("Klinik")
        PIA = "pia", _("Psychiatrische Institutsambulanz (PIA)")
        SPDI = "spdi", _("Sozialpsychiatrischer Dienst (SpDi)")
        SPZ = "spz", _("Sozialpsychiatrisches Zentrum (SPZ)")
        CONTACT = "contact", _("Kontakt- und Beratungsstelle")
        CRISIS = "crisis", _("Krisendienst")
        EMERGENCY = "emergency", _("Rettungsstelle / Notfallambulanz")
        APP = "app", _("Ambulante psychiatrische Pflege (APP)")
        SOCIOTHERAPY = "sociotherapy", _("Soziotherapie")
        STAEB = "staeb", _("Stationsäquivalente Behandlung (StäB)")
        WORK = "work", _("Arbeit und Beschäftigung (IPS, Jobcoaching)")
        ADDICTION = "addiction", _("Suchtberatung")
        SELF_HELP = "self_help", _("Selbsthilfe")
        EUTB = "eutb", _("Ergänzende unabhängige Teilhabeberatung (EUTB)")
        PEER = "peer", _("Peer- und Genesungsbegleitung")
        COMPLAINTS = "complaints", _("Beschwerdestelle")
        SHELTER = "shelter", _("Notunterkunft und Notschlafstelle")
        WOMENS_SHELTER = "womens_shelter", _("Frauenhaus und Schutzwohnung")
        OTHER = "other", _("Weitere Hilfe")

    class Capacity(models.TextChoices):
        FREE = "free", _("freie Plätze")
        WAITING = "waiting", _("Warteliste")
        FULL = "full", _("voll")
        TALK_FIRST = "talk_first", _("erst Gespräch")
        UNKNOWN = "", _("nicht bekannt")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        IN_REVIEW = "in_review", _("wird geprüft")
        PUBLISHED = "published", _("veröffentlicht")
        INACTIVE = "inactive", _("nicht mehr angeboten")

    class Cost(models.TextChoices):
        FREE = "free", _("kostenlos")
        INSURANCE = "insurance", _("zahlt die Krankenkasse")
        PARTICIPATION = "participation", _("Eingliederungshilfe, auf Antrag")
        OWN = "own", _("selbst zu zahlen")
        UNKNOWN = "", _("nicht bekannt")

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    facility = models.ForeignKey(
        Facility, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    provider_name = models.CharField(_("Träger"), max_length=300, blank=True)
    type = models.CharField(_("Art"), max_length=20, choices=Type.choices)
    name = models.CharField(_("Name"), max_length=300)
    slug = models.SlugField(max_length=160, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PUBLISHED)
    closed_from = models.DateField(_("geschlossen von"), null=True, blank=True)
    closed_until = models.DateField(_("geschlossen bis"), null=True, blank=True)
    description = models.TextField(_("Beschreibung"), blank=True)
    plain_text = models.TextField(_("In einfacher Sprache"), blank=True)
    easy_text = models.TextField(_("In Leichter Sprache"), blank=True)
    internal_remark = models.TextField(_("Interner Hinweis"), blank=True)
    target_groups = models.TextField(_("Für wen"), blank=True)
    age_from = models.PositiveSmallIntegerField(_("ab Jahren"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("bis Jahre"), null=True, blank=True)
    access = models.TextField(_("Zugang"), blank=True)
    cost = models.CharField(
        _("Kosten"), max_length=16, choices=Cost.choices, default=Cost.UNKNOWN, blank=True
    )
    bring_along = models.TextField(_("Mitbringen"), blank=True)
    answers = models.CharField(_("Wer antwortet"), max_length=200, blank=True)
    by_appointment = models.BooleanField(null=True, blank=True)
    walk_in = models.BooleanField(null=True, blank=True)
    outreach = models.BooleanField(null=True, blank=True)
    without_referral = models.BooleanField(null=True, blank=True)
    without_insurance = models.BooleanField(null=True, blank=True)
    anonymous = models.BooleanField(null=True, blank=True)
    barrier_free = models.BooleanField(null=True, blank=True)
    takes_intoxicated = models.BooleanField(null=True, blank=True)
    with_child = models.BooleanField(null=True, blank=True)
    with_dog = models.BooleanField(null=True, blank=True)
    without_german = models.BooleanField(null=True, blank=True)
    after_police = models.BooleanField(null=True, blank=True)
    women_only = models.BooleanField(null=True, blank=True)
    beds = models.PositiveSmallIntegerField(_("Betten"), null=True, blank=True)
    last_admission = models.TimeField(_("letzte Aufnahme"), null=True, blank=True)
    languages = models.CharField(_("Sprachen"), max_length=300, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    town = models.CharField(max_length=120, blank=True)
    district = models.CharField(_("Bezirk oder Gemeinde"), max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    address_public = models.BooleanField(default=True)
    areas = models.ManyToManyField(Area, blank=True, related_name="+")
    catchment = models.TextField(_("Einzugsgebiet"), blank=True)
    phone_text = models.CharField(max_length=300, blank=True)
    fax = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=500, blank=True)
    hours_text = models.TextField(_("Öffnungszeiten"), blank=True)
    conditions = models.TextField(_("Bedingungen"), blank=True)
    capacity = models.CharField(
        max_length=12, choices=Capacity.choices, default=Capacity.UNKNOWN, blank=True
    )
    capacity_at = models.DateTimeField(_("Plätze gemeldet am"), null=True, blank=True)
    takes_requests = models.BooleanField(_("nimmt Anfragen im Portal"), default=False)
    in_crisis_view = models.BooleanField(default=False)
    verified_on = models.DateField(_("geprüft am"), null=True, blank=True)
    source = models.CharField(max_length=120, blank=True)
    source_id = models.CharField(max_length=60, blank=True)
    source_row = models.JSONField(default=dict, blank=True)
    needs_look = models.CharField(max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    search = SearchVectorField(null=True, editable=False)
    kept: bool
    reviewed: bool
    staffed: bool
    hinted: bool
    reachable: bool
    """Read with the row by ``with_keeper`` and ``with_attention``."""

    objects = ServiceQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["search"], name="network_service_search"),
            models.Index(fields=["region", "type", "name", "id"], name="network_service_list"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "source", "source_id"],
                condition=~models.Q(source_id=""),
                name="network_service_source",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def published(self) -> bool:
        """Whether the public may see it."""
        return self.state == Service.State.PUBLISHED

    @property
    def is_old(self) -> bool:
        """Whether it was checked, but too long ago."""
        checked = self.verified_on is not None
        return checked and freshness.freshness(self) != freshness.Freshness.FRESH

    @property
    def is_closed(self) -> bool:
        """Whether it is closed today for a while; one open end is enough to say so."""
        if self.closed_from is None and self.closed_until is None:
            return False
        day = clock.today()
        return (self.closed_from or day) <= day <= (self.closed_until or day)
