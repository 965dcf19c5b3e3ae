"""Who did or read what; rows are only ever added."""

from django.db import models

from core import clock


class AuditEntry(models.Model):
    """One deed, reading or refusal; ``case`` is the referral, conference or person of it."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(default=clock.now)
    person = models.UUIDField(null=True)
    facility = models.UUIDField(null=True)
    via = models.CharField(max_length=12)
    deed = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=60, blank=True)
    object_id = models.UUIDField(null=True)
    case = models.UUIDField(null=True)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "-id"], name="core_audit_case"),
            models.Index(fields=["facility", "-id"], name="core_audit_facility"),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.at:%Y-%m-%d %H:%M}"


class AuditSeal(models.Model):
    """A link of the chain: the hash over the entries up to ``last_entry`` and the link before."""

    id = models.BigAutoField(primary_key=True)
    first_entry = models.BigIntegerField()
    last_entry = models.BigIntegerField(unique=True)
    entries = models.PositiveIntegerField()
    chain_hash = models.BinaryField()
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"AuditSeal up to {self.last_entry}"
