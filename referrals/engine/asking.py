"""Whether a service can be asked at all."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from network.models import Service
from referrals.engine.wants import must_stand
from referrals.models import Inquiry, Referral
from referrals.workflow import OPEN, SENT, TAKEN


class AlreadyAsked(Refused):
    """There is a live inquiry to the same service; ``inquiry`` is where the page leads."""

    def __init__(self, inquiry: Inquiry) -> None:
        super().__init__(
            _("Dieser Dienst ist für diese Person schon angefragt. Dort geht es weiter.")
        )
        self.inquiry = inquiry


def is_asked(referral: Referral) -> bool:
    """Whether a service has an inquiry that is sent and has not ended or arrived."""
    return Inquiry.objects.filter(referral=referral, state__in=SENT).exists()


def must_be_free(referral: Referral, service: Service) -> None:
    """Nobody has confirmed yet, and this service has no live inquiry about the person."""
    same = Q(client=referral.client, service=service, state__in=OPEN)
    taken = Q(referral=referral, state__in=TAKEN)
    in_the_way = list(Inquiry.objects.filter(same | taken).order_by("created_at", "pk"))
    for inquiry in in_the_way:
        if inquiry.service_id == service.pk and inquiry.is_open:
            raise AlreadyAsked(inquiry)
    must_stand(not in_the_way, _("Für diese Überleitung ist schon zugesagt."))


def must_take_requests(inquiry: Inquiry) -> None:
    """The service is open and answers here, or the sender answers for it."""
    must_stand(inquiry.receiver_facility.closed_on is None, _("Diese Einrichtung ist geschlossen."))
    must_stand(
        inquiry.by_proxy or inquiry.service.takes_requests,
        _("Dieser Dienst nimmt zurzeit keine Anfragen im Portal an. Bitte rufen Sie dort an."),
    )
