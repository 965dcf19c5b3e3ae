"""Roles, given per facility, and the permissions that follow from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody does at a facility."""

    SOCIAL_SERVICE = "social_service", _("Sozialdienst")
    INTAKE = "intake", _("Aufnahmeteam")
    LEAD = "lead", _("Leitung")
    ORG_ADMIN = "org_admin", _("Verwaltung der Organisation")
    COORDINATION = "coordination", _("Koordination")
    EMERGENCY = "emergency", _("Notfallambulanz")
    COMMITTEE = "committee", _("Gremienmitglied")
    DATA_PROTECTION = "data_protection", _("Datenschutz")


ROLE_PERMISSIONS: dict[str, tuple[str, ...]] = {
    Role.SOCIAL_SERVICE: ("send_referral", "hold_conference"),
    Role.INTAKE: ("receive_referral", "hold_conference"),
    Role.LEAD: ("send_referral", "receive_referral", "lead_team", "hold_conference"),
    Role.ORG_ADMIN: ("manage_facility",),
    Role.COORDINATION: ("coordinate_region", "hold_conference", "sit_on_committee"),
    Role.EMERGENCY: ("use_emergency", "send_referral"),
    Role.COMMITTEE: ("sit_on_committee",),
    Role.DATA_PROTECTION: ("review_access",),
}


CASE_RIGHTS = frozenset(
    {
        "send_referral",
        "receive_referral",
        "lead_team",
        "coordinate_region",
        "use_emergency",
        "hold_conference",
    }
)
"""Permissions with which one reads cases or figures of them."""


def reads_cases(role: str) -> bool:
    """Whether people in this role see anything of a case."""
    return not CASE_RIGHTS.isdisjoint(ROLE_PERMISSIONS[role])


_EVERYWHERE = (Role.LEAD, Role.ORG_ADMIN, Role.COMMITTEE, Role.DATA_PROTECTION)
_ROLES_OF_KIND: dict[str, tuple[Role, ...]] = {
    "clinic": (Role.SOCIAL_SERVICE, Role.INTAKE),
    "provider": (Role.INTAKE,),
    "authority": (Role.INTAKE,),
    "coordination": (Role.COORDINATION,),
    "emergency": (Role.EMERGENCY, Role.SOCIAL_SERVICE),
}


def roles_at(kind: str) -> tuple[Role, ...]:
    """What an administrator may make somebody at a facility of ``kind``.

    The coordination's rights reach over a region: no other facility can give them.
    """
    return (*_ROLES_OF_KIND.get(kind, ()), *_EVERYWHERE)
