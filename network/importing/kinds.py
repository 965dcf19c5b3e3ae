"""Which type of help a foreign directory means by its own words."""

import re

# Looked through from above; the first pattern found in the text decides.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("staeb", r"\bst[aä]e?b\b|stationsäquivalent"),
    ("womens_shelter", r"frauenh[aä]us|schutzwohn|zufluchtswohn"),
    ("shelter", r"notübernacht|notschlaf|notunterk|obdach"),
    ("emergency", r"rettungsstelle|notfallambulanz|notaufnahme|ärztlicher bereitschaft"),
    ("crisis", r"krisendienst|krisentelefon|krisenintervention|krisenpension|telefonseelsorge"),
    ("spdi", r"\bspdi?\b|sozialpsychiatrischer dienst"),
    ("spz", r"\bspz\b|sozialpsychiatrisches zentrum"),
    ("pia", r"\bpia\b|institutsambulanz"),
    ("day_clinic", r"tagesklini"),
    ("app", r"\bapp\b|\bp?hkp\b|psychiatrische (?:haus)?kranken?pflege|psychiatrische pflege"),
    ("sociotherapy", r"soziotherap"),
    ("eutb", r"\beutb\b|teilhabeberatung"),
    ("peer", r"genesungsbegleit|ex-in|peer"),
    ("complaints", r"beschwerdestelle|patientenfürsprech"),
    ("work", r"\bips\b|job-?coach|werkstatt|integrationsfach|arbeitsprojekt|zuverdienst"),
    ("addiction", r"sucht|drogen|alkohol|entzug"),
    ("self_help", r"selbsthilfe|kontaktstelle pflegeengagement"),
    ("day_centre", r"tagesstätte|tagesstruktur|tagespflege|tagestreff"),
    ("bewo", r"\bbewo\b|\babw\b|betreutes (?:einzel)?wohnen|ambulant betreut"),
    ("housing", r"wohnheim|wohnform|wohngemeinschaft|\bwohnen\b|eingliederungshilfe|pflege"),
    ("contact", r"kontakt|beratung|gesundheitsamt|wohnhilfe|treffpunkt|anlaufstelle"),
    ("clinic", r"krankenhaus|klini[kn]|psychiatrie"),
)

OTHER = "other"
CRISIS_TYPES = frozenset({"shelter", "womens_shelter", "emergency", "crisis", "spdi"})
"""Types that the emergency view shows unless somebody takes them out."""


def kind_of(*texts: str) -> str:
    """The service type named by the first of ``texts`` that names one, else ``other``."""
    for text in texts:
        plain = text.lower()
        for kind, pattern in _PATTERNS:
            if re.search(pattern, plain):
                return kind
    return OTHER


def kinds_of(text: str) -> set[str]:
    """The different types that the parts of a list such as "BeWo, Tagesstätte" name."""
    parts = re.split(r"[;,\n/+]|\bund\b", text)
    return {kind_of(part) for part in parts} - {OTHER}


_REFUGE = re.compile(r"frauenh[aä]us|mädchenh[aä]us|frauenschutz|schutzwohn|zuflucht")


def shelters_women(kind: str, *texts: str) -> bool:
    """Whether the place must not be published unless its owner says so."""
    plain = " ".join(texts).lower()
    if kind == "womens_shelter" or _REFUGE.search(plain):
        return True
    return kind == "shelter" and bool(re.search(r"\bfrauen|\bmädchen|gewalt", plain))
