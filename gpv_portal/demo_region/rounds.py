"""Case conferences, brought by the people who hold them as far as the table says."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from conferences.models import CaseConference, Participant
from conferences.services import people, proposals, recording, releasing, scheduling
from conferences.vocabulary import (
    ConferenceKind,
    MeasureState,
    ParticipantKind,
    Presence,
    ReviewEnd,
    Role,
)
from conferences.workflow import PATH, CaseState, CaseStep
from core import clock
from core.actor import Actor
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.pen import Pen
from gpv_portal.demo_region.tables.case_conferences import ANONYMOUS, MEASURES, ROUNDS, TEXTS, Round
from referrals import services
from referrals.vocabulary import Category

S = CaseState
CATEGORIES = (Category.CONFERENCE, Category.IDENTITY, Category.CONTACT)
PLACE = "Klinik am Weidendamm, Raum 112 und online"
LEADS_TO = {
    S.CLOSED_NO_CONSENT: S.CONSENT_PENDING,
    S.CANCELLED: S.INVITED,
    S.RESTRICTED: S.INVITED,
}
"""How far a conference was before it left the straight way."""


def make_rounds(pens: dict[int, Pen]) -> None:
    """All twenty; the last one is about nobody by name."""
    for row in ROUNDS:
        _Round(row, pens[row.person]).go()
    _without_a_name(pens[0])


class _Round:
    """One conference on its way; every step knows the day on which it is taken."""

    def __init__(self, row: Round, pen: Pen) -> None:
        self.row, self.pen = row, pen
        self.by = pen.sender
        self.conference: CaseConference
        self.seats: dict[str, Participant] = {}
        self.held_on = _day(row.back)
        self._before = max(row.back, 0)

    def go(self) -> None:
        """Walk the straight way to where the row says, then leave it if it does."""
        goal = LEADS_TO.get(self.row.state, self.row.state)
        steps = (
            self._propose,
            self._inform,
            self._consent,
            self._invite,
            self._hold,
            self._write,
            self._present,
            self._release,
            self._follow,
            self._close,
        )
        for state, step in zip(PATH, steps, strict=True):
            step()
            if state == goal:
                break
        self._leave()

    @contextmanager
    def _on(self, back: int, hour: int = 0) -> Iterator[dt.date]:
        """``back`` working days before the conference was held or, if it lies ahead, today."""
        day = moments.working_day(self._before + back)
        with clock.at(moments.at_hour(day, hour) if hour else moments.moment(day, 30)):
            yield clock.today()

    def _propose(self) -> None:
        with self._on(9):
            self.conference = proposals.propose(
                client=self.pen.client,
                kind=self.row.kind,
                core_question=self.row.question,
                not_to_discuss="Arbeitsstelle und frühere Ehe." if self.row.person == 0 else "",
                by=self.by,
            )

    def _inform(self) -> None:
        with self._on(8):
            proposals.inform(conference=self.conference, by=self.by)

    def _consent(self) -> None:
        houses = self.pen.directory.houses
        with self._on(7) as today:
            services.record_release(
                client=self.pen.client,
                hearing=[houses["ankerplatz"], houses["koordination"]],
                categories=CATEGORIES,
                valid_until=today + dt.timedelta(days=330),
                mutual=True,
                by=self.by,
            )
            take(self.conference, CaseStep.CONSENT, self.by)
        with self._on(6) as today:
            self._seat(today)
            self._poll()

    def _seat(self, today: dt.date) -> None:
        """The coordination coordinates, the clinic's lead facilitates, the sender keeps minutes."""
        for house, person, role in (
            ("koordination", "hanne", Role.COORDINATION),
            ("sozialdienst", "agnes", Role.FACILITATION),
            ("sozialdienst", self.pen.worker, Role.MINUTES),
            ("ankerplatz", "selma", Role.REFERENCE),
        ):
            self.seats[person] = people.add_professional(
                conference=self.conference,
                facility=self.pen.directory.houses[house],
                person=self.pen.staff.people[person],
                role=role,
                by=self.by,
            )
        for seat in self.seats.values():
            self._approve(seat, today)
        self._seat_relatives(today)

    def _seat_relatives(self, today: dt.date) -> None:
        """In the story of the demo somebody is still not covered, and is not dropped silently."""
        brother = people.add_guest(
            conference=self.conference,
            kind=ParticipantKind.RELATIVE,
            name=f"Rolf Brandis ({self.row.person + 1})",
            by=self.by,
        )
        if self.row.person != 0:
            self._approve(brother, today, confidentiality_on=today)
            return
        people.add_guest(
            conference=self.conference,
            kind=ParticipantKind.GUARDIAN,
            name="Karin Thalheim",
            address="k.thalheim@example.org",
            by=self.by,
        )

    def _approve(
        self, seat: Participant, today: dt.date, confidentiality_on: dt.date | None = None
    ) -> None:
        people.approve(
            conference=self.conference,
            participant=seat,
            approved_on=today,
            confidentiality_on=confidentiality_on,
            by=self.by,
        )

    def _poll(self) -> None:
        days = (self.held_on, self.held_on + dt.timedelta(days=1))
        dates = [moments.at_hour(day, 13, 30) for day in days]
        scheduling.poll(conference=self.conference, dates=dates, by=self.by)

    def _invite(self) -> None:
        with self._on(4):
            scheduling.fix_date(
                conference=self.conference,
                starts_at=moments.at_hour(self.held_on, 13, 30),
                ends_at=moments.at_hour(self.held_on, 15),
                place=PLACE,
                by=self.by,
            )
            scheduling.invite(conference=self.conference, by=self.by)
        with self._on(3):
            hanne = self.pen.staff.acting("hanne", "koordination")
            scheduling.answer(conference=self.conference, comes=True, by=hanne)

    def _hold(self) -> None:
        with self._on(0, 16):
            seats = self.conference.participants.all()
            presence = {seat.pk: (str(Presence.PRESENT), "") for seat in seats}
            presence[self.seats["selma"].pk] = (str(Presence.PART_TIME), "bis 14:30 Uhr")
            recording.attend(conference=self.conference, presence=presence, by=self.by)
            take(self.conference, CaseStep.HOLD, self.by)

    def _write(self) -> None:
        with self._on(-1):
            recording.write(
                conference=self.conference,
                texts=TEXTS,
                measures=[
                    {"what": what, "who": who, "due_on": self.held_on + dt.timedelta(days=days)}
                    for what, who, days in MEASURES
                ],
                next_review_on=self.held_on + dt.timedelta(days=90),
                by=self.by,
            )

    def _present(self) -> None:
        with self._on(-2):
            recording.present(conference=self.conference, by=self.by)

    def _release(self) -> None:
        with self._on(-8):
            releasing.release(conference=self.conference, review_end=ReviewEnd.APPROVED, by=self.by)

    def _follow(self) -> None:
        with self._on(-9):
            take(self.conference, CaseStep.FOLLOW, self.by)
            first = self.conference.measures.order_by("number").values_list("pk", flat=True)[0]
            self._settle(first)

    def _settle(self, measure: UUID) -> None:
        recording.settle(
            conference=self.conference, measure_id=measure, state=MeasureState.DONE, by=self.by
        )

    def _close(self) -> None:
        with self._on(-30):
            still = self.conference.measures.filter(state=MeasureState.OPEN)
            for measure in list(still.values_list("pk", flat=True)):
                self._settle(measure)
            take(self.conference, CaseStep.CLOSE, self.by)

    def _leave(self) -> None:
        with self._on(2):
            if self.row.state == S.CLOSED_NO_CONSENT:
                take(self.conference, CaseStep.REFUSE, self.by)
            elif self.row.state == S.CANCELLED:
                scheduling.cancel(conference=self.conference, by=self.by)
            elif self.row.state == S.RESTRICTED:
                releasing.restrict(conference=self.conference, by=self.by)


def take(conference: CaseConference, step: CaseStep, by: Actor) -> None:
    """A step that changes nothing but the state."""
    proposals.take(conference=conference, step=step, by=by)


def _without_a_name(pen: Pen) -> None:
    """The coordination calls a crisis conference about somebody it does not know."""
    by = pen.staff.acting("hanne", "koordination")
    with clock.at(moments.moment(moments.working_day(1), 20)):
        conference = proposals.propose(
            client=None, kind=ConferenceKind.CRISIS, core_question=ANONYMOUS, by=by
        )
        take(conference, CaseStep.GO_ANONYMOUS, by)


def _day(back: int) -> dt.date:
    return moments.working_day(back) if back >= 0 else moments.coming(-back)
