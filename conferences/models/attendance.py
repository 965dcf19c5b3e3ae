"""Who of a body was at a meeting."""

from django.db import models

from conferences.vocabulary import Presence
from core.models import Record


class Attendance(Record):
    """One seat at one meeting."""

    meeting = models.ForeignKey(
        "conferences.Meeting", on_delete=models.PROTECT, related_name="attendance"
    )
    seat = models.ForeignKey("conferences.Seat", on_delete=models.PROTECT, related_name="+")
    presence = models.CharField(max_length=20, choices=Presence, blank=True)
    note = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["seat__group", "seat__label", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.presence}"
