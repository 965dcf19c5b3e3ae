"""Keeping the index of an entry and the list of known words up to date."""

from collections.abc import Iterable, Iterator

from network.models import SearchWord, Service
from network.search.document import vector, vocabulary
from network.search.typos import deletions

_BATCH = 5_000

_YES = {
    "barrier_free": "rollstuhlgerecht barrierefrei",
    "walk_in": "offene Sprechstunde ohne Termin",
    "outreach": "aufsuchend Hausbesuch kommt nach Hause",
    "anonymous": "anonym ohne Namen",
    "without_insurance": "ohne Versicherung",
    "without_referral": "ohne Überweisung",
    "with_child": "mit Kind",
    "with_dog": "mit Hund",
    "women_only": "nur Frauen",
}
"""What the tick boxes of an entry are called when somebody looks for them."""


def weighted_texts(service: Service) -> Iterator[tuple[str, str]]:
    """What the public may find an entry by; a place that is not public is left out."""
    yield "A", service.name
    yield "B", str(service.get_type_display())
    yield "B", service.provider_name
    yield "C", " ".join([service.target_groups, service.access, service.languages])
    yield "D", " ".join([service.description, service.conditions, service.hours_text])
    yield "D", " ".join(_plain_words(service))
    yield "D", "kostenlos" if service.cost == Service.Cost.FREE else ""
    if service.address_public:
        yield "C", " ".join([service.district, service.town, service.postcode, service.street])


def _plain_words(service: Service) -> Iterator[str]:
    """Every yes in the words people look for."""
    return (words for fact, words in _YES.items() if getattr(service, fact))


def index(services: Iterable[Service]) -> None:
    """Write the search vector of each service, and learn its words."""
    learned: set[str] = set()
    changed = []
    for service in services:
        texts = list(weighted_texts(service))
        service.search = vector(texts)
        learned |= vocabulary(text for _weight, text in texts)
        changed.append(service)
    Service.objects.bulk_update(changed, ["search"], batch_size=500)
    learn(learned)


def learn(words: Iterable[str]) -> None:
    """Remember ``words`` for typing errors; known ones stay as they are."""
    rows = (SearchWord(deletion=each, word=word[:80]) for word in words for each in deletions(word))
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_BATCH)
