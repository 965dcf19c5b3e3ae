"""The place of a refuge stands on no page, whoever asks, and no question finds it out."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.checks import project_patterns
from network.models import Area, ResponsibilityRule
from network.search.index import index
from tests.factories import ServiceFactory
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects

pytestmark = pytest.mark.django_db

PLANTED = {
    "street": "Verborgene Gasse 77",
    "postcode": "99987",
    "town": "Geheimhausen",
    "district": "Versteckviertel",
    "latitude": 51.98765,
    "longitude": 9.12345,
}
TRACES = ("Verborgene Gasse", "99987", "Geheimhausen", "Versteckviertel", "51.98765", "9.12345")
QUERIES = ("", "?q=Schutz", "?q=Geheimhausen", "?ort=99987", "?ort=Versteckviertel", "?zeige=alle")
ASKED = ("network:directory", "network:crisis", "network:entries-to-check")
READ = sorted(name for name, _view in project_patterns() if MATRIX[name].method == "get")
STRANGERS = ("anonymous", "intake", "social_worker", "coordinator")


@pytest.fixture
def hidden(people):
    """A refuge, published, asked, responsible, in the emergency view, with its address inside."""
    service = ServiceFactory(
        facility=people.clinic,
        region=people.clinic.organisation.region,
        slug="schutz",
        name="Schutz für Frauen",
        type="womens_shelter",
        in_crisis_view=True,
        hours_text="rund um die Uhr",
        **{**PLANTED, "address_public": False},
    )
    area = Area.objects.create(region=service.region, level="kreis", name="Kreis", slug="kreis")
    ResponsibilityRule.objects.create(
        region=service.region, service=service, area=area, legal_basis="Satzung"
    )
    index([service])
    return service


def client_of(people, visitor):
    client = Client()
    if visitor != "anonymous":
        client.force_login(getattr(people, visitor))
    return client


def text_of(answer):
    """Everything that is sent, files and streams too."""
    return answer.getvalue().decode(errors="replace")


def told(client, target, query):
    """What one answer says of the place that was not in the question itself."""
    answer = client.get(target + query)
    assert answer.status_code == 200, target
    said, asked = text_of(answer), query.partition("=")[2]
    guessed = asked in TRACES and target == "/verzeichnis/" and "Schutz für Frauen" in said
    found = [trace for trace in TRACES if trace in said and trace != asked]
    return found + (["found by its place"] if guessed else [])


def told_at(address, people, clients):
    """What the address tells the strangers who may open it; what it needs is made and undone."""
    row, queries = MATRIX[address], QUERIES if address in ASKED else QUERIES[:1]
    readers = [name for name in STRANGERS if row.statuses[name] == 200]
    with transaction.atomic():
        about = {"slug": "schutz"} if row.about == "service" else make_objects(row.about, people)
        target = reverse(address, kwargs=about)
        visits = [(name, target, query) for name in readers for query in queries]
        found = {visit: told(clients[visit[0]], *visit[1:]) for visit in visits}
        transaction.set_rollback(True)
    return {visit: traces for visit, traces in found.items() if traces}


def test_the_place_of_a_refuge_is_on_no_page_of_strangers(people, hidden):
    clients = {name: client_of(people, name) for name in STRANGERS}

    found = [told_at(address, people, clients) for address in READ]

    assert [each for each in found if each] == []


def test_its_own_house_reads_where_it_is(people, hidden):
    page = client_of(people, "org_admin").get("/verwaltung/eintraege/schutz/bearbeiten/")

    assert [trace for trace in TRACES[:3] if trace not in text_of(page)] == []
