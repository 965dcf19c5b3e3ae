"""Rows that are worked on one by one, so that none stops another."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Model, QuerySet

from core.database import take_role, worker_role
from core.errors import Refused

BATCH = 500
Row = TypeVar("Row", bound=Model)
log = logging.getLogger(__name__)


def each_alone(rows: QuerySet[Row], work: Callable[[Row], object]) -> int:
    """How many of ``rows`` ``work`` did something about, each in a transaction of its own.

    All of them are looked at, a batch at a time: many stay in the filter after the work.
    """
    done, last = 0, None
    while True:
        behind = rows.filter(pk__gt=last) if last else rows
        batch = list(behind.order_by("pk")[:BATCH])
        done += sum(alone(row, work) for row in batch)
        if len(batch) < BATCH:
            return done
        last = batch[-1].pk


def alone(row: Row, work: Callable[[Row], object]) -> bool:
    """Whether ``work`` did something about ``row``, as the worker, in a transaction of its own.

    What is refused meanwhile is left alone; what fails is logged and stops nobody else.
    """
    try:
        with transaction.atomic():
            take_role(worker_role())
            return bool(work(row))
    except (Refused, ObjectDoesNotExist):
        return False
    except Exception as error:
        log.error("%s of %s: %s", work.__name__, row.pk, type(error).__name__)
        return False
