"""Questions that members keep, and one mail a day about what newly answers them."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import audit, clock, mail, outbox, tokens
from core.actor import Actor, Via
from core.errors import LinkOver, Refused
from core.models import AccessToken, User
from network.asking import read, written
from network.directory import Ask, fitting
from network.models import Region, SavedSearch, Service

NEWS = "network.search_news"
LEAVE = "network.search-leave"
"""The purpose of the link in the mail."""

MOST = 20
NAMED = 10
"""Entries that a mail names; of more it says how many."""

LINK_VALID = dt.timedelta(days=2 * 365)

_TOO_MANY = gettext_lazy(
    "Sie haben schon %(number)d Suchen gemerkt; mehr sind nicht möglich. "
    "Bitte löschen Sie zuerst eine."
)


@transaction.atomic
def save_search(*, region: Region, name: str, ask: Ask, by: Actor) -> tuple[SavedSearch, bool]:
    """Keep a question, of which today's answers are no news; False when it was kept already."""
    if by.person is None or not by.belongs:
        raise PermissionDenied
    User.objects.select_for_update(no_key=True).get(pk=by.person.pk)
    mine, query = SavedSearch.objects.visible_to(by), written(ask)
    if kept := mine.filter(region=region, query=query).first():
        return kept, False
    if mine.count() >= MOST:
        raise Refused(_TOO_MANY % {"number": MOST})
    row = SavedSearch.objects.create(
        person=by.person,
        region=region,
        name=name,
        query=query,
        known=sorted(fitting(region, ask)),
    )
    audit.record(by=by, deed="search.saved", obj=row)
    return row, True


@transaction.atomic
def change_search(*, search: SavedSearch, name: str, by_mail: bool, by: Actor) -> None:
    """Call it something else, or stop and begin its mails; of what came meanwhile nothing is told.

    Raises Refused when the search was deleted meanwhile.
    """
    row = _own(search, by)
    if by_mail and not row.by_mail:
        row.known = sorted({*row.known, *fitting(row.region, _asked(row))})
    if not by_mail:
        _stop(row)
    row.name, row.by_mail = name, by_mail
    row.save()
    audit.record(by=by, deed="search.changed", obj=row)


@transaction.atomic
def delete_search(*, search: SavedSearch, by: Actor) -> None:
    """Delete it with its words and its links; nothing of them stays."""
    _delete(_own(search, by), by)


@transaction.atomic
def stop_mails(*, token: AccessToken, by: Actor) -> None:
    """Whoever holds the link of a mail gets no more of them; the search stays in the list."""
    if by.via is not Via.LINK:
        raise PermissionDenied
    row = tokens.spend_on(token, SavedSearch.objects.all())
    if row is None:
        raise LinkOver
    row.by_mail = False
    _stop(row)
    row.save()
    audit.record(by=by, deed="search.mails_stopped", obj=row)


@transaction.atomic
def compare(*, search: SavedSearch, by: Actor) -> bool:
    """Order a mail when something newly fits or still waits to be told; True when ordered.

    One a day: not when one was ordered today, or left today because the server took none before.
    """
    rows = SavedSearch.objects.mailed().select_for_update(of=["self"])
    row = rows.filter(pk=search.pk).select_related("region").first()
    if row is None or clock.today() in {row.ordered_on, row.told_on}:
        return False
    fresh = fitting(row.region, _asked(row)) - set(row.known)
    if not (fresh or row.news):
        return False
    row.known = sorted({*row.known, *fresh})
    row.news = sorted({*row.news, *fresh})
    row.ordered_on = clock.today()
    row.save(update_fields=["known", "news", "ordered_on"])
    outbox.enqueue(NEWS, row.pk, by=by)
    return True


@transaction.atomic
def tell(*, search_id: UUID, by: Actor) -> None:
    """Send what waits, if it is still published and its owner still wants it and belongs here."""
    rows = SavedSearch.objects.mailed().select_for_update(of=["self"])
    row = rows.filter(pk=search_id).select_related("person").first()
    if row is None or not row.news:
        return
    found = list(Service.objects.published().filter(pk__in=row.news).order_by("name", "id"))
    gone = set(row.news) - {each.pk for each in found}
    row.known = sorted(set(row.known) - gone)
    row.news = []
    if found:
        _write(row, found)
        row.told_on = clock.today()
        audit.record(by=by, deed="search.told", obj=row, detail=str(len(found)))
    row.save(update_fields=["known", "news", "told_on"])


@transaction.atomic
def forget_left(*, by: Actor) -> int:
    """Delete the questions of people who are gone; returns how many."""
    rows = list(SavedSearch.objects.left_behind().select_for_update())
    for row in rows:
        _delete(row, by)
    return len(rows)


def _write(row: SavedSearch, found: list[Service]) -> None:
    token = tokens.issue(purpose=LEAVE, object_id=row.pk, facility=None, valid_for=LINK_VALID)
    mail.send_to_subscriber(
        NEWS,
        row.person.email,
        about=_named(found),
        path="/gemerkte-suchen/",
        leaving=_("Zu dieser Suche keine E-Mails mehr:"),
        leave=f"/l/suche-ende/{token}/",
        one_click=f"/l/suche-ende/{token}/sofort/",
    )


def _named(found: list[Service]) -> str:
    """Names and public pages; neither the words of the question nor its name."""
    said = [f"{each.name}\n{mail.site_address()}/verzeichnis/{each.slug}/" for each in found]
    if (more := len(found) - NAMED) > 0:
        words = ngettext("und ein weiterer Eintrag", "und %(number)d weitere Einträge", more)
        said[NAMED:] = [words % {"number": more}]
    return "\n\n".join(said)


def _asked(row: SavedSearch) -> Ask:
    return read(QueryDict(row.query))


def _own(search: SavedSearch, by: Actor) -> SavedSearch:
    """The row, locked, of its owner alone."""
    rows = SavedSearch.objects.visible_to(by).select_for_update(of=["self"])
    row = rows.filter(pk=search.pk).select_related("region").first()
    if row is None:
        raise Refused(_("Diese Suche gibt es nicht mehr."))
    return row


def _stop(row: SavedSearch) -> None:
    """No mail that waits, and no link of an earlier one."""
    row.news = []
    tokens.withdraw(purpose=LEAVE, object_id=row.pk)


def _delete(row: SavedSearch, by: Actor) -> None:
    audit.record(by=by, deed="search.deleted", obj=row)
    _stop(row)
    row.delete()
