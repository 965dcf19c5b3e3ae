"""Schweigepflichtentbindungen: recorded once signed, withdrawn wholly or in part."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock
from core.actor import Actor
from network.models import Facility
from referrals.engine import clocks, mails
from referrals.engine.endings import end_uncovered
from referrals.engine.own import must_own
from referrals.engine.steps import locked, locked_client
from referrals.engine.wants import must, must_stand
from referrals.models import Client, Inquiry, Release, ReleaseParty
from referrals.release_wording import VERSION, WORDINGS, wording_hash
from referrals.vocabulary import WRITTEN_FORMS, Category, Form, SignedBy


@transaction.atomic
def record_release(
    *,
    client: Client,
    hearing: Collection[Facility],
    categories: Collection[str],
    valid_until: date,
    by: Actor,
    speaking: Collection[Facility] = (),
    mutual: bool = False,
    valid_from: date | None = None,
    form: str = Form.WRITTEN,
    signed_by: str = SignedBy.CLIENT,
    guardian_covers_health: bool = False,
    wording_version: str = VERSION,
) -> Release:
    """Record a signed release; without ``speaking`` the person's own facility may speak.

    ``mutual`` lets every named facility speak and hear, as a conference needs it.
    ``wording_version`` is the one that stands on the paper.
    """
    must(wording_version in WORDINGS, _("Diese Textfassung gibt es nicht."), "wording_version")
    client = locked_client(client)
    must_own(client.owner_facility_id, by)
    valid_from = valid_from or clock.today()
    _check_days(valid_from, valid_until)
    _check_contents(hearing, categories, form)
    _check_signature(signed_by, guardian_covers_health)
    release = Release.objects.create(
        client=client,
        owner_facility_id=client.owner_facility_id,
        categories=sorted(set(categories)),
        valid_from=valid_from,
        valid_until=valid_until,
        form=form,
        signed_by=signed_by,
        wording_version=wording_version,
        wording_hash=wording_hash(wording_version),
        recorded_by=by.person,
    )
    _name_parties(release, hearing, speaking, mutual)
    audit.record(by=by, deed="release.recorded", obj=release)
    _give_back_renewed(client)
    return release


@transaction.atomic
def withdraw_release(
    *,
    release: Release,
    by: Actor,
    categories: Collection[str] = (),
    facilities: Collection[Facility] = (),
) -> list[Inquiry]:
    """Stop telling at once; returns the inquiries that ended with it.

    Named ``categories`` or ``facilities`` take back only that part. What was disclosed and is
    no longer covered is withdrawn in this transaction; arrived and completed keep their state.
    """
    client = locked_client(release.client)
    must_own(client.owner_facility_id, by)
    rows = Release.objects.filter(client=client).select_for_update(of=("self",))
    release = next(row for row in rows.order_by("pk") if row.pk == release.pk)
    must_stand(release.withdrawn_at is None, _("Die Entbindung ist schon widerrufen."))
    _take_back(release, categories, facilities, by)
    audit.record(by=by, deed="release.withdrawn", obj=release)
    ended = end_uncovered(client, by=by)
    for inquiry in ended:
        mails.tell_sender(inquiry, mails.ENDED, by=by)
    return ended


def _take_back(
    release: Release,
    categories: Collection[str],
    facilities: Collection[Facility],
    by: Actor,
) -> None:
    now = clock.now()
    if facilities:
        release.parties.filter(facility__in=facilities).update(withdrawn_at=now)
    if categories:
        release.withdrawn_categories = sorted({*release.withdrawn_categories, *categories})
    if not release.granted or not (facilities or categories):
        release.withdrawn_at, release.withdrawn_by = now, by.person
    release.version += 1
    release.save()


def _name_parties(
    release: Release, hearing: Collection[Facility], speaking: Collection[Facility], mutual: bool
) -> None:
    listeners = {facility.pk for facility in hearing}
    speakers = {facility.pk for facility in speaking} or {release.owner_facility_id}
    if mutual:
        listeners = speakers = listeners | speakers
    ReleaseParty.objects.bulk_create(
        ReleaseParty(
            release=release,
            facility_id=facility,
            speaks=facility in speakers,
            hears=facility in listeners,
        )
        for facility in sorted(listeners | speakers)
    )


def _give_back_renewed(client: Client) -> None:
    """A new release ends "Entbindung erneuern" where it covers what had run out."""
    from referrals.disclosure import covering_release

    for row in Inquiry.objects.filter(client=client, renew_release=True).order_by("referral", "pk"):
        inquiry = locked(row)
        release = covering_release(inquiry)
        if inquiry.renew_release and release is not None:
            inquiry.release = release
            clocks.start(inquiry)
            inquiry.save()


def _check_days(valid_from: date, valid_until: date) -> None:
    today = clock.today()
    must(
        valid_until >= today,
        _("Diese Entbindung ist schon abgelaufen. Bitte lassen Sie eine neue unterschreiben."),
        "valid_until",
    )
    must(
        valid_from <= valid_until,
        _("Das Ende der Gültigkeit liegt vor ihrem Beginn."),
        "valid_until",
    )
    must(
        valid_until <= _a_year_after(max(valid_from, today)),
        _("Eine Entbindung gilt höchstens zwölf Monate."),
        "valid_until",
    )


def _a_year_after(day: date) -> date:
    leap = day.month == 2 and day.day == 29 and not calendar.isleap(day.year + 1)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _check_contents(hearing: Collection[Facility], categories: Collection[str], form: str) -> None:
    must(hearing, _("Bitte nennen Sie mindestens eine Einrichtung, die etwas erfahren darf."))
    must(
        categories and set(categories) <= set(Category.values),
        _("Bitte kreuzen Sie mindestens eine Datenart an."),
        "categories",
    )
    must(
        form in WRITTEN_FORMS,
        _("Eine Entbindung gilt hier nur unterschrieben oder elektronisch signiert."),
        "form",
    )


def _check_signature(signed_by: str, guardian_covers_health: bool) -> None:
    must(
        signed_by in SignedBy.values, _("Bitte geben Sie an, wer unterschrieben hat."), "signed_by"
    )
    must(
        signed_by != SignedBy.GUARDIAN or guardian_covers_health,
        _(
            "Eine rechtliche Betreuung kann nur entbinden, wenn ihr Aufgabenbereich die "
            "Gesundheit umfasst. Nur Vermögenssorge reicht nicht."
        ),
        "signed_by",
    )
