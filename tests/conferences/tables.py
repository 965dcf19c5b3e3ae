"""Builders: a clinic's client, a table around them, and a committee."""

import datetime as dt
from dataclasses import dataclass

from conferences.models import Body, CaseConference, Meeting, Seat
from conferences.services import convening, people, proposals, recording, scheduling, sitting
from conferences.vocabulary import Presence, Role
from conferences.workflow import CaseStep
from core import clock
from core.actor import Actor
from core.models import DataKey
from referrals.models import Client, Release, ReleaseParty
from referrals.vocabulary import Category
from tests.people import acting

NAME = ("Jutta", "Vogelsang")
SECRETS = ("Vogelsang", "Jutta", "Nachbarin", "Rolf")
TEXTS = {
    "client_view": "Ich will in meiner Wohnung bleiben.",
    "relatives_view": "Wir helfen beim Einkauf.",
    "professionals_view": "Morgens ist es am schwersten.",
    "goals": "Eigene Wohnung behalten.",
    "crisis_arrangement": "Zuerst die Nachbarin anrufen.",
    "dissent": "",
}


def make_client(facility) -> Client:
    """A person of one facility."""
    client = Client(owner_facility=facility, data_key=DataKey.objects.create_new())
    client.seal(first_name=NAME[0], last_name=NAME[1], birth_date="1980-03-04")
    client.save()
    return client


def release_for(client, *facilities, categories=None, until=None) -> Release:
    """A mutual conference release between the owner and ``facilities``."""
    wanted = categories or [Category.IDENTITY, Category.CONTACT, Category.CONFERENCE]
    release = Release.objects.create(
        client=client,
        owner_facility=client.owner_facility,
        categories=wanted,
        valid_from=clock.today() - dt.timedelta(days=1),
        valid_until=until or clock.today() + dt.timedelta(days=365),
        form="written",
        signed_by="client",
        wording_version="1",
        wording_hash="0" * 64,
    )
    for facility in (client.owner_facility, *facilities):
        ReleaseParty.objects.create(release=release, facility=facility, speaks=True, hears=True)
    return release


@dataclass
class Table:
    """A conference and the actors around it."""

    conference: CaseConference
    owner: Actor
    coordination: Actor
    guest: Actor
    stranger: Actor

    def now(self) -> CaseConference:
        """The row as it stands."""
        return CaseConference.objects.select_related("client", "owner_facility", "own_key").get(
            pk=self.conference.pk
        )

    def seat(self, role: str):
        """The participant with a role."""
        return self.now().participants.get(role=role)


def tomorrow(hour: int = 13) -> dt.datetime:
    """A moment on the next day."""
    day = clock.today() + dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(hour), tzinfo=clock.BERLIN)


def propose(people_, client) -> Table:
    """A proposal of the clinic's social service."""
    owner = acting(people_.social_worker, people_.clinic)
    conference = proposals.propose(
        client=client,
        kind="network",
        core_question="Was brauche ich, damit ich zu Hause bleiben kann?",
        not_to_discuss="Arbeitsstelle",
        by=owner,
    )
    return Table(
        conference=conference,
        owner=owner,
        coordination=acting(people_.coordinator, people_.office),
        guest=acting(people_.intake, people_.provider),
        stranger=acting(people_.other_intake, people_.other_provider),
    )


def seat_everybody(table: Table, people_) -> None:
    """Coordination, facilitation and minutes, each approved by the client."""
    seats = [
        (people_.office, people_.coordinator, Role.COORDINATION),
        (people_.provider, people_.intake, Role.FACILITATION),
        (people_.clinic, people_.social_worker, Role.MINUTES),
    ]
    for facility, person, role in seats:
        row = people.add_professional(
            conference=table.now(), facility=facility, person=person, role=role, by=table.owner
        )
        if not table.now().is_anonymous:
            people.approve(
                conference=table.now(),
                participant=row,
                approved_on=clock.today(),
                by=table.owner,
            )


def schedule(table: Table, people_) -> None:
    """From a proposal to a table that is covered, with a date tomorrow."""
    proposals.inform(conference=table.now(), by=table.owner)
    seat_everybody(table, people_)
    release_for(table.conference.client, people_.office, people_.provider)
    proposals.take(conference=table.now(), step=CaseStep.CONSENT, by=table.owner)
    scheduling.fix_date(
        conference=table.now(),
        starts_at=tomorrow(13),
        ends_at=tomorrow(15),
        place="Raum 112",
        by=table.owner,
    )


def begin(table: Table) -> None:
    """Let the date lie an hour back."""
    start = clock.now() - dt.timedelta(hours=2)
    CaseConference.objects.filter(pk=table.conference.pk).update(
        starts_at=start, ends_at=start + dt.timedelta(hours=1)
    )


def hold(table: Table) -> None:
    """Everybody came."""
    begin(table)
    presence = {row.pk: (Presence.PRESENT, "") for row in table.now().participants.all()}
    recording.attend(conference=table.now(), presence=presence, by=table.owner)
    proposals.take(conference=table.now(), step=CaseStep.HOLD, by=table.owner)


def write(table: Table) -> None:
    """The minutes with one agreement."""
    recording.write(
        conference=table.now(),
        texts=TEXTS,
        measures=[{"what": "Anruf um 9 Uhr", "who": "Selma Arslan", "due_on": clock.today()}],
        by=table.owner,
    )


@dataclass
class Committee:
    """A body with its next meeting."""

    body: Body
    meeting: Meeting
    office: Actor
    member: Actor
    outsider: Actor

    def now(self) -> Meeting:
        """The row as it stands."""
        return Meeting.objects.select_related("body").get(pk=self.meeting.pk)


def make_committee(people_) -> Committee:
    """A PSAG of three seats with a planned meeting."""
    body = Body.objects.create(
        region=people_.office.organisation.region,
        office=people_.office,
        slug="psag-auental",
        name="PSAG Auental",
        kind="psag",
        letterhead="Kreishaus\nMarktplatz 1",
        data_key=DataKey.objects.create_new(),
    )
    Seat.objects.create(body=body, group="municipality", label="Kreis", person=people_.coordinator)
    Seat.objects.create(
        body=body,
        group="experienced",
        label="Psychiatrie-Erfahrene",
        person=people_.committee_member,
        display="first_name",
    )
    Seat.objects.create(body=body, group="relatives", label="Angehörige")
    office = acting(people_.coordinator, people_.office)
    meeting = convening.convene(
        body=body, starts_at=tomorrow(14), ends_at=tomorrow(16), place="Saal 2", by=office
    )
    return Committee(
        body,
        meeting,
        office,
        acting(people_.committee_member, people_.office),
        acting(people_.intake, people_.provider),
    )


def sit(committee: Committee) -> Committee:
    """A meeting that was held, with an open and an internal item."""
    convening.add_item(meeting=committee.now(), title="Tierhaltung", by=committee.office)
    convening.add_item(
        meeting=committee.now(), title="Besetzung", is_internal=True, by=committee.office
    )
    convening.invite(meeting=committee.now(), by=committee.office)
    start = clock.now() - dt.timedelta(hours=3)
    Meeting.objects.filter(pk=committee.meeting.pk).update(
        starts_at=start, ends_at=start + dt.timedelta(hours=2)
    )
    rows = committee.now().attendance.all()
    sitting.attend(
        meeting=committee.now(),
        presence={row.pk: (Presence.PRESENT, "") for row in rows},
        chair="Dilan Yücel",
        keeper="Miriam Okafor-Lenz",
        by=committee.office,
    )
    sitting.take(meeting=committee.now(), step="hold", by=committee.office)
    return committee
