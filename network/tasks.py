"""What the worker does for the directory."""

from celery import shared_task
from django.utils.translation import gettext_lazy as _

from core import mail, outbox
from core.actor import SCHEDULER, Actor
from core.models import OutboxMessage, User
from network.services import reviews, suggestions
from network.services.editions import PRINT, print_edition
from network.services.people import INVITED, send_invitation

mail.register(
    INVITED,
    subject=_("Ihr Zugang zum GPV-Portal"),
    body=_(
        "Sie sind in das GPV-Portal eingeladen. Über den folgenden Link setzen Sie Ihr Passwort; "
        "wenn Sie schon eines haben, melden Sie sich einfach an."
    ),
)


@outbox.handles(INVITED)
def person_invited(message: OutboxMessage, actor: Actor) -> None:
    """Send the invitation."""
    send_invitation(user=User.objects.get(pk=message.object_id), by=actor)


@outbox.handles(PRINT)
def edition_published(message: OutboxMessage, actor: Actor) -> None:
    """Print the edition."""
    print_edition(edition_id=message.object_id, by=actor)


mail.register(
    reviews.ASK,
    subject=_("Stimmt Ihr Eintrag im Verzeichnis noch?"),
    body=_(
        "Sie verantworten den folgenden Eintrag im Verzeichnis. Er ist lange nicht geprüft. Öffnen "
        "Sie den Link: Dort sagen Sie mit einem Knopf, dass alles noch stimmt, oder ändern ihn. "
        "Der Link gilt 30 Tage und einmal."
    ),
)
mail.register(
    reviews.RETURNED,
    subject=_("Ihr Eintrag im Verzeichnis braucht noch etwas"),
    body=_("Die Koordination hat den folgenden Eintrag zurückgegeben. Dort steht, was fehlt."),
)


@outbox.handles(reviews.ASK)
def entry_review(message: OutboxMessage, actor: Actor) -> None:
    """Ask one owner whether the entry is still true."""
    person = message.recipient
    reviews.send_question(service_id=message.object_id, person=person, by=actor)


@outbox.handles(reviews.RETURNED)
def entry_returned(message: OutboxMessage, actor: Actor) -> None:
    """Tell one owner that the entry was returned."""
    person = message.recipient
    reviews.send_returned(service_id=message.object_id, person=person, by=actor)


@shared_task
def watch_entries() -> None:
    """Ask about entries whose check came due, and forget old hints; may run twice."""
    reviews.ask_owners(by=SCHEDULER)
    suggestions.forget_decided(by=SCHEDULER)
