"""Asking the index: which entries, in which order."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet

from network.models import SearchWord, Service
from network.search.query import Question, understand
from network.search.typos import closest, deletions

MAX_QUERY = 400
"""Characters of a question that are looked at."""


def corrections(asked: list[str]) -> dict[str, list[str]]:
    """The words nobody knows, each with the known words it may have been meant to be."""
    variants = {word: deletions(word) for word in asked}
    wanted = set().union(*variants.values())
    near: dict[str, set[str]] = {}
    for deletion, word in SearchWord.objects.filter(deletion__in=wanted).values_list(
        "deletion", "word"
    ):
        near.setdefault(deletion, set()).add(word)
    found = {}
    for word, left in variants.items():
        candidates = set().union(*(near.get(each, set()) for each in left))
        if word not in candidates:
            found[word] = closest(word, candidates)
    return found


def question(text: str) -> Question | None:
    """What ``text`` asks the index, its typing errors mended; one statement at most."""
    return understand(text.replace("\0", " ")[:MAX_QUERY], corrections)


def ranked(services: QuerySet[Service], asked: Question) -> QuerySet[Service]:
    """The services that answer ``asked``: those with every word first, then by closeness."""
    some, every, typed = (
        SearchQuery(text, config="simple", search_type="raw")
        for text in (asked.some, asked.every, asked.typed)
    )
    vector = F("search")
    return (
        services.filter(search=some)
        .annotate(
            complete=ExpressionWrapper(Q(search=every), output_field=BooleanField()),
            rank=SearchRank(vector, typed) * 3 + SearchRank(vector, some),
        )
        .order_by("-complete", "-rank", "name", "id")
    )
