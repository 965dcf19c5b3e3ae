"""What arrived at the tests' SMTP server."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Mailbox:
    """Collects each mail with its envelope."""

    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)

    async def handle_DATA(self, server, session, envelope) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"

    def calendar_parts(self) -> list[EmailMessage]:
        """Every text/calendar part, in order of arrival."""
        return [
            part
            for mail in self.mails
            for part in mail.walk()
            if part.get_content_type() == "text/calendar"
        ]
