"""What a column holds by the columns beside it: "Nr." behind "Straße", "Name" beside "Vorname"."""

import re
from collections.abc import Callable, Sequence

from network.importing import by_content
from network.importing.fields import Field

Fields = list[Field | None]
_NUMBER = re.compile(r"(?:haus ?)?(?:nr|no|nummer|number|hnr)")
_PERSON = re.compile(
    r"(?:akad\w* )?(?:titel|title|anrede|name|nach ?name|vor ?namen?|zuname|(?:first|last) ?name)"
)
_NAMING = {Field.NAME, Field.SITE, Field.ORGANISATION, Field.NAMED_ADDRESS}
_SEATS = ("sitz", "treffpunkt", "treffort")
_DIFFERENT = 0.7
_SEVERAL = 2
_SHORT = 3
"""Fewer letters are part of a house number: "a", "II"."""

_OFFER = re.compile(r"angebote?\b(?! ?name)")


def settle(
    names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]], free: Callable[[int], bool]
) -> Fields:
    """``fields`` of columns of these (plain) ``names``; only ``free`` places are looked at."""
    found = list(fields)
    for place, name in enumerate(names):
        if free(place):
            cells = [row[place] for row in rows]
            codes = [row[place - 1] for row in rows] if place else []
            found[place] = _beside(name, found, place, cells, codes)
    found = _towns(_seats(names, found, rows, free), rows, free)
    return _persons(names, _offers(names, found, rows, free), free)


def _beside(
    name: str, fields: Fields, place: int, cells: Sequence[str], codes: Sequence[str]
) -> Field | None:
    field, before = fields[place], fields[place - 1] if place else None
    if before is Field.AREA_CODE and re.match(r"(?:nummer|nr|anschluss)\b", name):
        return Field.PHONE
    if before is Field.AREA_CODE and field is None and by_content.are_numbers(cells):
        return Field.PHONE
    if before is Field.STREET and _NUMBER.fullmatch(name):
        return Field.HOUSE_NUMBER
    if before is Field.HOUSE_NUMBER and name == "zusatz" and all(len(c) < _SHORT for c in cells):
        return Field.HOUSE_NUMBER
    is_bare = field is None and Field.PLACE not in fields
    if is_bare and before is Field.POSTCODE and by_content.is_town(codes, cells):
        return Field.PLACE
    return field


def _seats(
    names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]], free: Callable[[int], bool]
) -> Fields:
    """A "Sitz" without figures is a town; a "Treffpunkt" may be what the entry is called."""
    found = list(fields)
    for place in filter(free, range(len(names))):
        if fields[place] is not Field.ADDRESS or names[place] not in _SEATS:
            continue
        is_bare = not any(re.search(r"\d", row[place]) for row in rows)
        if names[place] == "sitz":
            found[place] = Field.PLACE if is_bare else Field.ADDRESS
        elif (is_bare or Field.STREET in fields) and not _is_named(names, fields, rows, place):
            found[place] = Field.NAME
    return found


def _is_named(
    names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]], place: int
) -> bool:
    """Whether another column names the entry, or stands in for a name before ``place``."""
    stand_in = _stand_in(names, fields, rows)
    return bool(_NAMING & set(fields)) or (stand_in is not None and stand_in < place)


def _towns(fields: Fields, rows: Sequence[Sequence[str]], free: Callable[[int], bool]) -> Fields:
    """Of several columns of towns, those that do not fit the postcodes are districts."""
    towns = [place for place, field in enumerate(fields) if field is Field.PLACE]
    if len(towns) < _SEVERAL or Field.POSTCODE not in fields:
        return fields
    codes = [row[fields.index(Field.POSTCODE)] for row in rows]
    fitting = {each for each in towns if by_content.is_town(codes, [row[each] for row in rows])}
    wider = {each for each in towns if fitting and each not in fitting and free(each)}
    return [Field.DISTRICT if place in wider else each for place, each in enumerate(fields)]


def _offers(
    names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]], free: Callable[[int], bool]
) -> Fields:
    """ "Angebot" is a name only where no other column is, or none that the same rows fill."""
    named = [place for place, field in enumerate(fields) if field is Field.NAME]
    offers = [place for place in named if free(place) and _OFFER.match(names[place])]
    others = set(named) - set(offers)
    beside = [row for row in rows if any(row[each] for each in others)]
    is_alone = bool(rows) and not any(row[each] for row in beside for each in offers)
    if not others or is_alone:
        return fields
    return [Field.OFFERS if place in offers else each for place, each in enumerate(fields)]


def _persons(names: Sequence[str], fields: Fields, free: Callable[[int], bool]) -> Fields:
    """Beside "Vorname" a "Name" is a person's; where nothing else names the entry, it does."""
    if not tells_persons(names):
        return fields
    persons = {n for n, name in enumerate(names) if free(n) and _PERSON.fullmatch(name)}
    has_other = any(field in _NAMING and n not in persons for n, field in enumerate(fields))
    said = Field.CONTACT if has_other else Field.NAME
    return [said if place in persons else each for place, each in enumerate(fields)]


def tells_persons(names: Sequence[str]) -> bool:
    """Whether a column holds first names."""
    return any(re.search(r"\bvornamen?\b|first ?name", name) for name in names)


def is_of_persons(names: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the columns at ``places``, which name the entries, hold people's names."""
    return tells_persons(names) and any(_PERSON.fullmatch(names[place]) for place in places)


def with_name(names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]]) -> Fields:
    """The first column of different words stands in for the name, or what is before an address."""
    place = _stand_in(names, fields, rows)
    if place is not None:
        return [*fields[:place], Field.NAME, *fields[place + 1 :]]
    for place, field in enumerate(fields):
        if field is Field.ADDRESS and by_content.holds_names([row[place] for row in rows]):
            return [*fields[:place], Field.NAMED_ADDRESS, *fields[place + 1 :]]
    return fields


def _stand_in(names: Sequence[str], fields: Fields, rows: Sequence[Sequence[str]]) -> int | None:
    """The first column of different words that holds nothing else, or says the group."""
    for place, field in enumerate(fields):
        is_group = field is Field.TYPE and bool(re.search(r"gruppe$", names[place]))
        if (field is None or is_group) and _is_telling(rows, place):
            return place
    return None


def _is_telling(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether most rows have a text of words here, and a different one."""
    cells = [row[place] for row in rows if row[place]]
    words = all(re.search(r"[^\W\d_]{3}", cell) for cell in cells)
    return words and len(set(cells)) > _DIFFERENT * len(rows)
