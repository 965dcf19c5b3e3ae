"""The person all of this is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from network.models import Area, Facility


class ClientQuerySet(models.QuerySet["Client"]):
    def visible_to(self, actor: Actor) -> "ClientQuerySet":
        """Clients of the facility the actor refers people from; nobody else's, ever."""
        if not actor.holds("send_referral"):
            return self.none()
        return self.filter(owner_facility=actor.facility)


class Client(SealedModel, Record):
    """Identity of a person, owned by one facility; readable only through ``access.opened``."""

    owner_facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    last_name = SealedTextField()
    first_name = SealedTextField()
    birth_date = SealedTextField()
    phone = SealedTextField()
    address = SealedTextField()
    guardian_name = SealedTextField()
    guardian_phone = SealedTextField()
    guardian_tasks = SealedTextField()
    wishes = SealedTextField()
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    died_on = models.DateField(_("verstorben am"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ClientQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner_facility", "-created_at", "-id"], name="referrals_client_list"
            )
        ]

    def __str__(self) -> str:
        return f"Client {self.pk}"
