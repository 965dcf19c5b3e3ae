"""What the asked service fills in until the person has chosen."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.models import Service
from referrals.forms import fields
from referrals.forms.base import moved
from referrals.forms.steps import StepForm
from referrals.models.inquiry import Binding
from referrals.reasons import Decline


class AskForm(StepForm):
    """A question to the sender."""

    asks_entry = True
    text = fields.text(
        _("Ihre Frage"),
        help_text=_("Bitte fragen Sie nicht nach dem Namen."),
    )


class WaitlistForm(StepForm):
    """When a place may come free, and when there is news."""

    asks_entry = True
    pairs = (("expected_on", "news_on"),)

    expected_on = fields.day(_("Platz voraussichtlich ab"))
    news_on = fields.day(_("Nächste Nachricht am"))


class NewsForm(StepForm):
    """How the waiting list moves."""

    pairs = (("expected_on", "news_on"),)

    expected_on = fields.day(_("Platz voraussichtlich ab"), required=False)
    news_on = fields.day(_("Nächste Nachricht am"))

    def prepare(self) -> None:
        self.initial.setdefault("expected_on", self.inquiry.expected_on)


class NamedForm(StepForm):
    """Who is responsible and who stands in; colleagues are chosen, others are written down."""

    worker = fields.picked(_("Zuständig"), ())
    deputy = fields.picked(_("Vertretung"), ())

    def prepare(self) -> None:
        if self.inquiry.by_proxy:
            self.fields["worker"] = fields.line(_("Zuständig (Name)"))
            self.fields["deputy"] = fields.line(_("Vertretung (Name)"))
            return
        for name in ("worker", "deputy"):
            self.offers(name, [(key, p.full_name) for key, p in self.people.items()])

    def arguments(self) -> dict[str, Any]:
        return {
            **self.cleaned_data,
            "worker": self.named("worker"),
            "deputy": self.named("deputy"),
        }


class OfferForm(NamedForm):
    """A place from a day on, by name, until a moment."""

    asks_entry = True
    pairs = (
        ("worker", "deputy"),
        ("valid_until_day", "valid_until_time"),
    )

    start_on = fields.day(_("Platz ab"))
    valid_until_day = fields.day(_("Angebot gilt bis"))
    valid_until_time = fields.time(_("Uhrzeit"))
    binding = fields.one_of(_("Wie fest ist das Angebot?"), Binding.choices)
    field_order = ("start_on", "worker", "deputy", "valid_until_day", "valid_until_time", "binding")

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        given["valid_until"] = fields.moment(given, "valid_until_day", "valid_until_time")
        return {k: v for k, v in given.items() if not k.startswith("valid_until_")}

    def shows(self, refusal: Any) -> None:
        super().shows(moved(refusal, "valid_until", "valid_until_day"))


class ConfirmDirectForm(NamedForm):
    """Rückkehr: the known service says who comes."""

    asks_entry = True
    pairs = (("worker", "deputy"),)


class ExtendForm(StepForm):
    """A later end of the offer."""

    pairs = (("valid_until_day", "valid_until_time"),)

    valid_until_day = fields.day(_("Angebot gilt jetzt bis"))
    valid_until_time = fields.time(_("Uhrzeit"))

    def arguments(self) -> dict[str, Any]:
        moment = fields.moment(self.cleaned_data, "valid_until_day", "valid_until_time")
        return {"valid_until": moment}

    def shows(self, refusal: Any) -> None:
        super().shows(moved(refusal, "valid_until", "valid_until_day"))


class RetractForm(StepForm):
    """Why the offer no longer stands."""

    reason = fields.text(_("Warum nehmen Sie das Angebot zurück?"), rows=2)


class DeclineForm(StepForm):
    """A coded reason and, where there is one, another service."""

    asks_entry = True
    reason = fields.one_of(_("Grund"), Decline.choices)
    alternative = fields.picked(_("Vielleicht passt dieser Dienst"), (), required=False)
    note = fields.text(_("Hinweis für den Sozialdienst"), rows=2, required=False)

    def prepare(self) -> None:
        others = Service.objects.published().filter(region=self.inquiry.service.region_id)
        others = others.exclude(pk=self.inquiry.service_id).order_by("name", "id")[:500]
        self._services = {str(row.pk): row for row in others}
        self.offers("alternative", [(key, row.name) for key, row in self._services.items()])

    def arguments(self) -> dict[str, Any]:
        chosen = self._services.get(self.cleaned_data["alternative"])
        return {**self.cleaned_data, "alternative": chosen}


class ReassignForm(StepForm):
    """A colleague who takes over."""

    successor = fields.picked(_("Übernimmt"), ())

    def prepare(self) -> None:
        self.offers("successor", [(key, p.full_name) for key, p in self.people.items()])

    def arguments(self) -> dict[str, Any]:
        return {"successor": self.people[self.cleaned_data["successor"]]}
