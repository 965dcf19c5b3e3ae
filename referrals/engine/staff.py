"""Named colleagues of the asked service."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.models import User
from network.models import Membership
from referrals.engine.wants import must
from referrals.models import Inquiry


@dataclass(frozen=True, slots=True)
class Worker:
    """Who will help; without an account the name alone."""

    name: str
    person: User | None = None


def works_there(person: UUID, facility: UUID) -> bool:
    """Whether ``person`` is a member of ``facility`` today."""
    members = Membership.objects.current()
    return members.filter(user=person, facility=facility).exists()


def must_work_there(person: User | None, inquiry: Inquiry) -> None:
    """Refuse somebody of another house; a service without accounts is named by hand."""
    if person is None or inquiry.by_proxy:
        return
    must(
        works_there(person.pk, inquiry.receiver_facility_id),
        _("Diese Person gehört nicht zur angefragten Einrichtung."),
        "worker",
    )
