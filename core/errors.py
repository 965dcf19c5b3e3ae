"""Refusals that are sentences for the person who reads them."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy as _


class LinkOver(Http404):
    """A link without sign-in that was used, has ended or never was: all three read the same."""


class Refused(Exception):
    """The deed is not possible now; answered with the 409 page and the text given back."""

    status = 409

    def __init__(self, message: object) -> None:
        super().__init__(str(message))
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class StepRefused(Refused):
    """The object is not in a state from which this step can be taken."""


class Stale(Refused):
    """Somebody else saved the object while the form was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Inzwischen wurde hier etwas geändert. Ihr Text steht unten; bitte laden Sie die "
                "Seite neu und vergleichen Sie."
            )
        )


class OtherFacility(Refused):
    """The page belongs to another facility of the same person."""

    def __init__(self, facility: UUID) -> None:
        super().__init__(
            _("Das gehört zu einer anderen Ihrer Einrichtungen. Wechseln Sie, um weiterzuarbeiten.")
        )
        self.facility = facility
