"""A table with secrets and a committee, for the addresses of the conferences app."""

from typing import Any

from conferences.services import approving, recording, releasing, scheduling, sitting
from core import files
from tests.conferences import tables
from tests.people import People


def _presented(people: People) -> tables.Table:
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    scheduling.invite(conference=table.now(), by=table.owner)
    tables.hold(table)
    tables.write(table)
    recording.present(conference=table.now(), by=table.owner)
    return table


def _table(people: People, **more: Any) -> dict[str, Any]:
    return {"pk": _presented(people).conference.pk, **more}


def _step(people: People) -> dict[str, Any]:
    return _table(people, step="correct")


def _seat(people: People) -> dict[str, Any]:
    table = _presented(people)
    return {"pk": table.conference.pk, "person": table.seat("facilitation").pk}


def _agreement(people: People) -> dict[str, Any]:
    table = _presented(people)
    return {"pk": table.conference.pk, "measure": table.now().measures.get().pk}


def _copy(people: People) -> dict[str, Any]:
    table = _presented(people)
    edition = releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    return {"pk": table.conference.pk, "copy": edition.copies.get(facility=people.clinic).pk}


def _body(people: People) -> dict[str, Any]:
    return {"slug": tables.make_committee(people).body.slug}


def _sitting(people: People) -> tables.Committee:
    return tables.sit(tables.make_committee(people))


def _meeting(people: People, **more: Any) -> dict[str, Any]:
    committee = _sitting(people)
    return {"slug": committee.body.slug, "pk": committee.meeting.pk, **more}


def _meeting_step(people: People) -> dict[str, Any]:
    return _meeting(people, step="postpone")


def _item(people: People) -> dict[str, Any]:
    committee = _sitting(people)
    item = committee.now().items.get(number=1)
    return {"slug": committee.body.slug, "pk": committee.meeting.pk, "item": item.pk}


def _measure(people: People) -> dict[str, Any]:
    committee = _sitting(people)
    measure = sitting.agree(meeting=committee.now(), what="x", who="y", by=committee.office)
    return {"slug": committee.body.slug, "measure": measure.pk}


def _meeting_copy(people: People) -> dict[str, Any]:
    committee = _sitting(people)
    sitting.take(meeting=committee.now(), step="write", by=committee.office)
    edition = approving.approve(meeting=committee.now(), by=committee.office)
    copy = edition.copies.get(is_public=False)
    return {"slug": committee.body.slug, "pk": committee.meeting.pk, "copy": copy.pk}


def _published_meeting(people: People) -> dict[str, Any]:
    committee = _sitting(people)
    sitting.take(meeting=committee.now(), step="write", by=committee.office)
    edition = approving.approve(meeting=committee.now(), by=committee.office)
    sitting.take(meeting=committee.now(), step="publish", by=committee.office)
    copy = edition.copies.get(is_public=True)
    copy.pdf = files.store(
        b"%PDF-1.7",
        content_type="application/pdf",
        name="protokoll.pdf",
        data_key=committee.body.data_key,
        by=committee.office,
    )
    copy.save()
    return {"pk": committee.meeting.pk}


MAKERS = {
    "table": _table,
    "table-step": _step,
    "table-seat": _seat,
    "table-agreement": _agreement,
    "table-copy": _copy,
    "body": _body,
    "meeting": _meeting,
    "meeting-step": _meeting_step,
    "meeting-item": _item,
    "body-measure": _measure,
    "meeting-copy": _meeting_copy,
    "published-meeting": _published_meeting,
}
