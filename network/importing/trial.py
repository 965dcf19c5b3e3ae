"""What a trial read from a row, and what the row would change, in the words of the entry's page."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network import cards, entry_facts
from network.hours_text import week_text
from network.models import Region, Service
from network.opening import spans_of
from network.services.entries import Content, Number

_LONGEST = 300
"""Letters of a text that are shown; the whole cell stays in the entry."""

Facts = list[tuple[str, str]]


@dataclass(frozen=True)
class Trial:
    """A row that was read and not written: what it says, and what it would make of which entry."""

    region: Region
    read: Content
    service: Service | None = None
    changed: Callable[[], Content] | None = None


@dataclass(frozen=True)
class Change:
    """One fact of an entry before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Detail:
    """A row in a few words, all that was read in it, and what would change."""

    words: str
    facts: Facts
    changes: list[Change]


def details(trials: Iterable[Trial | None], *, confidential: bool) -> list[Detail | None]:
    """Each in words, for all of them two statements at most.

    The street of an entry whose address is not public is said only where ``confidential``: to the
    coordination, which has the file in its hands and sees the street when it merges two entries.
    """
    rows = list(trials)
    known = [each.service for each in rows if each and each.service and each.changed]
    prefetch_related_objects(known, "phones", "opening_spans")
    return [_detail(each, confidential=confidential) if each else None for each in rows]


def _detail(trial: Trial, *, confidential: bool) -> Detail:
    read = _said_of(Service(), trial, trial.read)
    _named, *told = _facts(read, trial.read, confidential=confidential)
    facts = [(label, text) for label, text in told if text]
    changes = _changes(trial, confidential=confidential)
    return Detail(_words(read, trial, changes), facts, changes)


def _said_of(service: Service, trial: Trial, content: Content) -> Service:
    """``service`` as it would be with ``content``; the one that was given stays as it is."""
    made = copy(service)
    made.region = trial.region
    for name, value in content.values.items():
        setattr(made, name, value)
    return made


def _changes(trial: Trial, *, confidential: bool) -> list[Change]:
    if not trial.service or not trial.changed:
        return []
    told = _stored(trial.service), trial.changed()
    both = [_said_of(trial.service, trial, content) for content in told]
    if not confidential and not all(each.address_public for each in both):
        for each in both:
            each.address_public = False
    before, last = (
        _facts(each, content, confidential=confidential)
        for each, content in zip(both, told, strict=True)
    )
    after = dict(last)
    return [Change(label, said, after[label]) for label, said in before if said != after[label]]


def _stored(service: Service) -> Content:
    numbers = [Number(each.raw, each.dial, each.note) for each in service.phones.all()]
    return Content({}, numbers, list(spans_of(service.opening_spans.all())))


def _facts(service: Service, content: Content, *, confidential: bool) -> Facts:
    said = [
        (_("Name"), service.name),
        (_("Träger"), service.provider_name),
        *entry_facts.glance(service),
        *entry_facts.crisis(service),
        (_("Adresse"), _address(service, confidential=confidential)),
        (_("Telefon"), _numbers(service, content.phones)),
        (_("Fax"), service.fax),
        (_("E-Mail"), service.email),
        (_("Internet"), service.website),
        (_("Öffnungszeiten"), _hours(service, content)),
        (_("Beschreibung"), service.description),
        (_("In einfacher Sprache"), service.plain_text),
        (_("In Leichter Sprache"), service.easy_text),
        (_("geprüft am"), cards.checked_on(service)),
        (_("Zustand"), str(service.get_state_display())),
        (_("Bleibt als Text, nur intern"), _internal(service, confidential=confidential)),
    ]
    return [(label, _short(text)) for label, text in said]


def _address(service: Service, *, confidential: bool) -> str:
    return cards.whole_address(service) if confidential else cards.address(service)


def _internal(service: Service, *, confidential: bool) -> str:
    """What nobody could read; of a hidden entry only that there is something."""
    if confidential or service.address_public or not service.internal_remark:
        return service.internal_remark
    return _("nicht öffentlich")


def _numbers(service: Service, numbers: Sequence[Number]) -> str:
    """Each number as written, with its note and what a telephone would dial."""
    if not numbers and service.phone_text:
        return _("bleibt Text: %(text)s") % {"text": service.phone_text}
    return "\n".join(map(_number, numbers))


def _number(number: Number) -> str:
    said = f"{number.raw} ({number.note})" if number.note else number.raw
    dials = _("%(number)s, gewählt wird %(dial)s")
    return dials % {"number": said, "dial": number.dial} if number.dial else said


def _hours(service: Service, content: Content) -> str:
    """The hours a machine may use beside the text they were read from."""
    text, week = service.hours_text, week_text(content.spans)
    if not week:
        return _("bleibt Text: %(text)s") % {"text": text} if text else ""
    lines = [f"{days}: {times}" for days, times in week]
    return "\n".join([*lines, _("im Text: %(text)s") % {"text": text}])


def _short(text: str) -> str:
    return Truncator(text).chars(_LONGEST)


def _words(read: Service, trial: Trial, changes: list[Change]) -> str:
    """The row in one line, to be opened."""
    if trial.changed and not changes:
        return _("Am Eintrag ändert sich nichts")
    if trial.changed:
        number = len(changes)
        said = ngettext("%(number)d Angabe ändert sich", "%(number)d Angaben ändern sich", number)
        return said % {"number": number}
    return ", ".join([str(read.get_type_display()), cards.place(read), *_reach(read, trial.read)])


def _reach(read: Service, content: Content) -> list[str]:
    """How many numbers, and what became of the hours."""
    if count := len(content.phones):
        said = [ngettext("%(count)d Nummer", "%(count)d Nummern", count) % {"count": count}]
    else:
        said = [_("Telefon bleibt Text") if read.phone_text else _("ohne Telefon")]
    if content.spans:
        said.append(_("Zeiten gelesen"))
    elif read.hours_text:
        said.append(_("Zeiten bleiben Text"))
    return said
