"""What its own list asks not to publish: the entry waits, its place and the words stay inside."""

import re

from django.utils.translation import gettext as _

from network.importing.address import nowhere
from network.importing.columns import plain_words
from network.importing.entry import Entry
from network.importing.facts import yes_or_no
from network.importing.fields import Field
from network.importing.refuges import hide_place
from network.importing.row import Row
from network.models import Service

_CONSENT = re.compile(
    r"veroeffentlich|freigabe|freigegeben|einwilligung|\bpublic\b|publish|sichtbar|^oeffentlich$|"
    r"\bist oeffentlich|(?:adresse|anschrift|standort) oeffentlich"
)
_AGAINST = re.compile(
    r"nicht (?:zu )?veroeffentlich|\bgesperrt|sperrvermerk|^nur intern|^vertraulich|^geheim"
)
"""Columns that ask the other way round: their yes forbids."""

_REFUSED = re.compile(
    r"\b(?:keine?|nicht|noch nicht|ohne) (?:freig|veröff|öffentl|erteilt|einverst|einwill|zustimm)|"
    r"gesperrt|\bintern\b|verweigert|widerrufen|ausstehend|abgelehnt",
    re.IGNORECASE,
)
_SITE = r"(?<!mail)(?<!mail[ -])(?:adresse|anschrift|standort|treffpunkt|treffort|\bort)"
_HIDDEN = (
    rf"{_SITE}\W+(?:\w+\W+){{0,2}}?(?:anonym|geheim|vertraulich|auf (?:an|nach)frage|"
    r"nur (?:über (?:das )?tel|per (?:tel|mail)|telefonisch(?! erreichbar)|auf (?:an|nach)frage|"
    r"nach (?:an|ab)|für (?:intern|fachkr|den intern))|"
    r"nicht (?:bekannt|genannt|nennen|angegeben|weiter|heraus|raus|mitgeteilt|preis))"
    rf"|\b(?:anonyme|geheime|vertrauliche)[nrs]? {_SITE}"
    r"|\b(?:confidential|undisclosed|secret) (?:address|location)"
    r"|\b(?:address|location) (?:is )?(?:confidential|undisclosed|withheld|secret|on request)"
)
_FORBIDDEN = (
    r"\bnicht (?:\w+ ){0,3}?(?:weiter|heraus|raus) ?(?:zu)?geben\b"
    r"|\bnicht (?:\w+ ){0,3}?(?:zu )?veröffentlich|\bnicht[- ]öffentlich(?!\w* zugäng)"
    r"|\bkeine (?:freigabe|veröffentlichung)\b|\bveröffentlichung (?:\w+ )?nicht\b|sperrvermerk"
    r"|\bnur (?:für )?(?:den |die |zur |zum )?intern|\b(?:do not|don't) (?:publish|share|disclose)"
    r"|\bnot (?:for publication|to be published)"
)
_SECRET = re.compile(f"{_HIDDEN}|{_FORBIDDEN}", re.IGNORECASE)
_OF_PLACE = re.compile(
    rf"{_SITE}|\baddress|\blocation|\bwo\b|\bhaus\b|(?<!\d)\d{{5}}(?!\d)", re.IGNORECASE
)
_TEXTS = (
    *("description", "plain_text", "easy_text", "conditions", "target_groups", "access"),
    *("catchment", "languages", "bring_along", "hours_text"),
)


def keep_withheld(row: Row, entry: Entry) -> None:
    """An entry that its list does not want published waits for somebody who may decide it.

    Words that speak of a place are not quoted in the reason, which goes further than the entry.
    """
    free = nowhere(row)
    for name, text in row.filled().items():
        words = plain_words(name)
        is_refused = _is_refused(words, text)
        if not is_refused and (text in free or not _SECRET.search(text)):
            continue
        is_of_place = bool(_OF_PLACE.search(words if is_refused else text))
        said = name if is_of_place else text
        said = f"{name}: {text}" if is_refused else said
        entry.values["state"] = Service.State.IN_REVIEW
        entry.reasons.append(_("soll laut Liste nicht öffentlich sein: „%s“") % said)
        if is_of_place and entry.values["address_public"]:
            hide_place(entry, row.text(Field.SITE, ", "))
        if not is_refused:
            _leave_out(name, text, entry)


def _is_refused(words: str, text: str) -> bool:
    """Whether a column that asks for leave holds a no, or one that forbids a yes."""
    if _AGAINST.search(words):
        return yes_or_no(text) is True
    return bool(_CONSENT.search(words) and (yes_or_no(text) is False or _REFUSED.search(text)))


def _leave_out(name: str, text: str, entry: Entry) -> None:
    """The words themselves are for the network alone."""
    for each in _TEXTS:
        shown = str(entry.values.get(each) or "")
        if text in shown:
            entry.values[each] = shown.replace(text, "").strip("; \n")
            entry.asides.append((name, text))
