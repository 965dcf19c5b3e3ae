"""The one door between a signed-in person and the data.

Every view declares one of four guards. The guard opens the transaction, reads the person's
grants in one query, takes the database's web role and puts the ``Actor`` on the request.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.actor import NOBODY, Actor, Via
from core.audit import gathered
from core.database import take_role, web_role
from core.errors import LinkOver, OtherFacility, Refused
from core.http import Request
from core.models import User
from core.tokens import redeemable

View = Callable[..., HttpResponse]
Row = TypeVar("Row", bound=models.Model)
ACTING = "acting"
READING = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Guard:
    """What a view asks of its visitor."""

    kind: str
    permission: str = ""
    reason: str = ""


def grants_of(person_id: UUID) -> frozenset[tuple[UUID, str]]:
    """Every (facility, permission) that an active person was given through their groups."""
    return frozenset(_granted(person_id))


def _granted(person_id: UUID, *names: str) -> list[tuple[Any, ...]]:
    grant = apps.get_model(settings.GPV_GRANT_MODEL)
    rows = grant._default_manager.filter(
        group__user__id=person_id, group__user__is_active=True
    ).values_list("content_object_id", "permission__codename", *names)
    return list(rows)


def acting_as(person_id: UUID | None, facility: UUID | None) -> Actor:
    """The actor of a task, with the rights the person has now; PermissionDenied when gone."""
    if person_id is None:
        return Actor(person=None, facility=facility, via=Via.TASK)
    person = User.objects.filter(pk=person_id, is_active=True).first()
    grants = grants_of(person_id)
    if person is None or (facility is not None and facility not in {f for f, _p in grants}):
        raise PermissionDenied
    return Actor(person=person, facility=facility, via=Via.TASK, grants=grants)


def _chosen(request: HttpRequest, facilities: frozenset[UUID]) -> UUID | None:
    remembered = request.session.get(ACTING)
    chosen = next((f for f in facilities if str(f) == remembered), None)
    return chosen or min(facilities, key=str, default=None)


def actor_of(request: HttpRequest) -> Actor:
    """The visitor of ``request``: rights, and the names of their facilities, in one query."""
    user = request.user
    if not isinstance(user, User):
        return NOBODY
    rows = _granted(user.pk, *settings.GPV_GRANT_NAMES)
    names = {facility: tuple(words) for facility, _permission, *words in rows}
    return Actor(
        person=user,
        facility=_chosen(request, frozenset(names)),
        via=Via.WEB,
        grants=frozenset((facility, permission) for facility, permission, *_words in rows),
        names=names,
    )


def _refuse_another_acting(request: HttpRequest, actor: Actor) -> None:
    sent = request.POST.get(ACTING, "") if request.method == "POST" else ""
    if sent and sent != str(actor.facility):
        raise Refused(
            _(
                "Diese Seite wurde geöffnet, als Sie für eine andere Einrichtung handelten. "
                "Wechseln Sie dorthin zurück und senden Sie Ihren Text noch einmal ab."
            )
        )


def _guarded(
    view: View,
    rule: Guard,
    admit: Callable[[HttpRequest, Actor], None],
    who: Callable[[HttpRequest], Actor] = actor_of,
) -> View:
    @wraps(view)
    def gated(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            actor = who(request)
            request.actor = actor
            person = actor.person.pk if actor.person else None
            take_role(web_role(), facilities=actor.facilities, person=person)
            admit(request, actor)
            with gathered() if request.method in READING else nullcontext():
                response = view(request, *args, **kwargs)
                if hasattr(response, "render"):
                    response.render()
            return response

    setattr(gated, "guard", rule)  # noqa: B010 - a function has no declared attributes
    return gated


def guard(permission: str) -> Callable[[View], View]:
    """Admit people who hold ``permission`` at the facility they act for."""

    def admit(request: HttpRequest, actor: Actor) -> None:
        _refuse_another_acting(request, actor)
        if not actor.holds(permission):
            raise PermissionDenied

    return lambda view: _guarded(view, Guard("permission", permission), admit)


def signed_in(reason: str) -> Callable[[View], View]:
    """Admit everybody who is signed in; the reason is for the reviewer."""
    return lambda view: _guarded(view, Guard("signed_in", reason=reason), _refuse_another_acting)


def public(reason: str) -> Callable[[View], View]:
    """Open a view to everybody; the reason is for the reviewer."""

    def decorate(view: View) -> View:
        return login_not_required(
            _guarded(view, Guard("public", reason=reason), lambda request, actor: None)
        )

    return decorate


def public_to_nobody(reason: str) -> Callable[[View], View]:
    """Open a view to everybody, alike: no cookie is read, so nothing depends on who asks."""

    def decorate(view: View) -> View:
        rule = Guard("public", reason=reason)
        return login_not_required(
            _guarded(view, rule, lambda request, actor: None, who=lambda request: NOBODY)
        )

    return decorate


def by_token(purpose: str) -> Callable[[View], View]:
    """Admit the holder of a valid link for ``purpose``; the view gets ``token`` as the row."""

    def decorate(view: View) -> View:
        @wraps(view)
        def with_row(request: Request, token: str, **kwargs: Any) -> HttpResponse:
            row = redeemable(token, purpose)
            if row is None:
                raise LinkOver
            request.actor = Actor(person=None, facility=row.facility, via=Via.LINK)
            return view(request, token=row, **kwargs)

        rule = Guard("token", reason=purpose)
        return login_not_required(_guarded(with_row, rule, lambda request, actor: None))

    return decorate


def fetch(rows: Callable[[Actor], "models.QuerySet[Row]"], actor: Actor, **key: Any) -> Row:
    """One row of ``rows(actor)``, e.g. ``fetch(Referral.objects.visible_to, actor, pk=pk)``.

    Raises Http404 for a stranger's or missing row, and OtherFacility when another facility of
    the same person may see it.
    """
    if found := rows(actor).filter(**key).first():
        return found
    for facility in sorted(actor.facilities - {actor.facility}, key=str):
        if rows(actor.at(facility)).filter(**key).exists():
            raise OtherFacility(facility)
    raise Http404
