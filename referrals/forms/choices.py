"""What the sender fills in together with the person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core import clock
from referrals.forms import fields
from referrals.forms.steps import StepForm
from referrals.reasons import Withdraw
from referrals.vocabulary import Form


class AnswerForm(StepForm):
    """The answer to an open question."""

    text = fields.text(
        _("Ihre Antwort"),
        help_text=_("Ohne Namen, Adressen und Daten, an denen man die Person erkennt."),
    )


class IntroduceForm(StepForm):
    """The day the person meets the service."""

    meeting_on = fields.day(_("Kennenlernen am"))


class ConfirmForm(StepForm):
    """The person's choice."""

    chosen_on = fields.day(_("Die Person hat gewählt am"), initial=clock.today)
    bridge = fields.text(
        _("Wer hilft bis dahin? (Überbrückung)"),
        rows=2,
        required=False,
        help_text=_("Nötig, wenn der Platz mehr als sieben Tage nach der Entlassung beginnt."),
    )


class WithdrawForm(StepForm):
    """Why the service is no longer asked; the reason stays here."""

    reason = fields.one_of(
        _("Grund"),
        fields.without(
            Withdraw.choices,
            Withdraw.RELEASE_WITHDRAWN,
            Withdraw.CONSENT_WITHDRAWN,
            Withdraw.DIED,
        ),
        help_text=_("Der Grund bleibt bei Ihnen. Der Dienst liest nur „nicht mehr erforderlich“."),
    )
    note = fields.text(_("Notiz für Ihr Team"), rows=2, required=False)


class ReopenForm(StepForm):
    """What has changed since; for a draft that was never sent also the person's agreement."""

    note = fields.text(_("Was hat sich geändert?"), rows=2)
    agreed_on = fields.day(_("Die Person ist einverstanden seit"), initial=clock.today)
    agreed_form = fields.one_of(_("In welcher Form?"), Form.choices)

    def prepare(self) -> None:
        """Who was asked before has been agreed to."""
        if self.inquiry.sent_at is not None:
            del self.fields["agreed_on"], self.fields["agreed_form"]


class MarkErrorForm(StepForm):
    """What went wrong."""

    note = fields.text(_("Was war irrtümlich?"), rows=2, required=False)
