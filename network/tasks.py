"""What the worker does for the directory."""

from core import outbox
from core.actor import Actor
from core.models import OutboxMessage
from network.services.editions import PRINT, print_edition


@outbox.handles(PRINT)
def edition_published(message: OutboxMessage, actor: Actor) -> None:
    """Print the edition."""
    print_edition(edition_id=message.object_id, by=actor)
