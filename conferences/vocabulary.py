"""The closed lists of words that a conference or a meeting is described with."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConferenceKind(TextChoices):
    """What a case conference is called; none of them grants a benefit."""

    NETWORK = "network", _("Netzwerkkonferenz")
    CARE_PLAN = "care_plan", _("Hilfeplankonferenz")
    HELPERS = "helpers", _("Helfendenkonferenz")
    HANDOVER = "handover", _("Übergabegespräch")
    CRISIS = "crisis", _("Krisenkonferenz")


class ParticipantKind(TextChoices):
    """As whom somebody sits at the table; decides what covers them."""

    CLIENT = "client", _("Klientin oder Klient")
    PROFESSIONAL = "professional", _("Fachkraft")
    RELATIVE = "relative", _("An- und Zugehörige")
    CONFIDANT = "confidant", _("Vertrauensperson")
    GUARDIAN = "guardian", _("rechtliche Betreuung")
    INTERPRETER = "interpreter", _("Dolmetschen")


class Role(TextChoices):
    """The task somebody takes on; facilitation and minutes are never one person."""

    NONE = "", _("nimmt teil")
    COORDINATION = "coordination", _("Koordination")
    FACILITATION = "facilitation", _("Moderation")
    MINUTES = "minutes", _("Protokoll")
    REFERENCE = "reference", _("koordinierende Bezugsperson")


SINGLE_ROLES = (Role.COORDINATION, Role.MINUTES, Role.REFERENCE)
"""Roles that one person alone holds; facilitation may be two."""


class Invitation(TextChoices):
    """How far an invitation is."""

    NONE = "none", _("noch nicht eingeladen")
    SENT = "sent", _("noch offen")
    ACCEPTED = "accepted", _("kommt")
    DECLINED = "declined", _("kommt nicht")


class Presence(TextChoices):
    """Whether somebody was there."""

    UNKNOWN = "", _("nicht bekannt")
    PRESENT = "present", _("anwesend")
    PART_TIME = "part_time", _("zeitweise")
    REPRESENTED = "represented", _("vertreten")
    EXCUSED = "excused", _("entschuldigt")
    ABSENT = "absent", _("nicht anwesend")


THERE = frozenset({Presence.PRESENT, Presence.PART_TIME, Presence.REPRESENTED})


class MeasureState(TextChoices):
    """What became of something agreed."""

    OPEN = "open", _("offen")
    DONE = "done", _("erledigt")
    DROPPED = "dropped", _("entfallen")


class ReviewEnd(TextChoices):
    """How the client's reading of the minutes ended."""

    APPROVED = "approved", _("gebilligt")
    WAIVED = "waived", _("auf die Durchsicht verzichtet")
    LAPSED = "lapsed", _("7 Tage nach Vorlage ohne Einwand")


class BodyKind(TextChoices):
    """What kind of committee a body is."""

    PSAG = "psag", _("PSAG")
    GPV = "gpv", _("GPV")
    NETWORK = "network", _("Netzwerkkonferenz (Gremium)")
    WORKING_GROUP = "working_group", _("Arbeitsgruppe")


class SeatGroup(TextChoices):
    """Whom a seat speaks for."""

    MUNICIPALITY = "municipality", _("Kommune")
    CLINIC = "clinic", _("Klinik")
    PROVIDER = "provider", _("Dienste und Träger")
    EXPERIENCED = "experienced", _("Psychiatrie-Erfahrene")
    RELATIVES = "relatives", _("Angehörige")
    SELF_HELP = "self_help", _("Selbsthilfe")
    PAYER = "payer", _("Leistungsträger")
    GUEST = "guest", _("Gast")


class Display(TextChoices):
    """How a seat's member is named inside the body."""

    NAME = "name", _("voller Name")
    FIRST_NAME = "first_name", _("Vorname")
    DEPUTY = "deputy", _("„Vertretung“")


class ItemState(TextChoices):
    """Whether an agenda item is on the agenda yet."""

    PROPOSED = "proposed", _("vorgeschlagen")
    LISTED = "listed", _("auf der Tagesordnung")
    REJECTED = "rejected", _("nicht aufgenommen")


class Outcome(TextChoices):
    """How a vote ended."""

    CARRIED = "carried", _("angenommen")
    LOST = "lost", _("abgelehnt")
