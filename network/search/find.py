"""Asking the index: which entries, in which order."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from network.models import Glossary, SearchWord, Service
from network.search.glossary import glossary_at
from network.search.meanings import Meanings
from network.search.query import Question, understand, words_asked
from network.search.text import fold
from network.search.typos import closest, deletions

MAX_QUERY = 400
"""Characters of a question that are looked at."""


def look_up(asked: list[str]) -> tuple[dict[str, list[str]], Meanings]:
    """The words nobody knows, each with the known words it may mean, and the glossary.

    One statement: the state of the glossary comes with the words, under no letters at all.
    """
    variants = {word: deletions(word) for word in asked}
    words = SearchWord.objects.filter(deletion__in=set().union(*variants.values()))
    stamp = Glossary.objects.values_list(Value(""), Cast("stamp", CharField()))
    near: dict[str, set[str]] = {}
    for deletion, word in words.values_list("deletion", "word").union(stamp, all=True):
        near.setdefault(deletion, set()).add(word)
    state = "".join(near.pop("", ()))
    return _corrections(variants, near), glossary_at(state)


def _corrections(variants: dict[str, set[str]], near: dict[str, set[str]]) -> dict[str, list[str]]:
    found = {}
    for word, left in variants.items():
        candidates = set().union(*(near.get(each, set()) for each in left))
        if word not in candidates:
            found[word] = closest(word, candidates)
    return found


def questions(*texts: str) -> tuple[Question | None, ...]:
    """What each of ``texts`` asks the index, typing errors mended; one statement for all."""
    read = [text.replace("\0", " ")[:MAX_QUERY] for text in texts]
    asked = [fold(word) for text in read for word in words_asked(text)]
    if not asked:
        return tuple(None for _each in read)
    known = look_up(asked)
    return tuple(understand(text, lambda _words: known) for text in read)


def ranked(services: QuerySet[Service], asked: Question) -> QuerySet[Service]:
    """The services that answer ``asked``: how many of its words each has, and how closely."""
    vector = F("search")
    hits = sum((_hit(slot) for slot in asked.slots[1:]), start=_hit(asked.slots[0]))
    closeness = SearchRank(vector, _raw(asked.closest)) + SearchRank(vector, _raw(asked.some))
    return (
        services.filter(search=_raw(asked.some))
        .annotate(hits=hits, rank=closeness)
        .annotate(complete=_at_least(len(asked.slots)), near=_at_least((len(asked.slots) + 1) // 2))
    )


def _at_least(hits: int) -> Combinable:
    return ExpressionWrapper(Q(hits__gte=hits), output_field=BooleanField())


def _hit(slot: str) -> Combinable:
    return Case(
        When(search=_raw(slot), then=Value(1)), default=Value(0), output_field=IntegerField()
    )


def _raw(text: str) -> SearchQuery:
    return SearchQuery(text, config="simple", search_type="raw")
