"""Whether a service can be asked at all."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from network.models import Facility, Service
from referrals.engine.wants import must_stand
from referrals.models import Inquiry, Referral
from referrals.workflow import OPEN, TAKEN


class AlreadyAsked(Refused):
    """There is a live inquiry to the same service; ``inquiry`` is where the page leads."""

    def __init__(self, inquiry: Inquiry) -> None:
        super().__init__(
            _("Dieser Dienst ist für diese Person schon angefragt. Dort geht es weiter.")
        )
        self.inquiry = inquiry


def must_be_free(referral: Referral, service: Service) -> None:
    """Nobody has confirmed yet, and this service has no live inquiry about the person."""
    live = Inquiry.objects.filter(client=referral.client, service=service, state__in=OPEN).first()
    if live is not None:
        raise AlreadyAsked(live)
    taken = Inquiry.objects.filter(referral=referral, state__in=TAKEN)
    must_stand(not taken.exists(), _("Für diese Überleitung ist schon zugesagt."))


def must_take_requests(inquiry: Inquiry) -> None:
    """The service is open and answers here, or the sender answers for it."""
    facility = Facility.objects.get(pk=inquiry.receiver_facility_id)
    must_stand(facility.closed_on is None, _("Diese Einrichtung ist geschlossen."))
    must_stand(
        inquiry.by_proxy or inquiry.service.takes_requests,
        _("Dieser Dienst nimmt zurzeit keine Anfragen im Portal an. Bitte rufen Sie dort an."),
    )
