"""Mail: constant texts that say only that something waits, one recipient each."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.functional import Promise
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and first sentence of one kind of mail."""

    subject: str | Promise
    body: str | Promise


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that rides with a mail; its name is constant text."""

    name: str
    content: bytes
    content_type: str


LETTERS: dict[str, Letter] = {}


def register(kind: str, *, subject: str | Promise, body: str | Promise) -> None:
    """Name the words of mails of ``kind``; they hold no datum of a person."""
    LETTERS[kind] = Letter(subject, body)


def send(
    kind: str,
    to: str,
    *,
    path: str,
    about: str = "",
    calendar: bytes | None = None,
    method: str = "",
) -> None:
    """Send one mail of ``kind`` with a link to ``path``; ``calendar`` rides as an alternative.

    ``about`` is the name of something public, of an entry for example, never of a person.
    Raises OSError or SMTPException when the server does not take it.
    """
    letter = LETTERS[kind]
    parts = [str(letter.body), about, settings.GPV_SITE_ADDRESS + path, _signature()]
    text = "\n\n".join(filter(None, parts))
    deliver(subject=str(letter.subject), text=text, to=to, calendar=calendar, method=method)


def send_to_subscriber(
    kind: str,
    to: str,
    *,
    path: str,
    leave: str,
    one_click: str,
    leaving: str,
    about: str = "",
    attachment: Attachment | None = None,
) -> None:
    """Send a mail that one can leave: by the page ``leave``, or by one POST to ``one_click``.

    ``leaving`` says what one leaves, ``about`` names something public, as in ``send``. The headers
    are those of RFC 8058. Raises as ``send`` does.
    """
    letter, site = LETTERS[kind], site_address()
    parts = [str(letter.body), about, site + path, f"{leaving}\n{site}{leave}", _signature()]
    message = _message(str(letter.subject), "\n\n".join(filter(None, parts)), to)
    message.extra_headers["List-Unsubscribe"] = f"<{site}{one_click}>"
    message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if attachment is not None:
        message.attach(attachment.name, attachment.content, attachment.content_type)
    message.send()


def site_address() -> str:
    """Where the portal answers, without a slash at its end."""
    return str(settings.GPV_SITE_ADDRESS)


def deliver(*, subject: str, text: str, to: str, calendar: bytes | None, method: str) -> None:
    """Send ready words, for a committee's mails, which may name their body and agenda."""
    message = _message(subject, text, to)
    if calendar is not None:
        message.attach_alternative(calendar.decode(), f"text/calendar; method={method}")
    message.send()


def _message(subject: str, text: str, to: str) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    return message


def _signature() -> str:
    return _("Bitte antworten Sie nicht auf diese Nachricht. Ihr GPV-Portal")
