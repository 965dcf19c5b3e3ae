"""Changing the glossary of the search; every process follows with its next question."""

from collections.abc import Sequence
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import audit
from core.actor import Actor
from network.models import Glossary, SynonymGroup
from network.search.lexicon import shipped_groups


@transaction.atomic
def save_group(
    *, group: SynonymGroup | None, asked: str, phrases: Sequence[str], by: Actor
) -> SynonymGroup:
    """Add a group, or let an existing one mean something else."""
    _lock(by)
    row = SynonymGroup.objects.get(pk=group.pk) if group else SynonymGroup()
    row.asked, row.words = asked, "\n".join(phrases)
    row.save()
    _renew()
    audit.record(by=by, deed="glossary.changed" if group else "glossary.added", obj=row)
    return row


@transaction.atomic
def remove_group(*, group: SynonymGroup, by: Actor) -> None:
    """Take a group out."""
    _lock(by)
    _renew()
    audit.record(by=by, deed="glossary.removed", obj=group)
    SynonymGroup.objects.filter(pk=group.pk).delete()


def _lock(by: Actor) -> None:
    """One change at a time, by a coordination; an empty table begins with what was shipped."""
    if not by.holds("coordinate_region"):
        raise PermissionDenied
    _glossary, new = Glossary.objects.select_for_update().get_or_create(pk=1)
    if new:
        SynonymGroup.objects.bulk_create(
            SynonymGroup(asked=asked, words="\n".join(phrases))
            for asked, phrases in shipped_groups()
        )


def _renew() -> None:
    Glossary.objects.filter(pk=1).update(stamp=uuid4())
