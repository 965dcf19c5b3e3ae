"""The closed lists of words that a referral is described with."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Urgency(TextChoices):
    """How soon an answer is needed; decides every clock."""

    URGENT = "urgent", _("dringend")
    REGULAR = "regular", _("regulär")
    PLANNABLE = "plannable", _("planbar")


class Need(TextChoices):
    """What help is needed for."""

    DAILY_LIFE = "daily_life", _("Alltag und Haushalt")
    LIVING = "living", _("Wohnen")
    DAY_STRUCTURE = "day_structure", _("Tagesstruktur")
    WORK = "work", _("Arbeit und Ausbildung")
    TREATMENT = "treatment", _("Behandlung und Therapie")
    MEDICATION = "medication", _("Medikamente im Blick behalten")
    AUTHORITIES = "authorities", _("Behörden und Geld")
    ADDICTION = "addiction", _("Sucht")
    CONTACTS = "contacts", _("Kontakte und Freizeit")
    CRISIS = "crisis", _("Krisen vorbeugen")
    FAMILY = "family", _("Familie und Kinder")


class Flag(TextChoices):
    """What decides about a place and names nobody."""

    GUARDIAN = "guardian", _("rechtliche Betreuung")
    ADDICTION = "addiction", _("Suchterkrankung")
    CHILDREN = "children", _("Kinder im Haushalt")
    PET = "pet", _("Haustier")
    WHEELCHAIR = "wheelchair", _("Rollstuhl")
    INTERPRETER = "interpreter", _("Dolmetschen nötig")
    SMOKER = "smoker", _("raucht")
    HOMELESS = "homeless", _("ohne Wohnung")


class CostState(TextChoices):
    """How far the cost commitment is."""

    UNKNOWN = "unknown", _("nicht bekannt")
    NOT_NEEDED = "not_needed", _("nicht nötig")
    APPLIED = "applied", _("beantragt")
    GRANTED = "granted", _("bewilligt")


class DischargeKind(TextChoices):
    """How a stay ended."""

    REGULAR = "regular", _("regulär")
    AGAINST_ADVICE = "against_advice", _("gegen ärztlichen Rat")
    ABSCONDED = "absconded", _("ohne Absprache gegangen")
    TRANSFERRED = "transferred", _("verlegt")
    DIED = "died", _("verstorben")
    PLACEMENT_ENDED = "placement_ended", _("Unterbringung beendet")


class Category(TextChoices):
    """What a release from secrecy allows to be told."""

    IDENTITY = "identity", _("Name und Geburtsdatum")
    CONTACT = "contact", _("Kontakt, Betreuung und Wünsche")
    DISCHARGE_PLAN = "discharge_plan", _("Entlassplan")
    MEDICATION = "medication", _("Medikamente")
    CRISIS_AGREEMENT = "crisis_agreement", _("Krisenabsprache")
    FILES = "files", _("Dateien")
    CONFERENCE = "conference", _("Konferenz")


INTRODUCING = frozenset({Category.IDENTITY, Category.CONTACT})
"""What a release must cover before a service learns who the person is."""


class Form(TextChoices):
    """In which form something was declared."""

    WRITTEN = "written", _("schriftlich, unterschrieben")
    ELECTRONIC = "electronic", _("elektronisch")
    ORAL = "oral", _("mündlich, festgehalten")


WRITTEN_FORMS = frozenset({Form.WRITTEN, Form.ELECTRONIC})


class SignedBy(TextChoices):
    """Who declared it."""

    CLIENT = "client", _("die Person selbst")
    GUARDIAN = "guardian", _("rechtliche Betreuung")
    REPRESENTATIVE = "representative", _("bevollmächtigte Person")


class Basis(TextChoices):
    """What a search for help rests on."""

    DISCHARGE_MANAGEMENT = "discharge_management", _("Einwilligung ins Entlassmanagement")
    SEARCH = "search", _("schriftliche Einwilligung in diese Suche")


class ContactKind(TextChoices):
    """How the first real contact happened."""

    IN_PERSON = "in_person", _("persönlich")
    VIDEO = "video", _("per Video")
    TELEPHONE = "telephone", _("telefonisch")


class AppointmentState(TextChoices):
    """What became of a first appointment."""

    PLANNED = "planned", _("vereinbart")
    MOVED = "moved", _("verschoben")
    CANCELLED = "cancelled", _("abgesagt")
    MISSED = "missed", _("nicht wahrgenommen")
    KEPT = "kept", _("wahrgenommen")


AGE_BANDS = ((18, 24), (25, 29), (30, 39), (40, 49), (50, 59), (60, 69))
FULL_AGE = 18


def age_on(day: date, born: date) -> int:
    """Completed years of life on ``day``."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_band(day: date, born: date) -> str:
    """The step of ten years that a stranger may know, such as ``"40-49"``."""
    age = age_on(day, born)
    bands = (f"{low}-{high}" for low, high in AGE_BANDS if low <= age <= high)
    return next(bands, "70+")
