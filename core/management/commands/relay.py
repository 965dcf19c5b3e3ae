"""Tells the broker about new outbox rows: woken by NOTIFY, polling as the net."""

import logging
import time
from typing import Any

import psycopg
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection
from kombu.exceptions import OperationalError as BrokerError

from core import outbox
from core.tasks import deliver

POLL_SECONDS = 5.0
logger = logging.getLogger("gpv.relay")


class Command(BaseCommand):
    """Runs until it is stopped; survives the loss of broker and database."""

    help = "Publish outbox rows to the broker."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="publish what waits, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            try:
                _publish()
                if options["once"]:
                    return
                _wait()
            except (OperationalError, psycopg.OperationalError, BrokerError, OSError) as error:
                if options["once"]:
                    raise
                logger.warning("relay waits: %s", type(error).__name__)
                connection.close()
                time.sleep(1)


def _publish() -> None:
    while ids := outbox.take_unpublished():
        for message_id in ids:
            deliver.apply_async((str(message_id),), retry=False)


def _wait() -> None:
    connection.ensure_connection()
    raw = connection.connection
    raw.execute(f"LISTEN {outbox.CHANNEL}")
    for _notification in raw.notifies(timeout=POLL_SECONDS, stop_after=1):
        return
