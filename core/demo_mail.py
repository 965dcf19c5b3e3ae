"""Keeps every mail of the demo instead of sending it."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from core.models import KeptMail


class KeptMailBackend(BaseEmailBackend):
    """Writes each mail into the page "Postausgang der Vorführung"."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            KeptMail.objects.create(
                to=", ".join(message.to),
                subject=str(message.subject),
                body=str(message.body),
                calendar=_calendar_of(message),
            )
        return len(email_messages)


def _calendar_of(message: EmailMessage) -> str:
    for part in message.message().walk():
        if part.get_content_type() == "text/calendar":
            payload: Any = part.get_payload(decode=True)
            return str(payload.decode())
    return ""
