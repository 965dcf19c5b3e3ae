"""What people call the fields of our forms, for pages that give back what they typed."""

from functools import cache

from django.forms import BaseForm
from django.utils.translation import gettext as _


def label_of(name: str) -> str:
    """The label of a posted field; "Ihre Eingabe" when forms disagree or none knows it."""
    found = _labels().get(name, set())
    return next(iter(found)) if len(found) == 1 else _("Ihre Eingabe")


@cache
def _labels() -> dict[str, set[str]]:
    labels: dict[str, set[str]] = {}
    for form in _forms(BaseForm):
        for name, field in getattr(form, "base_fields", {}).items():
            if field.label:
                labels.setdefault(name, set()).add(str(field.label))
    return labels


def _forms(form: type[BaseForm]) -> set[type[BaseForm]]:
    kinds = set(form.__subclasses__())
    return kinds.union(*(_forms(kind) for kind in kinds))
