"""What the worker does for the directory."""

from django.utils.translation import gettext_lazy as _

from core import mail, outbox
from core.actor import Actor
from core.models import OutboxMessage, User
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
