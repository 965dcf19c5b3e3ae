"""Which type of help a foreign directory means by its own words."""

import re
from collections.abc import Iterable

# Looked through from above; the first pattern found in the text decides.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("staeb", r"\bst[aä]e?b\b|stationsäquivalent"),
    ("womens_shelter", r"frauenh[aä]us|schutzwohn|zufluchtswohn|women'?s (?:shelter|refuge)"),
    (
        "womens_shelter",
        r"(?:frauen|mädchen)-?not(?:wohn|aufn)|not(?:wohn|aufn)\w* für (?:frauen|mädchen)|"
        r"domestic (?:violence|abuse) (?:shelter|refuge)|shelters? for (?:women|girls)",
    ),
    (
        "womens_shelter",
        r"frauen(?:- (?:und|u\.|&) kinder)?-?schutz(?:h[aä]us|einricht|st[aä]tte|unterk)",
    ),
    (
        "womens_shelter",
        r"mädchenh[aä]us|mädchenzuflucht|schutzh[aä]us\w* (?:für )?(?:frauen|mädchen)",
    ),
    (
        "shelter",
        r"frauen(?:not)?(?:übernacht|schlafst)|notübernacht|"
        r"notschlaf|notunterk|obdach|night shelter|homeless|^übernachtung\w*$",
    ),
    ("emergency", r"rettungsstelle|notfallambulanz|notaufnahme|ärztlicher bereitschaft"),
    ("crisis", r"krisendienst|krisentelefon|krisenintervention|krisenpension|telefonseelsorge"),
    ("crisis", r"krisenwohn|krisenhaus|krisenhilfe|krisenstelle|kriseneinricht|crisis"),
    ("crisis", r"jugendnotdienst|psych\w* notdienst"),
    ("spdi", r"\bspdi?\b|sozialpsychiatrische[rn]? dienst"),
    ("spz", r"\b[sg]pz\b|(?:sozial|gemeinde)psychiatrische[sn]? zentr|\bpsgz\b"),
    ("spz", r"psychosoziale[sn]? gemeindezentr"),
    ("pia", r"\bpia\b|institutsambulanz"),
    ("day_clinic", r"tagesklini|day (?:clinic|hospital)"),
    ("app", r"\bapp\b|\bp?hkp\b|psychiatrische (?:haus)?kranken?pflege|psychiatrische pflege"),
    ("app", r"psychiatrischer pflegedienst|pflegedienst\w* .*psych|psych\w* .*pflegedienst"),
    ("sociotherapy", r"soziotherap"),
    ("eutb", r"\beutb\b|teilhabeberatung"),
    ("peer", r"genesungsbegleit|ex-in|peer"),
    ("complaints", r"beschwerdestelle|patientenfürsprech"),
    (
        "work",
        r"\bips\b|job-?coach|werkst[aä]tt|\bwfbm\b|integrationsfach|arbeitsprojekt|zuverdienst",
    ),
    ("addiction", r"sucht|drogen|alkohol|entzug|blaues? kreuz|blaukreuz|addiction"),
    ("self_help", r"selbsthilfe|kontaktstelle pflegeengagement|self.?help|\bshg\b"),
    ("self_help", r"psychiatrie-?erfahren|betroffenen-?(?:initiative|verband|verein)"),
    ("day_centre", r"tagesst[aä]tte|tagesstruktur|tagespflege|tagestreff|tageszentr"),
    ("bewo", r"\bbewo\b|\babw\b|betreute[sn]? (?:einzel)?wohnen|ambulant betreut"),
    ("bewo", r"\basp\b|ambulante sozialpsychiatrie|wohnbetreuung|wohnassistenz"),
    ("housing", r"wohnheim|wohnform|wohngemeinschaft|\bwohnen\b|eingliederungshilfe"),
    ("housing", r"\bwgs?\b(?!\.)|\btwg\b"),
    ("housing", r"wohnst[aä]tte|wohngruppe|wohnverbund|wohnhaus|wohnprojekt|wohneinricht"),
    ("other", r"pflegedienst|pflege zu hause?\b|hauskrankenpflege|sozialstation"),
    ("housing", r"pflege"),
    ("contact", r"kontakt|beratung|gesundheitsamt|wohnhilfe|treffpunkt|anlaufstelle|counsel"),
    ("contact", r"\bkobs\b|\bpskb\b|\bkbs\b|begegnung|frauennotruf|notruf für frauen"),
    ("clinic", r"\bkjpp?\b|krankenhaus|klini[kn]|psychiatrie(?!-?betroff)|hospital"),
)

OTHER, CLINIC = "other", "clinic"
_SAID_OF_ALL = frozenset({"clinic", "contact", "housing"})
CRISIS_TYPES = frozenset({"shelter", "womens_shelter", "emergency", "crisis", "spdi"})
"""Types that the emergency view shows unless somebody takes them out."""


