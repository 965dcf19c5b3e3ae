"""From frozen minutes to PDF bytes; the content is what was hashed, nothing else is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from conferences.public_version import public_version
from conferences.vocabulary import (
    ConferenceKind,
    MeasureState,
    Outcome,
    ParticipantKind,
    Presence,
    ReviewEnd,
    Role,
)
from core import moments, pdf

SECTION_HEADINGS = {
    "client_view": lazy("Sicht der Person"),
    "relatives_view": lazy("Sicht der An- und Zugehörigen"),
    "professionals_view": lazy("Sicht der Fachkräfte"),
    "goals": lazy("Ziele"),
    "crisis_arrangement": lazy("Krisenverabredung"),
    "dissent": lazy("Dissens und Offenes"),
}
Content = Mapping[str, Any]


def case_minutes_pdf(content: Content, *, recipient: str) -> bytes:
    """The confidential minutes of a case conference for one facility."""
    title = _("Protokoll einer Konferenz")
    return pdf.render("pdf/minutes_conference.html", case_sheet(content, recipient), title=title)


def case_sheet(content: Content, recipient: str) -> dict[str, Any]:
    """The words of the sheet, also used by the page that shows the released minutes."""
    kind = ConferenceKind(content["kind"]).label
    return {
        "issuer": {"name": content["owner"], "subtitle": "", "lines": [content["reference"]]},
        "subject": f"{kind} {content['reference']}",
        "stand": _("Fassung %(edition)s · Stand %(day)s")
        % {"edition": content["edition"], "day": _day(content["released_on"])},
        "confidential": True,
        "recipient": recipient,
        "person": content["person"],
        "held": _held(content["held"]),
        "roles": _roles(content["attendance"]),
        "review": _review(content),
        "core_question": content["core_question"],
        "sections": [_section(section) for section in content["sections"] if _is_said(section)],
        "measures": [_measure(measure) for measure in content["measures"]],
        "attendance": [_attended(row) for row in content["attendance"]],
        "next_review": _day(content["next_review_on"]),
    }


def meeting_minutes_pdf(content: Content, *, is_public: bool) -> bytes:
    """The minutes of a committee; the public version names seats and leaves internal items out."""
    title = _("Protokoll %(body)s, %(number)s. Sitzung %(year)s") % content
    sheet = meeting_sheet(content, is_public=is_public)
    return pdf.render("pdf/minutes_meeting.html", sheet, title=title)


def meeting_sheet(content: Content, *, is_public: bool) -> dict[str, Any]:
    """The words of the sheet."""
    if is_public:
        content = public_version(content)
    version = _("Öffentliche Fassung") if is_public else _("Fassung")
    return {
        **_meeting_head(content),
        "stand": f"{version} {content['edition']} · Stand {_day(content['approved_on'])}",
        "public": is_public,
        "chair": content["chair"],
        "keeper": content["keeper"],
        "quorum": _quorum(content["quorum"]),
        "items": [_item(item) for item in content["items"]],
        "measures": [_measure(row) for row in content["measures"]],
        "attendance": [_sat(row) for row in content["attendance"]],
        "next_meeting": _moment(content["next_meeting"]),
    }


def _meeting_head(content: Content) -> dict[str, Any]:
    starts_at = datetime.fromisoformat(content["starts_at"])
    ends_at = datetime.fromisoformat(content["ends_at"])
    times = {"start": f"{starts_at:%H:%M}", "end": f"{ends_at:%H:%M}"}
    return {
        "issuer": {
            "name": content["body"],
            "subtitle": content["subtitle"],
            "lines": content["letterhead"],
        },
        "subject": _("%(number)s. Sitzung %(year)s") % content + f", {moments.day(starts_at)}",
        "meeting": {
            "place": content["place"],
            "times": _("%(start)s bis %(end)s Uhr") % times,
        },
    }


def _day(text: str) -> str:
    return f"{date.fromisoformat(text[:10]):%d.%m.%Y}" if text else ""


def _moment(text: str) -> str:
    return moments.moment(datetime.fromisoformat(text)) if text else ""


def _held(held: list[str]) -> str:
    starts_at, ends_at, place = held
    if not starts_at:
        return place
    when = moments.span(datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at))
    return ", ".join(filter(None, [when, place]))


def _roles(people: list[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {"label": str(Role(row["role"]).label), "name": f"{row['name']}, {row['function']}"}
        for row in people
        if row["role"]
    ]


def _review(content: Content) -> str:
    if content["review_end"] == "":
        return ""
    words = str(ReviewEnd(content["review_end"]).label)
    handed = _day(content["delivered_on"])
    return _("%(words)s, vorgelegt am %(day)s") % {"words": words, "day": handed}


def _is_said(section: Mapping[str, Any]) -> bool:
    return bool(section["text"] or section.get("left_out"))


def _section(section: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "heading": SECTION_HEADINGS[section["key"]],
        "text": section["text"],
        "left_out": section.get("left_out", False),
    }


def _measure(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "number": row["number"],
        "what": row["what"],
        "who": row["who"],
        "due": _day(row["due_on"]) or _("ohne Frist"),
        "status": str(MeasureState(row["state"]).label),
    }


def _presence(row: Mapping[str, Any]) -> str:
    word = str(Presence(row["presence"]).label)
    return f"{word}, {row['note']}" if row["note"] else word


def _attended(row: Mapping[str, Any]) -> dict[str, str]:
    function = row["function"]
    if row["kind"] == ParticipantKind.CLIENT:
        function = str(ParticipantKind.CLIENT.label)
    return {"name": row["name"], "function": function, "presence": _presence(row)}


def _quorum(quorum: Mapping[str, Any]) -> str:
    words = _("beschlussfähig") if quorum["reached"] else _("nicht beschlussfähig")
    counts = _("%(there)s von %(seats)s stimmberechtigten Sitzen") % quorum
    return f"{counts}, {words}"


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "number": item["number"],
        "title": item["title"],
        "left_out": item.get("left_out", False),
        "text": item["text"],
        "resolutions": [_resolution(row) for row in item["resolutions"]],
        "carried": item["carried"],
    }


def _resolution(row: Mapping[str, Any]) -> dict[str, Any]:
    yes, no, abstentions = row["votes"]
    return {
        "number": row["number"],
        "text": row["text"],
        "yes": yes,
        "no": no,
        "abstentions": abstentions,
        "outcome": str(Outcome(row["outcome"]).label),
        "owner": row["owner"],
        "due": _day(row["due_on"]),
    }


def _sat(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "name": row["name"] or _("nicht besetzt"),
        "seat": row["seat"],
        "vote": _("ja") if row["has_vote"] else _("nein"),
        "presence": _presence(row),
    }
