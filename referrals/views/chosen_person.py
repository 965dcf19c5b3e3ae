"""The person of a form: somebody this facility knows, or somebody new."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from core.http import Request
from network.models import Facility
from referrals import services
from referrals.access import opened_names
from referrals.forms.base import PortalForm
from referrals.forms.people import IdentityForm
from referrals.forms.stays import KnownPersonForm
from referrals.models import Client
from referrals.views import around, people

NEWEST = 300


class ChosenPerson:
    """Two forms of which one counts; ``posted["who"]`` says which."""

    def __init__(self, request: Request, own: Facility, posted: Any = None) -> None:
        self._actor = request.actor
        initial = {"client": request.GET.get("person", "")}
        self.known = KnownPersonForm(posted, names=self._names(), initial=initial)
        self.identity = IdentityForm(posted, areas=around.areas(own))
        who = posted.get("who", "") if posted else ("known" if initial["client"] else "")
        self.is_known = who == "known"
        self.form: PortalForm = self.known if self.is_known else self.identity
        (self.identity if self.is_known else self.known).is_bound = False

    def is_valid(self) -> bool:
        """Whether the form that counts is in order."""
        return self.form.is_valid()

    @property
    def problems(self) -> int:
        """How many things are to be corrected."""
        return self.form.problems

    def client(self) -> Client:
        """The known person, or the new one, kept from now on."""
        if self.is_known:
            return people.client_of(self._actor, UUID(self.known.cleaned_data["client"]))
        return services.create_client(
            identity=self.identity.identity(), area=self.identity.area_chosen(), by=self._actor
        )

    def _names(self) -> dict[UUID, str]:
        rows = Client.objects.visible_to(self._actor).filter(died_on=None)
        newest = rows.select_related("data_key").order_by("-created_at", "-id")[:NEWEST]
        return opened_names(newest, by=self._actor, purpose="Person wählen")
