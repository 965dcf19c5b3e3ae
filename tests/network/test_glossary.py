"""The words of the search, as the coordination keeps them."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import AuditEntry
from network.directory import Ask, page_of, search
from network.models import Glossary, SynonymGroup
from network.search import glossary
from network.search.index import index
from network.search.lexicon import shipped_groups
from network.services.glossary import remove_group, save_group
from tests.factories import RegionFactory, ServiceFactory
from tests.people import acting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shipped():
    """What an installation begins with; a story in the browser has emptied every table before."""
    if not Glossary.objects.exists():
        Glossary.objects.create(pk=1)
        SynonymGroup.objects.bulk_create(
            SynonymGroup(asked=asked, words="\n".join(phrases))
            for asked, phrases in shipped_groups()
        )


@pytest.fixture
def office(people):
    return acting(people.coordinator, people.office)


@pytest.fixture
def region():
    region = RegionFactory(name="Anderswo", slug="anderswo")
    index(
        [
            ServiceFactory(region=region, slug="hof", name="Tierhof", facility=None),
            ServiceFactory(region=region, slug="krise", name="Krisendienst", facility=None),
        ]
    )
    return region


def found(region, text):
    return [each.slug for each in page_of(search(region, Ask(text=text)))]


def test_a_new_word_is_known_with_the_next_question_and_a_removed_one_is_not(region, office):
    assert found(region, "Lamakuscheln") == []

    group = save_group(group=None, asked="Lamakuscheln", phrases=["Tierhof"], by=office)
    assert found(region, "Lamakuscheln") == ["hof"]
    save_group(group=group, asked="Lamakuscheln", phrases=["Krisendienst"], by=office)
    assert found(region, "Lamakuscheln") == ["krise"]
    remove_group(group=group, by=office)
    assert found(region, "Lamakuscheln") == []


def test_another_process_follows_by_the_stamp_alone(region, office, django_assert_num_queries):
    found(region, "Krisendienst")
    SynonymGroup.objects.create(asked="Lamakuscheln", words="Tierhof")
    assert found(region, "Lamakuscheln") == []

    Glossary.objects.update(stamp="00000000-0000-4000-8000-000000000001")

    with django_assert_num_queries(4):
        assert found(region, "Lamakuscheln") == ["hof"]
    with django_assert_num_queries(3):
        assert found(region, "Lamakuscheln") == ["hof"]


def test_an_empty_table_means_what_was_shipped_and_begins_with_it(region, office):
    SynonymGroup.objects.all().delete()
    Glossary.objects.all().delete()
    assert found(region, "nicht mehr leben") == ["krise"]

    save_group(group=None, asked="Lamakuscheln", phrases=["Tierhof"], by=office)

    assert found(region, "nicht mehr leben") == ["krise"]
    assert SynonymGroup.objects.count() > 100


def test_every_change_is_in_the_trail(region, office):
    group = save_group(group=None, asked="Lama", phrases=["Tierhof"], by=office)
    save_group(group=group, asked="Lama", phrases=["Hof"], by=office)
    remove_group(group=group, by=office)

    deeds = AuditEntry.objects.filter(object_id=group.pk).order_by("id")
    assert [entry.deed.split(".")[1] for entry in deeds] == ["added", "changed", "removed"]


def test_nobody_else_changes_a_word(people):
    other = acting(people.intake, people.provider)
    group = SynonymGroup.objects.first()

    with pytest.raises(PermissionDenied):
        save_group(group=group, asked="", phrases=["a", "b"], by=other)
    with pytest.raises(PermissionDenied):
        remove_group(group=group, by=other)
    assert SynonymGroup.objects.filter(pk=group.pk).exists()
    assert not SynonymGroup.objects.visible_to(other).exists()


@pytest.mark.parametrize(
    ("asked", "phrases", "said"),
    [
        ("", "Wort", "mindestens zwei Zeilen"),
        ("und", "Krisendienst", "kann die Suche nicht verwenden"),
        ("", "Кризис\nKrise", "kann die Suche nicht verwenden"),
        ("Lama", "", "Bitte schreiben Sie, welche Wörter gefunden werden."),
        ("", " \n ", "Bitte schreiben Sie, welche Wörter gefunden werden."),
        ("Lama", "x" * 81, "kann die Suche nicht verwenden"),
    ],
)
def test_what_the_search_cannot_use_is_refused_in_words(
    client, people, sign_in, asked, phrases, said
):
    sign_in(people.coordinator)

    answer = client.post("/verwaltung/suchwoerter/anlegen/", {"asked": asked, "phrases": phrases})

    assert said in answer.content.decode()
    assert not SynonymGroup.objects.filter(asked=asked or "-").exists()


def test_the_coordination_adds_and_changes_a_group_on_its_page(client, people, sign_in, region):
    sign_in(people.coordinator)

    client.post("/verwaltung/suchwoerter/anlegen/", {"asked": "Lama", "phrases": "Tierhof\nHof"})
    group = SynonymGroup.objects.get(asked="Lama")
    shown = client.get("/verwaltung/suchwoerter/").content.decode()

    assert "Lama" in shown
    assert "Tierhof, Hof" in shown
    assert found(region, "Lama") == ["hof"]
    client.post(f"/verwaltung/suchwoerter/{group.pk}/entfernen/")
    assert not SynonymGroup.objects.filter(pk=group.pk).exists()


def test_the_memory_of_a_process_keeps_one_state_only(region, office):
    for word in ("eins", "zwei"):
        save_group(group=None, asked=f"Lama{word}", phrases=["Tierhof"], by=office)
        found(region, "Lama")

    assert len(glossary._kept) == 1
