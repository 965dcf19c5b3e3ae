"""What somebody says is wrong with an entry; it never changes the entry by itself."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record
from network.models.service import Service


class Suggestion(Record):
    """A hint for whoever answers for the entry; seen by nobody else, kept for a while."""

    class State(models.TextChoices):
        OPEN = "open", _("offen")
        ACCEPTED = "accepted", _("angenommen")
        DECLINED = "declined", _("nicht übernommen")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="suggestions")
    text = models.TextField(_("Was stimmt nicht?"))
    contact = models.CharField(_("Rückfragen an"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    note = models.CharField(_("Notiz"), max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["state", "created_at"], name="network_suggestion_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", decided_at=None)
                | (~models.Q(state="open") & models.Q(decided_at__isnull=False)),
                name="network_suggestion_decided",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


def first_waiting() -> models.Subquery:
    """The moment since which somebody waits for an answer about the service of the outer row."""
    waiting = Suggestion.objects.filter(service=models.OuterRef("pk"), state=Suggestion.State.OPEN)
    return models.Subquery(waiting.order_by("created_at").values("created_at")[:1])
