"""An inquiry that should never have been, named by its reference alone."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from referrals.forms import fields
from referrals.forms.base import PortalForm


class MistakeForm(PortalForm):
    """Which inquiry, and what went wrong; nothing of the case is shown."""

    reference = fields.line(
        _("Kennzeichen der Anfrage"),
        length=12,
        help_text=_("Der Sozialdienst nennt es Ihnen, zum Beispiel K-7F3QX2M."),
    )
    note = fields.text(_("Was war irrtümlich?"), rows=2, help_text=_("Ohne Namen der Person."))
