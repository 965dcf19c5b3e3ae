"""An administrator keeps people, entries and contacts of the own facility."""

import pytest

from core.models import User
from network.models import Contact, Facility, Membership, Service
from network.roles import Role, roles_at
from network.search.index import index
from tests.factories import ContactFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_(people, sign_in):
    return sign_in(people.org_admin, people.clinic)


def text_of(response):
    return response.content.decode()


INVITATION = {"full_name": "Neu Hier", "email": "neu@example.org", "role": Role.SOCIAL_SERVICE}


def test_a_colleague_is_invited_by_mail(client_, people, mailbox, deliver_outbox):
    response = client_.post("/verwaltung/personen/neu/", INVITATION)
    deliver_outbox()

    assert response.status_code == 302
    user = User.objects.get(email="neu@example.org")
    assert not user.has_usable_password()
    assert Membership.objects.current().get(user=user).facility == people.clinic
    assert mailbox.recipients == [["neu@example.org"]]
    assert "Neu Hier" not in str(mailbox.mails[0])


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "keine Adresse"), ("full_name", ""), ("role", "coordination"), ("full_name", "\0")],
)
def test_a_bad_invitation_gets_a_sentence_and_keeps_what_was_typed(client_, field, value):
    response = client_.post("/verwaltung/personen/neu/", {**INVITATION, field: value})

    assert response.status_code == 200
    assert not User.objects.filter(email="neu@example.org").exists()


@pytest.mark.parametrize("role", [Role.LEAD, Role.SOCIAL_SERVICE, Role.INTAKE])
def test_an_administrator_takes_no_role_that_reads_cases(client_, people, role):
    mine = {"full_name": "Ute Sommerfeld", "email": people.org_admin.email.upper(), "role": role}

    refused = client_.post("/verwaltung/personen/neu/", mine)
    allowed = client_.post("/verwaltung/personen/neu/", {**mine, "role": Role.DATA_PROTECTION})

    assert refused.status_code == 409
    assert "gibt man sich nicht selbst" in refused.content.decode()
    assert allowed.status_code == 302
    roles = (
        Membership.objects.current().filter(user=people.org_admin).values_list("role", flat=True)
    )
    assert set(roles) == {Role.ORG_ADMIN, Role.DATA_PROTECTION}


def test_only_an_office_of_the_coordination_gives_the_coordinations_role():
    giving = [kind for kind in Facility.Kind if Role.COORDINATION in roles_at(kind)]

    assert giving == [Facility.Kind.COORDINATION]


def test_a_role_ends_but_not_the_last_administrators(client_, people):
    def held(user, role):
        return Membership.objects.get(user=user, role=role, facility=people.clinic)

    ended = held(people.social_worker, Role.SOCIAL_SERVICE)
    kept = held(people.org_admin, Role.ORG_ADMIN)

    assert client_.post(f"/verwaltung/personen/{ended.pk}/beenden/").status_code == 302
    assert client_.post(f"/verwaltung/personen/{kept.pk}/beenden/").status_code == 409
    strange = Membership.objects.get(user=people.intake)
    assert client_.post(f"/verwaltung/personen/{strange.pk}/beenden/").status_code == 404


@pytest.fixture
def entry(people):
    service = ServiceFactory(facility=people.clinic, slug="unser", name="Unser Angebot")
    index([service])
    return service


TYPED = {
    "name": "Offene Sprechstunde",
    "type": "pia",
    "hours_text": "Mo-Fr 9-17 Uhr",
    "phone_text": "030 23125-100, 030 23125-101",
    "barrier_free": "true",
    "walk_in": "",
    "address_public": "true",
}


def test_an_entry_is_changed_and_found_by_its_new_words(client_, entry):
    response = client_.post("/verwaltung/eintraege/unser/speichern/", TYPED)

    assert response["Location"] == "/verzeichnis/unser/"
    entry.refresh_from_db()
    assert (entry.name, entry.barrier_free, entry.walk_in) == ("Offene Sprechstunde", True, None)
    assert entry.phones.count() == 2
    assert entry.opening_spans.count() == 5
    assert entry.verified_on is not None
    assert "Offene Sprechstunde" in text_of(client_.get("/verzeichnis/", {"q": "sprechstunde"}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 301),
        ("name", "\0"),
        ("postcode", "123"),
        ("website", "javascript:alert(1)"),
        ("email", "x"),
        ("type", "gibt es nicht"),
        ("hours_text", "x" * 501),
    ],
)
def test_a_bad_entry_gets_a_sentence_and_changes_nothing(client_, entry, field, value):
    response = client_.post("/verwaltung/eintraege/unser/speichern/", {**TYPED, field: value})

    assert response.status_code == 200
    assert Service.objects.get().name == "Unser Angebot"


def test_a_new_entry_belongs_to_the_facility(client_, people):
    client_.post("/verwaltung/eintraege/anlegen/", TYPED)

    made = Service.objects.get()
    assert (made.facility, made.state) == (people.clinic, Service.State.DRAFT)


def test_one_click_says_that_an_entry_still_holds(client_, entry):
    Service.objects.update(needs_look="etwas")

    client_.post("/verwaltung/eintraege/unser/stimmt/")

    entry.refresh_from_db()
    assert entry.verified_on is not None
    assert entry.needs_look == ""


def test_a_stranger_finds_no_entry_to_keep(entry, people, sign_in):
    client = sign_in(people.intake)

    assert client.post("/verwaltung/eintraege/unser/speichern/", TYPED).status_code == 404
    assert Service.objects.get().name == "Unser Angebot"


def test_the_coordination_keeps_what_nobody_else_keeps(people, sign_in):
    ServiceFactory(facility=None, slug="frei", state="draft", needs_look="PLZ fehlt")
    client = sign_in(people.coordinator)

    assert "PLZ fehlt" in text_of(client.get("/verwaltung/eintraege/pruefen/"))
    assert client.post("/verwaltung/eintraege/frei/speichern/", TYPED).status_code == 302


def test_a_contact_is_added_changed_and_confirmed(client_, people):
    typed = {"function": "Sozialdienst", "phone": "030 23125-1"}
    client_.post("/verwaltung/kontakte/anlegen/", typed)
    contact = Contact.objects.get()
    client_.post(f"/verwaltung/kontakte/{contact.pk}/speichern/", {**typed, "person": "A. B."})
    client_.post(f"/verwaltung/kontakte/{contact.pk}/stimmt/")

    contact.refresh_from_db()
    assert (contact.person, contact.facility) == ("A. B.", people.clinic)
    assert contact.confirmed_on is not None


def test_nobody_is_their_own_deputy_or_a_strangers(client_, people):
    own = ContactFactory(facility=people.clinic)
    strange = ContactFactory(facility=people.provider)
    address = f"/verwaltung/kontakte/{own.pk}/speichern/"

    for deputy in (own, strange):
        response = client_.post(address, {"function": "X", "deputy": str(deputy.pk)})
        assert response.status_code == 200
    assert client_.get(f"/verwaltung/kontakte/{strange.pk}/").status_code == 404
