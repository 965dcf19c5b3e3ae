"""What happened, one row per step, written once and never changed."""

from django.conf import settings
from django.db import models

from core.models import Record


class Event(Record):
    """One step taken: from where to where, by whom, for which facility, through which door."""

    step = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    facility = models.UUIDField(null=True)
    via = models.CharField(max_length=20)
    reason = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True
        ordering = ["at", "id"]


class ConferenceEvent(Event):
    """A step of a case conference; replaying all of them gives its state."""

    conference = models.ForeignKey(
        "conferences.CaseConference", on_delete=models.PROTECT, related_name="events"
    )

    def __str__(self) -> str:
        return f"{self.step} {self.to_state}"


class MeetingEvent(Event):
    """A step of a committee meeting."""

    meeting = models.ForeignKey(
        "conferences.Meeting", on_delete=models.PROTECT, related_name="events"
    )

    def __str__(self) -> str:
        return f"{self.step} {self.to_state}"
