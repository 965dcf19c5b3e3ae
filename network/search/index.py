"""Keeping the index of an entry and the list of known words up to date."""

from collections.abc import Iterable, Iterator

from network.models import SearchWord, Service
from network.search.document import vector, vocabulary
from network.search.typos import deletions

_BATCH = 5_000


def weighted_texts(service: Service) -> Iterator[tuple[str, str]]:
    """What the public may find an entry by; a place that is not public is left out."""
    yield "A", service.name
    yield "B", str(service.get_type_display())
    yield "B", service.provider_name
    yield "C", " ".join([service.target_groups, service.access, service.languages])
    yield "D", " ".join([service.description, service.conditions, service.hours_text])
    yield "D", " ".join(_plain_words(service))
    if service.address_public:
        yield "C", " ".join([service.district, service.town, service.postcode, service.street])


def _plain_words(service: Service) -> Iterator[str]:
    """The yes of a tick box in the words people look for."""
    if service.barrier_free:
        yield "rollstuhlgerecht barrierefrei"
    if service.walk_in:
        yield "offene Sprechstunde ohne Termin"
    if service.outreach:
        yield "aufsuchend Hausbesuch kommt nach Hause"
    if service.anonymous:
        yield "anonym ohne Namen"
    if service.without_insurance:
        yield "ohne Versicherung"


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
