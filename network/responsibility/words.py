"""Why a rule matches, in words."""

from django.utils.translation import gettext as _

from core import moments
from network.models import ResponsibilityRule

Why = list[tuple[str, str]]
"""(label, text): area, basis, criterion, age, hours, validity, source."""


def why(rule: ResponsibilityRule) -> Why:
    """Every reason that ``rule`` has, labelled."""
    criterion = dict(ResponsibilityRule.Criterion.choices).get(rule.criterion, rule.criterion)
    rows = [
        (_("Gebiet"), _("zuständig für %(area)s") % {"area": rule.where}),
        (_("Im Wortlaut"), rule.area_text if rule.area_id else ""),
        (_("Grundlage"), rule.legal_basis),
        (_("Maßstab"), str(criterion)),
        (_("Alter"), ages(rule)),
        (_("Zeit"), hours(rule)),
        (_("Gültig"), validity(rule)),
        (_("Quelle"), _("Quelle: %(source)s") % {"source": rule.source} if rule.source else ""),
    ]
    return [(label, text) for label, text in rows if text]


def hours(rule: ResponsibilityRule) -> str:
    """When a rule holds; nothing when it always does."""
    if rule.hours == ResponsibilityRule.Hours.SPANS:
        return rule.hours_text
    return str(ResponsibilityRule.Hours(rule.hours).label) if rule.hours else ""


def ages(rule: ResponsibilityRule) -> str:
    """The ages a rule names."""
    if rule.age_from is None and rule.age_to is None:
        return ""
    if rule.age_to is None:
        return _("ab %(age)s Jahren") % {"age": rule.age_from}
    if rule.age_from is None:
        return _("bis %(age)s Jahre") % {"age": rule.age_to}
    return _("%(low)s bis %(high)s Jahre") % {"low": rule.age_from, "high": rule.age_to}


def validity(rule: ResponsibilityRule) -> str:
    """From when until when a rule holds."""
    parts = [
        _("gilt ab %s") % moments.day(rule.valid_from) if rule.valid_from else "",
        _("gilt bis %s") % moments.day(rule.valid_until) if rule.valid_until else "",
    ]
    return ", ".join(filter(None, parts))
