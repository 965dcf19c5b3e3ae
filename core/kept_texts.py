"""A form that arrives after the session has ended is kept until its owner signs in again."""

import datetime as dt
import hashlib
import json
import secrets

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse

from core import clock
from core.field_labels import label_of
from core.http import page_of
from core.models import KeptText, User

COOKIE = "aufgehoben"
VALID_FOR = dt.timedelta(minutes=30)
HIDDEN_FIELDS = ("csrfmiddlewaretoken", "receipt", "acting", "version")
ACCOUNT_PAGES = "account_"
LIMIT = 200_000


def posted_texts(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, as (label, text), without hidden fields; of an account's page nothing."""
    page = request.resolver_match
    if page is not None and page.view_name.startswith(ACCOUNT_PAGES):
        return []
    return [
        (label_of(name), value)
        for name, values in request.POST.lists()
        if not name.startswith(HIDDEN_FIELDS) and "password" not in name
        for value in values
        if value.strip()
    ]


def _owner(request: HttpRequest) -> User | None:
    """Whose session the request still names, though it has expired."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    row = Session.objects.filter(session_key=key).first() if key else None
    user_id = row.get_decoded().get("_auth_user_id") if row else None
    return User.objects.filter(pk=user_id).first() if user_id else None


def keep_for_later(request: HttpRequest, response: HttpResponse) -> bool:
    """Keep the posted texts, sealed, under a random cookie for the person of the old session.

    False when there is nothing to keep or nobody to keep it for.
    """
    owner, texts = _owner(request), posted_texts(request)
    plain = json.dumps(texts)
    if owner is None or not texts or len(plain) > LIMIT:
        return False
    cookie = secrets.token_urlsafe(32)
    row = KeptText(
        user=owner,
        cookie_hash=_hash(cookie),
        path=page_of(request)[:300],
        until=clock.now() + VALID_FOR,
    )
    row.put(plain)
    row.save()
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=int(VALID_FOR.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return True


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()


def kept_for(user: User | None, cookie: str) -> KeptText | None:
    """The text behind ``cookie`` when it belongs to ``user`` and is not older than 30 minutes."""
    return KeptText.objects.filter(
        user=user, cookie_hash=_hash(cookie), until__gt=clock.now()
    ).first()


def texts_of(row: KeptText) -> list[tuple[str, str]]:
    """(label, text) as they were typed."""
    return [(name, value) for name, value in json.loads(row.read())]
