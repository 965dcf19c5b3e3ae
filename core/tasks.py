"""The worker's doors; each takes ids only and may run twice."""

from uuid import UUID

from celery import shared_task

from core import expiry, outbox, sealer


@shared_task
def deliver(message_id: str) -> None:
    """Do the work of one outbox message."""
    outbox.deliver(UUID(message_id))


@shared_task
def sweep() -> None:
    """Publish again what the broker lost, and forget the texts that were kept for a while."""
    expiry.forget_kept_texts()
    for message_id in outbox.take_unpublished():
        deliver.delay(str(message_id))


@shared_task
def forget() -> None:
    """Delete receipts, sessions and links that nobody needs any more."""
    expiry.forget_receipts_and_sessions()
    expiry.forget_links()


@shared_task
def seal_audit() -> None:
    """Chain the audit entries that were committed since the last run."""
    sealer.seal_new()
