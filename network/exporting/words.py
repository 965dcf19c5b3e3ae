"""Words that several exports share."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.exporting.entry import Entry

_FACTS: dict[str, Promise] = {
    "by_appointment": gettext_lazy("nur mit Termin"),
    "walk_in": gettext_lazy("ohne Termin"),
    "outreach": gettext_lazy("kommt nach Hause"),
    "without_referral": gettext_lazy("ohne Überweisung"),
    "without_insurance": gettext_lazy("ohne Versicherung"),
    "anonymous": gettext_lazy("ohne Namen möglich"),
    "barrier_free": gettext_lazy("rollstuhlgerecht"),
    "takes_intoxicated": gettext_lazy("auch bei Alkohol oder Drogen"),
    "with_child": gettext_lazy("mit Kind"),
    "with_dog": gettext_lazy("mit Hund"),
    "without_german": gettext_lazy("ohne Deutschkenntnisse"),
    "after_police": gettext_lazy("nach einem Polizeieinsatz"),
    "women_only": gettext_lazy("nur für Frauen"),
}


def fact_label(name: str) -> str:
    """What a fact is called."""
    return str(_FACTS[name])


def fact_words(entry: Entry) -> list[str]:
    """Each known fact in words; what is not known is not said."""
    return [
        fact_label(name) if value else _("%(what)s: nein") % {"what": fact_label(name)}
        for name, value in entry.facts.items()
    ]


def languages(entry: Entry) -> list[str]:
    """The languages one by one."""
    text = entry.languages.replace(" und ", ",").replace(";", ",").replace("/", ",")
    return list(dict.fromkeys(filter(None, (each.strip() for each in text.split(",")))))


def language_code(name: str) -> str:
    """The code of BCP 47 for a language named in German, "" when we have none."""
    return _CODES.get(name.casefold(), "")


_CODES = {
    "deutsch": "de",
    "englisch": "en",
    "türkisch": "tr",
    "arabisch": "ar",
    "russisch": "ru",
    "ukrainisch": "uk",
    "polnisch": "pl",
    "französisch": "fr",
    "spanisch": "es",
    "italienisch": "it",
    "farsi": "fa",
    "persisch": "fa",
    "dari": "prs",
    "kurdisch": "ku",
    "rumänisch": "ro",
    "bulgarisch": "bg",
    "griechisch": "el",
    "portugiesisch": "pt",
    "kroatisch": "hr",
    "serbisch": "sr",
    "bosnisch": "bs",
    "albanisch": "sq",
    "vietnamesisch": "vi",
    "chinesisch": "zh",
    "tigrinya": "ti",
    "somali": "so",
    "gebärdensprache": "gsg",
    "deutsche gebärdensprache": "gsg",
    "dgs": "gsg",
}
