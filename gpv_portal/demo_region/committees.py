"""Committees and their meetings, run by the coordination's office."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from conferences.meeting_workflow import MeetingState, MeetingStep
from conferences.models import AgendaItem, Body, Meeting, Seat
from conferences.services import approving, convening, sitting
from conferences.vocabulary import MeasureState, Presence
from core import clock
from core.models import DataKey
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.directory import Directory
from gpv_portal.demo_region.staff import Staff
from gpv_portal.demo_region.tables.meetings import (
    CHAIRS,
    COMMITTEES,
    SITTINGS,
    TOPICS,
    Sitting,
    Topic,
)

S = MeetingState
LETTERHEAD = "Kreis Auental, Psychiatriekoordination\nKreishausplatz 2, 59102 Lindenbrück"
PLACES = {
    "psag": "Kreishaus Lindenbrück, Saal 2",
    "netzwerkkonferenz": "Klinik am Weidendamm, Festsaal",
    "ag-wohnen": "Ankerplatz e. V., Gerberstraße 14",
}
SETTLED_AFTER = dt.timedelta(weeks=20)


def make_committees(directory: Directory, staff: Staff) -> None:
    """Bodies with their seats, then every meeting in the order of time."""
    with clock.at(moments.moment(moments.working_day(620))):
        bodies = {row.slug: _body(row.slug, directory, staff) for row in COMMITTEES}
    for row in sorted(SITTINGS, key=lambda each: -each.weeks):
        _Meeting(row, bodies[row.body], staff).go()
    _settle_old_measures(bodies["psag"], staff)


def _body(slug: str, directory: Directory, staff: Staff) -> Body:
    row = next(each for each in COMMITTEES if each.slug == slug)
    body = Body.objects.create(
        region=directory.region,
        office=directory.houses["koordination"],
        slug=slug,
        name=row.name,
        subtitle=row.subtitle,
        letterhead=LETTERHEAD,
        kind=row.kind,
        is_public=row.is_public,
        data_key=DataKey.objects.create_new(),
    )
    Seat.objects.bulk_create(
        Seat(
            body=body,
            group=chair.group,
            label=chair.label,
            has_vote=chair.has_vote,
            person=staff.people.get(chair.person),
            display=chair.display,
            starts_on=clock.today(),
        )
        for chair in CHAIRS
        if slug in chair.bodies
    )
    return body


class _Meeting:
    """One meeting, brought as far as its row says."""

    def __init__(self, row: Sitting, body: Body, staff: Staff) -> None:
        self.row, self.body, self.staff = row, body, staff
        self.by = staff.acting("hanne", "koordination")
        day = clock.today() - dt.timedelta(weeks=row.weeks)
        self.day = _thursday(day)
        self.topics: list[tuple[Topic, AgendaItem]] = []
        self.meeting: Meeting

    def go(self) -> None:
        """Planned, invited, held, written, approved, published; or called off."""
        self._plan()
        if self.row.state == S.PLANNED:
            return
        with self._on(-14):
            convening.invite(meeting=self.meeting, by=self.by)
        if self.row.state in {S.CANCELLED, S.POSTPONED}:
            self._call_off()
        elif self.row.state != S.INVITED:
            self._hold()

    @contextmanager
    def _on(self, days: int, hour: int = 9) -> Iterator[None]:
        """So many days from the meeting; what would lie ahead happened a while ago."""
        moment = moments.at_hour(self.day + dt.timedelta(days=days), hour)
        with clock.at(min(moment, clock.now() - moments.JUST_NOW)):
            yield

    def _plan(self) -> None:
        with self._on(-42):
            self.meeting = convening.convene(
                body=self.body,
                starts_at=moments.at_hour(self.day, 14),
                ends_at=moments.at_hour(self.day, 16),
                place=PLACES[self.body.slug],
                by=self.by,
            )
            for key in self.row.topics:
                self._add(TOPICS[key])
        if self.row.state == S.PLANNED:
            self._wish()

    def _add(self, topic: Topic) -> None:
        item = convening.add_item(
            meeting=self.meeting,
            title=topic.title,
            text=topic.text,
            is_internal=topic.is_internal,
            by=self.by,
        )
        self.topics.append((topic, item))

    def _wish(self) -> None:
        with clock.at(moments.moment(moments.working_day(1), 25)):
            convening.propose_item(
                meeting=self.meeting,
                title="Ruheräume auf den Stationen",
                text="Wir bitten um einen Bericht der Klinik.",
                by=self.staff.acting("bettina", "koordination"),
            )

    def _call_off(self) -> None:
        step = MeetingStep.CANCEL if self.row.state == S.CANCELLED else MeetingStep.POSTPONE
        with self._on(-3):
            convening.call_off(meeting=self.meeting, step=step, by=self.by)

    def _hold(self) -> None:
        with self._on(0, 17):
            self._attend()
            sitting.take(meeting=self.meeting, step=MeetingStep.HOLD, by=self.by)
        if self.row.state == S.HELD:
            return
        with self._on(1, 10):
            for topic, item in self.topics:
                self._write(topic, item)
        if self.row.state == S.MINUTES_DRAFT:
            return
        with self._on(14):
            approving.approve(meeting=self.meeting, by=self.by)
        if self.row.state == S.PUBLISHED:
            with self._on(15):
                sitting.take(meeting=self.meeting, step=MeetingStep.PUBLISH, by=self.by)

    def _attend(self) -> None:
        numbers = count()
        presence = {
            row.pk: (str(_presence(row.seat, next(numbers))), "")
            for row in self.meeting.attendance.select_related("seat")
        }
        sitting.attend(
            meeting=self.meeting,
            presence=presence,
            chair="Hanne Brodersen",
            keeper="Karsten Groß",
            by=self.by,
        )

    def _write(self, topic: Topic, item: AgendaItem) -> None:
        sitting.write_result(
            meeting=self.meeting,
            item_id=item.pk,
            result=topic.result,
            comes_back=topic.comes_back,
            is_internal=topic.is_internal,
            by=self.by,
        )
        voting = self.meeting.attendance.filter(seat__has_vote=True).count()
        if topic.resolution and sum(topic.votes) <= voting:
            sitting.resolve(
                meeting=self.meeting,
                item_id=item.pk,
                text=topic.resolution,
                votes=topic.votes,
                owner=topic.measure[1],
                due_on=self.day + dt.timedelta(weeks=18),
                by=self.by,
            )
        if topic.measure[0]:
            self._agree(topic)

    def _agree(self, topic: Topic) -> None:
        what, who = topic.measure
        sitting.agree(
            meeting=self.meeting,
            what=what,
            who=who,
            due_on=self.day + dt.timedelta(weeks=12),
            is_internal=topic.is_internal,
            by=self.by,
        )


def _presence(seat: Seat, number: int) -> Presence:
    if seat.person_id is None:
        return Presence.REPRESENTED if number % 2 else Presence.EXCUSED
    return Presence.PART_TIME if number % 9 == 4 else Presence.PRESENT


def _settle_old_measures(body: Body, staff: Staff) -> None:
    """What was agreed long ago is done; the latest are open, one of them overdue."""
    by = staff.acting("hanne", "koordination")
    limit = clock.now() - SETTLED_AFTER
    for meeting in Meeting.objects.filter(body=body, starts_at__lt=limit):
        with clock.at(meeting.starts_at + SETTLED_AFTER):
            for measure in meeting.measures.all():
                sitting.settle(body=body, measure_id=measure.pk, state=MeasureState.DONE, by=by)


def _thursday(day: dt.date) -> dt.date:
    """The Thursday of that week, or of the week before when it is still to come."""
    found = day + dt.timedelta(days=3 - day.weekday())
    if day <= clock.today() <= found:
        return found - dt.timedelta(weeks=1)
    return found
