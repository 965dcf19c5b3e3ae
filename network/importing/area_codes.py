"""Which area code a number without one has, by its town."""

import re
from collections import Counter
from collections.abc import Iterable

from network.importing.fields import Field
from network.importing.phones import read_phones
from network.importing.postcodes import mend_postcode, only_place, split_address
from network.importing.row import Row

_CITIES = """berlin 30;hamburg 40;münchen 89;köln 221;frankfurt 69;stuttgart 711;düsseldorf 211;
leipzig 341;dortmund 231;essen 201;bremen 421;dresden 351;hannover 511;nürnberg 911;duisburg 203;
bochum 234;wuppertal 202;bielefeld 521;bonn 228;münster 251;mannheim 621;karlsruhe 721;
augsburg 821;wiesbaden 611;mönchengladbach 2161;gelsenkirchen 209;aachen 241;braunschweig 531;
chemnitz 371;kiel 431;halle 345;magdeburg 391;freiburg 761;krefeld 2151;mainz 6131;lübeck 451;
erfurt 361;oberhausen 208;rostock 381;kassel 561;hagen 2331;potsdam 331;saarbrücken 681;
ludwigshafen 621;oldenburg 441;osnabrück 541;heidelberg 6221;darmstadt 6151;regensburg 941;
würzburg 931;göttingen 551;wolfsburg 5361;ulm 731;jena 3641;gera 365;schwerin 385;cottbus 355;
zwickau 375;weimar 3643;trier 651;koblenz 261;siegen 271;hildesheim 5121;paderborn 5251"""
_KNOWN = dict(line.split() for line in _CITIES.replace("\n", "").split(";"))
_NAMESAKE = re.compile(r"\W(?:oder|westf\w*|elbe|luhe|unstrut|dosse)\b", re.IGNORECASE)
"""Frankfurt (Oder), Halle (Westf.), Freiburg/Elbe: not the city one thinks of."""

_ENOUGH, _NEARLY_ALL = 3, 0.9


def town_key(row: Row) -> str:
    """The town of a row without its part or its river: "Berlin" of "Berlin-Neukölln"."""
    town = row.text(Field.PLACE)
    if not town and (match := re.search(r"\d{4,5}\s*([^\W\d_].*)", _address(row))):
        town = match[1]
    if not town and (code := _postcode(row)):
        town = only_place(code)
    if _NAMESAKE.search(town):
        return town.casefold()
    return re.split(r"[-\s(,/]", town)[0].casefold()


def _postcode(row: Row) -> str:
    return mend_postcode(row.first(Field.POSTCODE) or split_address(_address(row))[1])[0]


def _address(row: Row) -> str:
    each = (Field.ADDRESS, Field.NAMED_ADDRESS, Field.REACH)
    return next(filter(None, map(row.text, each)), "")


def area_codes(rows: Iterable[Row]) -> dict[str, str]:
    """The area code that nearly all complete numbers of a town share, and those of big cities."""
    codes: dict[str, Counter[str]] = {}
    for row in rows:
        for phone in read_phones(row.text(Field.PHONE)).numbers:
            if phone.area_code:
                codes.setdefault(town_key(row), Counter())[phone.area_code] += 1
    learnt = {
        town: found.most_common(1)[0][0]
        for town, found in codes.items()
        if town and found.most_common(1)[0][1] >= max(_ENOUGH, _NEARLY_ALL * found.total())
    }
    return {**_KNOWN, **learnt}
