"""Answers for the operator's probes."""

import redis
from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.access import public


@require_safe
@public("the load balancer asks without a session")
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the process answers and its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@public("the operator asks without a session")
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether the broker answers too; 503 with the missing part's name when not."""
    missing = [name for name, answers in (("broker", _broker),) if not answers()]
    return HttpResponse(
        ", ".join(missing) or "ok", status=503 if missing else 200, content_type="text/plain"
    )


def _broker() -> bool:
    url = settings.CELERY_BROKER_URL.replace("redis+socket://", "unix://")
    try:
        return bool(redis.Redis.from_url(url, socket_timeout=0.5).ping())
    except (redis.RedisError, OSError, OperationalError):
        return False
