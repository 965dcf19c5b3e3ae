"""Every mail about a conference or a meeting, with its calendar file."""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from conferences.models import CaseConference, Meeting
from core import calendar_files, mail, moments
from core.calendar_files import Method

mail.register(
    "conferences.invitation",
    subject=lazy("Termin im GPV-Portal"),
    body=lazy("Im Portal wartet eine Einladung zu einem Termin auf Sie."),
)
mail.register(
    "conferences.cancellation",
    subject=lazy("Ein Termin im GPV-Portal entfällt"),
    body=lazy("Ein Termin aus dem Portal findet nicht wie geplant statt. Näheres im Portal."),
)
mail.register(
    "conferences.poll",
    subject=lazy("Terminvorschläge im GPV-Portal"),
    body=lazy("Im Portal warten Terminvorschläge auf Ihre Antwort."),
)


def send_case(
    conference: CaseConference,
    to: str,
    *,
    has_account: bool,
    method: Method,
    stamped_at: datetime,
) -> None:
    """Tell one person when; the words are the same for every case, the link needs an account."""
    when = conference.when()
    if when is None:
        return
    calendar = calendar_files.case_event(
        method=method,
        uid=conference.pk,
        sequence=conference.calendar_sequence,
        stamped_at=stamped_at,
        starts_at=when[0],
        ends_at=when[1],
        organizer=_sender(),
        attendee=to,
    )
    if has_account:
        kind = "invitation" if method is Method.REQUEST else "cancellation"
        path = reverse("conferences:conference", kwargs={"pk": conference.pk})
        mail.send(f"conferences.{kind}", to, path=path, calendar=calendar, method=method)
        return
    subject, text = _without_account(when[0], method)
    mail.deliver(subject=subject, text=text, to=to, calendar=calendar, method=method)


def send_poll(conference: CaseConference, to: str) -> None:
    """Say that proposed dates wait for an answer; the dates stand in the portal alone."""
    path = reverse("conferences:conference", kwargs={"pk": conference.pk})
    mail.send("conferences.poll", to, path=path)


def _without_account(starts_at: datetime, method: Method) -> tuple[str, str]:
    """For whom the portal has no page: the moment, and nothing about whom, where or why."""
    when = {"when": moments.moment(starts_at)}
    if method is Method.CANCEL:
        return _("Ein Termin entfällt"), _(
            "Der Termin am %(when)s findet nicht statt. Näheres sagt Ihnen, wer Sie eingeladen hat."
        ) % when
    return _("Einladung zu einem Termin"), _(
        "Sie sind zu einem Termin eingeladen: %(when)s. Den Ort und alles Weitere sagt Ihnen, "
        "wer Sie eingeladen hat. Dort sagen Sie auch ab, wenn Sie nicht kommen können."
    ) % when


def send_meeting(meeting: Meeting, to: str, *, method: Method, stamped_at: datetime) -> None:
    """Invite one seat to a committee, with place and agenda, or call the date off."""
    name = _("%(body)s, %(number)s. Sitzung %(year)s") % {
        "body": meeting.body.name,
        "number": meeting.number,
        "year": meeting.year,
    }
    text = _meeting_text(meeting, method)
    calendar = calendar_files.event(
        method=method,
        uid=meeting.pk,
        sequence=meeting.calendar_sequence,
        stamped_at=stamped_at,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        summary=name,
        organizer=_sender(),
        attendee=to,
        place=meeting.place,
        description=text,
    )
    lost = "" if method is Method.REQUEST else _("Findet nicht statt: ")
    mail.deliver(subject=lost + name, text=text, to=to, calendar=calendar, method=method)


def _sender() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _meeting_text(meeting: Meeting, method: Method) -> str:
    when = moments.moment(meeting.starts_at)
    path = reverse("conferences:meeting", kwargs={"slug": meeting.body.slug, "pk": meeting.pk})
    link = settings.GPV_SITE_ADDRESS + path
    if method is Method.CANCEL:
        return _("Die Sitzung am %(when)s findet nicht statt.") % {"when": when} + f"\n\n{link}"
    items = [
        f"{item.number}. {_('Interner Punkt') if item.is_internal else item.title}"
        for item in meeting.items.filter(number__isnull=False)
    ]
    return "\n".join([f"{when}, {meeting.place}", "", _("Tagesordnung"), *items, "", link])
