"""Writing who is responsible where."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import audit, versions
from core.actor import Actor
from network.models import Region, ResponsibilityRule
from network.models.coordination import coordinates


@transaction.atomic
def add_rule(*, region: Region, values: dict[str, Any], by: Actor) -> ResponsibilityRule:
    """A new rule of the region; PermissionDenied to whoever does not coordinate it."""
    if not coordinates(by, region):
        raise PermissionDenied
    rule = ResponsibilityRule.objects.create(region=region, **values)
    audit.record(by=by, deed="rule.added", obj=rule)
    return rule


@transaction.atomic
def change_rule(
    *, rule: ResponsibilityRule, values: dict[str, Any], version: str, by: Actor
) -> ResponsibilityRule:
    """Replace what the rule says; Stale when somebody was quicker."""
    rule = ResponsibilityRule.objects.select_for_update().get(pk=rule.pk)
    if not coordinates(by, rule.region):
        raise PermissionDenied
    versions.check(rule, version)
    for name, value in values.items():
        setattr(rule, name, value)
    rule.version += 1
    rule.save()
    audit.record(by=by, deed="rule.changed", obj=rule)
    return rule
