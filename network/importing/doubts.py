"""Second thoughts about a row: closed, torn apart, or a mailbox that is somebody's own."""

import re
from itertools import permutations

from django.utils.translation import gettext as _

from network.importing.columns import plain_words
from network.importing.entry import Entry
from network.importing.facts import yes_or_no
from network.importing.fields import Field
from network.importing.hours import HoursReading, read_hours
from network.importing.persons import names_in
from network.importing.row import Row
from network.importing.withheld import keep_withheld
from network.models import Service
from network.places import folded

_CLOSED = re.compile(
    r"\b(?:geschlossen (?:seit|zum) \d|dauerhaft geschlossen|endgültig geschlossen|"
    r"aufgelöst (?:seit|zum)|(?:betrieb|angebot) eingestellt|nicht mehr (?:aktiv|in betrieb)|"
    r"permanently closed)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"geschlossen.*|beendet.*|inaktiv|inactive|closed|ruht.*|eingestellt.*|archiviert|entwurf",
    re.IGNORECASE,
)
_STATUS = re.compile(r"\bstatus\b|zustand", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:ist |is )?(?:aktiv|active)")
_DAY = re.compile(r"\b(?:mo|di|mi|do|fr|sa|so)(?:\w*tag|ttwoch)?\b|\d{1,2}[:.]\d{2}", re.IGNORECASE)
_LEAST = 4
_OFFICES = (
    *("team", "beratung", "leitung", "sozialdienst", "zentrale", "sekretariat", "buro"),
    *("verwaltung", "aufnahme", "station", "kontakt", "info", "anmeldung", "empfang"),
    *("dienst", "ambulanz", "klinik", "pflege", "mail", "email", "post"),
)
"""Words in a column of contacts that are nobody's name."""

_MISS_OR_MISTER = ("frau", "herr", "fr", "hr")
_OVER = re.compile(r"\b(?:über|via)\s+\S+", re.IGNORECASE)
_BARE = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß-]+(?=\s*[,;(:\n])")
"""Who stands first in a cell of numbers: "Eva Muster, Tel. ..."."""


def look_after(row: Row, entry: Entry) -> None:
    """Take back what the whole row makes doubtful, and say why."""
    _closed(row, entry)
    keep_withheld(row, entry)
    _torn(row, entry)
    _shifted(row, entry)
    _own_mailbox(row, entry)


def _closed(row: Row, entry: Entry) -> None:
    """What its source calls closed waits until somebody has looked."""
    for name, text in row.filled().items():
        is_off = _ACTIVE.fullmatch(plain_words(name)) and yes_or_no(text) is False
        is_ended = _STATUS.search(name) and _ENDED.fullmatch(text)
        if _CLOSED.search(text) or is_ended or is_off:
            entry.values["state"] = Service.State.IN_REVIEW
            entry.reasons.append(_("vielleicht nicht mehr in Betrieb: „%s“") % text)
            return


def _torn(row: Row, entry: Entry) -> None:
    """Text behind the last named column: a separator stood within a cell."""
    nameless = re.escape(_("Spalte %(number)d") % {"number": 0}).replace("0", r"\d+")
    if all(re.fullmatch(nameless, column) for column in row.columns[:2]):
        return
    for name, text in row.unread():
        if re.fullmatch(nameless, name):
            reason = _("Text in einer Spalte ohne Namen: „%s“") % text
            entry.reasons.append(reason)
            if _DAY.search(text):
                entry.hours = HoursReading(entry.hours.raw, problem=reason)


def _shifted(row: Row, entry: Entry) -> None:
    """Hours where a person should stand, beside other hours: a separator cut them in two."""
    for _name, text in row.named(Field.CONTACT):
        if entry.hours.spans and read_hours(text).spans:
            reason = _("Zeiten in der Spalte der Ansprechperson: „%s“") % text
            entry.hours = HoursReading(entry.hours.raw, problem=reason)
            entry.reasons.append(reason)


def _own_mailbox(row: Row, entry: Entry) -> None:
    """A mailbox that bears the name of the contact person stays with the network."""
    told = folded(str(entry.values["name"])).split()
    words = folded(_people(row)).split()
    people = {word for word in words if len(word) >= _LEAST} - {*told, *_OFFICES}
    called = {word for word in words if len(word) > 1} - {*told, *_OFFICES}
    mails = str(entry.values["email"]).split("; ")
    own = [mail for mail in mails if people & set(_parts(mail)) or _spells(mail, called)]
    if own:
        entry.values["email"] = "; ".join(mail for mail in mails if mail not in own)
        entry.asides += [(_("Postfach einer Person"), mail) for mail in own]
        entry.reasons.append(_("Postfach einer Person, nur intern: „%s“") % "; ".join(own))


def _people(row: Row) -> str:
    """Cells of contacts, and who is named beside numbers; over whom one is reached is no name."""
    beside = [text for each in (Field.REACH, Field.PHONE) for _name, text in row.named(each)]
    named = [row.text(Field.CONTACT, " "), *(name for text in beside for name in names_in(text))]
    named += [" ".join(_BARE.findall(text)) for text in beside]
    return _OVER.sub(" ", " ".join(named))


def _spells(mail: str, called: set[str]) -> bool:
    """Whether the mailbox is made of nothing but a name: jan.ott, emuster, muster.e."""
    parts = [part for part in _parts(mail) if part]
    if len(parts) > 1 and parts[0] in _MISS_OR_MISTER and parts[1] not in _OFFICES:
        return True
    if parts and all(part in called for part in parts) and (len(parts) > 1 or len(parts[0]) > 2):
        return True
    joined = "".join(parts)
    pairs = permutations(called, 2)
    return any(joined in (one[0] + other, other + one[0], one + other) for one, other in pairs)


def _parts(mail: str) -> list[str]:
    return re.split(r"[\s_\d]+", folded(mail.partition("@")[0]))
