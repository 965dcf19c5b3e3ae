"""Work that follows a change, written in the change's own transaction."""

from django.db import models

from core.models.record import Record


class OutboxMessage(Record):
    """Pending, published, done; the broker only carries the id and may lose it."""

    class State(models.TextChoices):
        PENDING = "pending"
        PUBLISHED = "published"
        DONE = "done"
        REFUSED = "refused"
        FAILED = "failed"

    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()
    recipient = models.UUIDField(null=True)
    person = models.UUIDField(null=True)
    facility = models.UUIDField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    published_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["created_at"],
                name="core_outbox_open",
                condition=models.Q(state__in=["pending", "published"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
