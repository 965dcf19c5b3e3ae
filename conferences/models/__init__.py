"""The nouns of the app, one file each."""

from conferences.models.agenda import AgendaItem, Resolution
from conferences.models.attendance import Attendance
from conferences.models.body import Body, Seat
from conferences.models.case_conference import CaseConference
from conferences.models.case_measure import CaseMeasure
from conferences.models.case_minutes import CaseMinutes, MinutesCopy
from conferences.models.events import ConferenceEvent, MeetingEvent
from conferences.models.measure import Measure
from conferences.models.meeting import Meeting
from conferences.models.minutes import MeetingCopy, Minutes
from conferences.models.participant import Participant
from conferences.models.poll import PollAnswer, PollDate

__all__ = [
    "AgendaItem",
    "Attendance",
    "Body",
    "CaseConference",
    "CaseMeasure",
    "CaseMinutes",
    "ConferenceEvent",
    "Measure",
    "Meeting",
    "MeetingCopy",
    "MeetingEvent",
    "Minutes",
    "MinutesCopy",
    "Participant",
    "PollAnswer",
    "PollDate",
    "Resolution",
    "Seat",
]
