"""Finding a date: two to five proposals, and who could come."""

from django.db import models

from core.models import Record


class PollDate(Record):
    """One proposed date."""

    conference = models.ForeignKey(
        "conferences.CaseConference", on_delete=models.CASCADE, related_name="poll_dates"
    )
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "starts_at"], name="poll_date_once")
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class PollAnswer(Record):
    """Whether one participant could come on one date."""

    poll_date = models.ForeignKey(PollDate, on_delete=models.CASCADE, related_name="answers")
    participant = models.ForeignKey(
        "conferences.Participant", on_delete=models.CASCADE, related_name="poll_answers"
    )
    possible = models.BooleanField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["poll_date", "participant"], name="poll_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.poll_date_id}: {self.possible}"
