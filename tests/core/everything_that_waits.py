"""One waiting message of every kind that the worker knows, written by the services."""

from conferences.services import approving, convening, recording, releasing, scheduling
from conferences.services import sitting as meetings
from core import clock, outbox
from core.actor import NOBODY, SCHEDULER
from core.models import OutboxMessage
from network.life import Step
from network.models import SavedSearch, Service, Subscription
from network.roles import Role
from network.services import questions, saved_searches, sheets, subscriptions
from network.services.editions import TELL, publish_edition
from network.services.life import take_step
from network.services.people import invite
from network.services.reviews import ask_owners
from network.services.suggestions import suggest
from tests.conferences import tables
from tests.factories import ContactFactory, ServiceFactory
from tests.people import People, acting
from tests.referrals.cases import make_case, send


def write_everything(people: People) -> None:
    """Leave a message of every kind, each with work still to be done."""
    _referrals(people)
    _tables(people)
    _committee(people)
    _network(people)
    _entries(people)


def one_of_each_kind() -> dict[str, OutboxMessage]:
    """A waiting message per kind."""
    rows = OutboxMessage.objects.filter(state="pending").order_by("created_at")
    return {row.kind: row for row in rows}


def _referrals(people: People) -> None:
    case = make_case(people)
    inquiry = send(case, case.a)
    for kind in [kind for kind in outbox.HANDLERS if kind.startswith("referrals.")]:
        outbox.enqueue(kind, inquiry.pk, by=case.sender, recipient=people.intake.pk)


def _entries(people: People) -> None:
    admin = acting(people.org_admin, people.clinic)
    entry = ServiceFactory(facility=people.clinic, state=Service.State.DRAFT)
    take_step(service=entry, step=Step.SUBMIT, by=admin)
    office = acting(people.coordinator, people.office)
    take_step(service=entry, step=Step.RETURN, note="Zeiten?", by=office)
    suggest(service=ServiceFactory(facility=people.clinic), text="Neu", contact="", by=NOBODY)
    ask_owners(by=SCHEDULER)


def _polled(people: People) -> tables.Table:
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    dates = [tables.tomorrow(9), tables.tomorrow(11)]
    scheduling.poll(conference=table.now(), dates=dates, by=table.owner)
    return table


def _scheduled(people: People) -> tables.Table:
    table = _polled(people)
    scheduling.invite(conference=table.now(), by=table.owner)
    return table


def _tables(people: People) -> None:
    postponed, held = _scheduled(people), _scheduled(people)
    scheduling.postpone(conference=postponed.now(), by=postponed.owner)
    tables.hold(held)
    tables.write(held)
    recording.present(conference=held.now(), by=held.owner)
    releasing.release(conference=held.now(), review_end="approved", by=held.owner)
    _scheduled(people)
    _polled(people)


def _committee(people: People) -> None:
    committee = tables.sit(tables.make_committee(people))
    meetings.take(meeting=committee.now(), step="write", by=committee.office)
    approving.approve(meeting=committee.now(), by=committee.office)
    called_off, _invited = (_next_meeting(committee, hour) for hour in (9, 15))
    convening.call_off(meeting=called_off, step="cancel", by=committee.office)


def _next_meeting(committee: tables.Committee, hour: int):
    meeting = convening.convene(
        body=committee.body,
        starts_at=tables.tomorrow(hour),
        ends_at=tables.tomorrow(hour + 1),
        place="Saal",
        by=committee.office,
    )
    convening.add_item(meeting=meeting, title="Eins", by=committee.office)
    convening.invite(meeting=meeting, by=committee.office)
    meeting.refresh_from_db()
    return meeting


def _network(people: People) -> None:
    contact = ContactFactory(facility=people.clinic, email="station@example.org")
    edition = publish_edition(by=acting(people.coordinator, people.office))
    questions.ask_owner(contact=contact, by=SCHEDULER)
    region = people.office.organisation.region
    subscriptions.ask_outside(region=region, email="praxis@example.org", by=SCHEDULER)
    told = Subscription.objects.create(
        region=region, person=people.intake, confirmed_at=clock.now()
    )
    outbox.enqueue(TELL, edition.pk, by=SCHEDULER, recipient=told.pk)
    search = SavedSearch.objects.create(person=people.intake, region=region, name="Alle")
    ServiceFactory(region=region)
    saved_searches.compare(search=search, by=SCHEDULER)
    sheets.order_sheets(region_id=people.clinic.organisation.region_id, by=SCHEDULER)
    printing = OutboxMessage.objects.filter(kind=sheets.PRINT)
    printing.exclude(pk=printing.latest("created_at").pk).delete()  # for the order to order again
    outbox.enqueue(sheets.ORDER, people.clinic.organisation.region_id, by=SCHEDULER)
    invite(
        email="neu@example.org",
        full_name="Nele Neu",
        role=Role.SOCIAL_SERVICE,
        by=acting(people.org_admin, people.clinic),
    )
