"""Deputies: never oneself, never a ring in which nobody answers; wards that nobody reaches."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from core import clock, worklist
from core.errors import Refused
from network.contact_care import unreached
from network.contact_lists import lines_of
from network.models import Contact
from network.reachable import by_id, is_reachable, rings, stand_in
from network.services.contacts import save_contact
from tests.factories import ContactFactory, UnitFactory
from tests.people import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(people):
    return acting(people.org_admin, people.clinic)


def one(people, name="", deputy=None, **facts):
    return ContactFactory(facility=people.clinic, person=name, deputy=deputy, **facts)


def asked(question, contact):
    others = by_id(Contact.objects.all())
    return question(others[contact.pk], others, clock.today())


def test_the_line_of_deputies_ends_at_the_first_who_answers(people):
    last = one(people, "Da")
    mute = one(people, "Stumm", last, phone="", email="")
    away = one(people, "Weg", mute, absent_from=clock.today())
    vacant = one(people, "", away)

    assert asked(stand_in, vacant) == last
    assert asked(is_reachable, vacant)
    assert asked(is_reachable, away)
    assert not asked(is_reachable, mute)


def test_a_ring_comes_to_an_end(people):
    first = one(people)
    second = one(people, "", first)
    Contact.objects.filter(pk=first.pk).update(deputy=second)

    assert asked(stand_in, first) is None
    assert not asked(is_reachable, first)
    assert asked(rings, first)


def test_two_who_are_there_may_stand_in_for_each_other(people, admin):
    first = one(people, "A")
    second = one(people, "B", first)

    save_contact(contact=first, values={"deputy": second}, by=admin)

    assert not asked(rings, first)


def test_nobody_stands_in_for_themself_by_another_post(people, admin):
    other = one(people, "Miriam Okafor-Lenz")
    post = one(people, "MIRIAM Okafor-Lenz")

    with pytest.raises(Refused, match="nicht selbst vertreten"):
        save_contact(contact=post, values={"deputy": other}, by=admin)
    third = one(people, "Tobias Hartwig", other)
    with pytest.raises(Refused, match="nicht selbst vertreten"):
        save_contact(contact=other, values={"person": "Tobias Hartwig"}, by=admin)

    save_contact(contact=post, values={"deputy": third}, by=admin)


def test_a_list_of_before_names_the_next_in_line_instead_of_oneself(people):
    last = one(people, "Da")
    other = one(people, "Miriam", last)
    post = one(people, "Miriam", other)
    away = one(people, "Miriam", other, absent_from=clock.today())
    alone = one(people, "Da", last)

    assert asked(stand_in, away) == last
    region = people.clinic.organisation.region
    named = {line.id: line.deputy for line in lines_of(region, named=True)}
    assert named[str(post.pk)] == "Da"
    assert named[str(alone.pk)] == ""


def test_two_vacant_posts_are_not_one_person(people):
    there = one(people, "", None)
    assert not there.is_of(one(people, ""))


def test_a_ring_in_which_nobody_answers_is_refused(people, admin):
    first = one(people)
    second = one(people, "", first)

    with pytest.raises(Refused, match="im Kreis"):
        save_contact(contact=first, values={"deputy": second}, by=admin)

    first.refresh_from_db()
    assert first.deputy is None


def test_the_database_refuses_oneself_as_deputy_and_an_end_before_the_beginning(people):
    contact = one(people)
    today = clock.today()
    for wrong in (
        {"deputy": contact},
        {"absent_until": today},
        {"absent_from": today, "absent_until": today - dt.timedelta(days=1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.filter(pk=contact.pk).update(**wrong)


@pytest.fixture
def ward(people):
    return UnitFactory(facility=people.clinic, name="Station 9")


@pytest.mark.parametrize(
    ("facts", "warned"),
    [
        ({"person": "Da"}, False),
        ({"person": "Da", "phone": "", "email": "a@example.org"}, False),
        ({"person": "Da", "phone": "", "email": ""}, True),
        ({"person": ""}, True),
        ({"person": "Weg", "absent_from": dt.date(2020, 1, 1)}, True),
        (
            {
                "person": "War weg",
                "absent_from": dt.date(2020, 1, 1),
                "absent_until": dt.date(2020, 1, 2),
            },
            False,
        ),
    ],
)
def test_a_ward_without_a_reachable_contact_is_a_warning_to_its_administrator(
    people, admin, ward, sign_in, facts, warned
):
    ContactFactory(facility=people.clinic, unit=ward, **facts)

    page = sign_in(people.org_admin, people.clinic).get("/verwaltung/").content.decode()
    tasks = sign_in(people.org_admin, people.clinic).get("/aufgaben/").content.decode()

    assert ("Hier erreicht man niemanden" in page) is warned
    assert ("Station ohne erreichbaren Kontakt: Station 9" in tasks) is warned


def test_a_ward_without_any_contact_is_a_warning_and_a_deputy_ends_it(people, admin, ward):
    assert unreached(people.clinic, []) == [ward]

    vacant = ContactFactory(facility=people.clinic, unit=ward, person="", deputy=one(people, "Da"))

    assert unreached(people.clinic, [vacant, vacant.deputy]) == []


def test_the_warning_is_for_the_own_administrator_alone(people, ward, sign_in):
    for person, facility in (
        (people.social_worker, people.clinic),
        (people.intake, people.provider),
        (people.coordinator, people.office),
    ):
        page = sign_in(person, facility).get("/aufgaben/").content.decode()
        assert "Station ohne erreichbaren Kontakt" not in page


def test_an_old_contact_is_a_task_and_confirming_ends_it(people, admin, sign_in):
    old = clock.today() - dt.timedelta(days=93)
    contact = one(people, "Da", function="Pforte", confirmed_on=old)
    client = sign_in(people.org_admin, people.clinic)

    assert "Stimmt der Kontakt noch? Pforte" in client.get("/aufgaben/").content.decode()
    client.post(f"/verwaltung/kontakte/{contact.pk}/stimmt/")

    assert "Pforte" not in client.get("/aufgaben/").content.decode()


def test_more_than_one_page_of_wards_is_shown_without_a_gap(people, admin):
    wards = [UnitFactory(facility=people.clinic) for _ in range(30)]
    first = worklist.waiting_for(admin)[:25]
    last = first[-1]

    second = worklist.waiting_for(admin, (last.due_at, last.kind, last.id))

    assert {task.id for task in [*first, *second]} == {ward.pk for ward in wards}


TYPED = {"function": "Sozialdienst", "person": "A", "phone": "1"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"absent_until": "2026-12-01"},
        {"absent_from": "2026-12-02", "absent_until": "2026-12-01"},
        {"absent_from": "gestern"},
        {"letters": "Frau Krank"},
        {"letters": "A-K\0"},
        {"phone": "1\0"},
        {"email": "a@example.org\nBcc: b@example.org"},
    ],
)
def test_what_cannot_be_right_gets_a_sentence_and_is_not_saved(people, sign_in, wrong):
    client = sign_in(people.org_admin, people.clinic)

    answer = client.post("/verwaltung/kontakte/anlegen/", {**TYPED, **wrong})

    assert answer.status_code == 200
    assert "invalid-feedback" in answer.content.decode()
    assert not Contact.objects.exists()


def test_an_absence_and_letters_are_kept(people, sign_in):
    client = sign_in(people.org_admin, people.clinic)
    facts = {"absent_from": "2026-12-01", "absent_until": "2026-12-24", "letters": "A-K"}

    client.post("/verwaltung/kontakte/anlegen/", {**TYPED, **facts})

    contact = Contact.objects.get()
    assert contact.letters == "A–K"
    assert contact.absent_until == dt.date(2026, 12, 24)


def test_a_removed_contact_is_nobodys_deputy_any_more_and_a_strangers_stays(people, sign_in):
    gone = one(people, "Da")
    left = one(people, "", gone)
    strange = ContactFactory(facility=people.provider)
    client = sign_in(people.org_admin, people.clinic)

    assert client.post(f"/verwaltung/kontakte/{gone.pk}/entfernen/").status_code == 302
    assert client.post(f"/verwaltung/kontakte/{strange.pk}/entfernen/").status_code == 404

    left.refresh_from_db()
    assert left.deputy is None
    assert Contact.objects.filter(pk=strange.pk).exists()


def test_the_administrator_releases_and_withholds_the_own_organisation_alone(people, sign_in):
    client = sign_in(people.org_admin, people.clinic)

    client.post("/verwaltung/kontakte/freigabe/", {})
    people.clinic.organisation.refresh_from_db()
    people.provider.organisation.refresh_from_db()
    assert not people.clinic.organisation.contacts_public
    assert people.provider.organisation.contacts_public

    client.post("/verwaltung/kontakte/freigabe/", {"public": "on"})
    people.clinic.organisation.refresh_from_db()
    assert people.clinic.organisation.contacts_public