BEDLESS = frozenset(
    ("day_centre", "day_clinic", "work", "contact", "bewo", "staeb", "pia", "spdi", "spz", "app")
    + ("sociotherapy", "eutb", "peer", "complaints", "self_help")
)
"""Types that have no beds of their own: their places are none."""


def kind_of(*texts: str) -> str:
    """The service type named by the first of ``texts`` that names one, else ``other``."""
    for text in texts:
        plain = text.lower()
        kind = next((kind for kind, pattern in _PATTERNS if re.search(pattern, plain)), OTHER)
        if kind != OTHER:
            return kind
    return OTHER


_PARTS_OF_A_CLINIC = frozenset({"pia", "day_clinic", "staeb", "emergency"})
_HAS = re.compile(r"\bmit\b|\(|\binkl|\beinschl", re.IGNORECASE)


def part_of_clinic(name: str) -> str:
    """What a row of a clinic is by its own name, "" when the name says no more than the clinic.

    What the clinic has, "mit Tagesklinik" or "(PIA, Station 3)", is not what it is.
    """
    kind = kind_of(_HAS.split(name)[0])
    return kind if kind in _PARTS_OF_A_CLINIC else ""


_GENERAL: dict[str, tuple[str, ...]] = {
    "contact": (
        *("crisis", "spdi", "spz", "eutb"),
        *("addiction", "self_help", "peer", "complaints"),
    ),
    "housing": (
        *("crisis", "shelter", "womens_shelter", "bewo"),
        *("app", "day_centre", "work"),
    ),
}
_BELONGS = re.compile(r"\b(?:i[mn]|am|an|beim?|der|des|vom|von)\b", re.IGNORECASE)


def narrower_kind(kind: str, name: str) -> str:
    """What a row is by its own name where its list says no more than "Beratung" or "Wohnen".

    What it belongs to, "Beratungsstelle der Suchthilfe", is not what it is.
    """
    named = kind_of(_BELONGS.split(_HAS.split(name)[0])[0])
    return named if named in _GENERAL.get(kind, ()) else ""


def kind_of_list(titles: Iterable[str], columns: Iterable[str]) -> str:
    """The one type that titles and names of columns tell of all rows, ``other`` for none.

    "Psychiatrie" or "Beratung" over a list says nothing of its rows, over a column it does.
    """
    by_column = {kind_of(column) for column in columns} - {OTHER}
    found = ({kind_of(title) for title in titles} | by_column) - {OTHER, *_SAID_OF_ALL}
    found = found or by_column
    return found.pop() if len(found) == 1 else OTHER


def kinds_of(text: str) -> set[str]:
    """The different types that the parts of a list such as "BeWo, Tagesstätte" name."""
    parts = re.split(r"[;,\n/+]|\bund\b", text)
    return {kind_of(part) for part in parts} - {OTHER}


_REFUGE = re.compile(
    r"frauenh[aä]us|mädchenh[aä]us|frauenschutz|schutzwohn|zuflucht|"
    r"schutzh[aä]us|schutzeinricht|schutzunterk|schutzst[aä]tte|schutzadresse|"
    r"(?:frauen|mädchen)-?not(?:wohn|unterk|aufn)|"
    r"not(?:wohn|unterk|aufn)\w* für (?:\w+ )?(?:frauen|mädchen)|"
    r"anonyme[nrs]? (?:unterbring|unterkunft|wohn)|"
    r"safe ?house|domestic (?:violence|abuse) (?:shelter|refuge)|"
    r"(?:shelter|refuge|housing|accommodation)s? for (?:\w+ )?(?:women|girls)|women'?s refuge"
)

_SAFE = re.compile(r"schutz(?:r[aä]um|pl[aä]tz)|(?:notschlaf|übernachtung)\w* für ")
"""What shelters women only where they are named beside it."""

_HOUSED = re.compile(
    r"(?:wohnung|wohnen|wohnprojekt|wohngruppe|wohngemeinschaft|wohnangebot|wohnpl[aä]tz|"
    r"unterkunft|unterbringung|zimmer)\w*\s+für\s+(?:[\w-]+\s+){0,4}(?:frauen|mädchen)"
)
_KEPT_SAFE = re.compile(r"(?:geschützt|sicher)e[nrs]? (?:unterbring|unterkunft|wohn|zimmer)")
_DANGER = re.compile(r"gewalt|menschenhandel|zwangs(?:heirat|verheirat|prostitution)|stalking")
"""Wards of old people are called "geschützt", too."""


def shelters_women(kind: str, *texts: str) -> bool:
    """Whether the place must not be published unless its owner says so."""
    plain = " ".join(texts).lower()
    if kind == "womens_shelter" or _REFUGE.search(plain):
        return True
    if _SAFE.search(plain) and re.search(r"\bfrauen|\bmädchen", plain):
        return True
    if _DANGER.search(plain) and (_HOUSED.search(plain) or _KEPT_SAFE.search(plain)):
        return True
    return kind == "shelter" and bool(re.search(r"\bfrauen|\bmädchen|gewalt", plain))
