"""What an entry says, as labels and values; an empty value reads "nicht bekannt"."""

from django.utils.translation import gettext as _

from network import cards
from network.models import Service

Facts = list[tuple[str, str]]


def glance(service: Service, *, ruled: bool = False) -> Facts:
    """What one gets, for whom, and how one gets in.

    An unsaid catchment is left out where it is ``ruled`` on the same page.
    """
    catchment = [] if ruled and not service.catchment else [(_("Zuständig für"), service.catchment)]
    return [
        (_("Art der Hilfe"), str(service.get_type_display())),
        (_("Für wen"), service.target_groups),
        (_("Alter"), age(service)),
        (_("Zugang"), "\n".join(filter(None, [service.access, *_access(service)]))),
        (_("Kosten"), str(service.get_cost_display()) if service.cost else ""),
        (_("Mitbringen"), service.bring_along),
        (_("Bedingungen"), service.conditions),
        *catchment,
        (_("Sprachen"), service.languages),
        (_("Rollstuhlgerecht"), cards.yes_no(service.barrier_free)),
        (_("Plätze"), cards.room(service)),
    ]


def crisis(service: Service) -> Facts:
    """What the night asks for; of an entry outside the emergency view only what is known."""
    said = [
        (_("Auch bei Alkohol oder Drogen"), cards.yes_no(service.takes_intoxicated)),
        (_("Mit Kind"), cards.yes_no(service.with_child)),
        (_("Mit Hund"), cards.yes_no(service.with_dog)),
        (_("Ohne Deutschkenntnisse"), cards.yes_no(service.without_german)),
        (_("Nach einem Polizeieinsatz"), cards.yes_no(service.after_police)),
        (_("Nur für Frauen"), cards.yes_no(service.women_only)),
        (_("Betten"), "" if service.beds is None else str(service.beds)),
        (_("Letzte Aufnahme"), _last_admission(service)),
    ]
    return said if service.in_crisis_view else [(label, text) for label, text in said if text]


def reach(service: Service) -> Facts:
    """Who answers, and where."""
    return [
        (_("Wer antwortet"), service.answers),
        (_("Adresse"), cards.address(service)),
        (_("Fax"), service.fax),
    ]


def age(service: Service) -> str:
    """The ages it is for, in words."""
    start, end = service.age_from, service.age_to
    if start is not None and end is not None:
        return _("%(start)s bis %(end)s Jahre") % {"start": start, "end": end}
    if start is not None:
        return _("ab %(start)s Jahren") % {"start": start}
    return _("bis %(end)s Jahre") % {"end": end} if end is not None else ""


def owner(service: Service) -> str:
    """Who is responsible for what the entry says."""
    if service.staffed and service.facility is not None:
        return _("%(facility)s, die Einrichtung selbst") % {"facility": service.facility.name}
    return _("die Koordination, %(region)s") % {"region": service.region.name}


def _last_admission(service: Service) -> str:
    if service.last_admission is None:
        return ""
    return _("%(time)s Uhr") % {"time": f"{service.last_admission:%H:%M}"}


def _access(service: Service) -> list[str]:
    said = {
        _("hingehen ohne Termin"): service.walk_in,
        _("mit Termin"): service.by_appointment,
        _("ohne Überweisung"): service.without_referral,
        _("kommt nach Hause"): service.outreach,
        _("ohne Versicherung"): service.without_insurance,
        _("ohne Namen möglich"): service.anonymous,
    }
    return [
        label if value else _("%(what)s: nein") % {"what": label}
        for label, value in said.items()
        if value is not None
    ]
