"""Addresses of the conferences app; the table lies with its client for reading."""

from tests.matrix.row import Row, row

STRANGERS = {"other_social_worker": 404, "intake_lead": 404, "other_intake": 404}
NO_TABLE = dict.fromkeys(
    ("no_role", "night_doctor", "committee_member", "org_admin", "data_protection"), 403
)


def case(method: str, about: str, owner: int, guest: int, coordination: int, **more: bool) -> Row:
    """The owner's people, a guest at the table, its coordination, and nobody else."""
    return row(
        method,
        about,
        everybody=403,
        anonymous=302,
        social_worker=owner,
        clinic_lead=owner,
        intake=guest,
        coordinator=coordination,
        **STRANGERS,
        **more,
    )


def office(method: str, about: str, status: int) -> Row:
    """The committee's office alone."""
    return row(method, about, everybody=403, anonymous=302, coordinator=status)


ROWS: dict[str, Row] = {
    "conferences:conferences": row("get", everybody=200, anonymous=302, **NO_TABLE),
    "conferences:proposal": row("get", everybody=200, anonymous=302, **NO_TABLE),
    "conferences:propose": row("post", everybody=422, anonymous=302, **NO_TABLE),
    "conferences:conference": case("get", "table", 200, 200, 200, case_page=True),
    "conferences:edit-form": case("get", "table", 409, 409, 409),
    "conferences:edit": case("post", "table", 409, 409, 409),
    "conferences:step": case("post", "table-step", 302, 403, 302),
    "conferences:professional-form": case("get", "table", 409, 409, 409),
    "conferences:add-professional": case("post", "table", 409, 409, 409),
    "conferences:guest-form": case("get", "table", 409, 409, 409),
    "conferences:add-guest": case("post", "table", 409, 409, 409),
    "conferences:approval-form": case("get", "table-seat", 409, 409, 409),
    "conferences:approve": case("post", "table-seat", 409, 409, 409),
    "conferences:remove": case("post", "table-seat", 409, 409, 409),
    "conferences:answer": case("post", "table", 409, 409, 409),
    "conferences:date-form": case("get", "table", 409, 409, 409),
    "conferences:fix-date": case("post", "table", 409, 409, 409),
    "conferences:poll-form": case("get", "table", 409, 409, 409),
    "conferences:poll": case("post", "table", 409, 409, 409),
    "conferences:answer-poll": case("post", "table", 409, 409, 409),
    "conferences:minutes-form": case("get", "table", 409, 409, 409),
    "conferences:save-minutes": case("post", "table", 409, 409, 409),
    "conferences:release-form": case("get", "table", 200, 403, 200),
    "conferences:release": case("post", "table", 422, 403, 422),
    "conferences:settle": case("post", "table-agreement", 404, 404, 404),
    "conferences:copy": case("get", "table-copy", 409, 404, 404),
    "conferences:public-minutes": row("get", everybody=200),
    "conferences:public-file": row("get", "published-meeting", everybody=200),
    "conferences:bodies": row("get", everybody=200, anonymous=302),
    "conferences:body": row("get", "body", everybody=200, anonymous=302),
    "conferences:settle-measure": office("post", "body-measure", 404),
    "conferences:meeting-form": office("get", "body", 200),
    "conferences:convene": office("post", "body", 422),
    "conferences:meeting": row("get", "meeting", everybody=200, anonymous=302),
    "conferences:meeting-step": office("post", "meeting-step", 409),
    "conferences:meeting-date-form": office("get", "meeting", 409),
    "conferences:reschedule": office("post", "meeting", 409),
    "conferences:item-form": office("get", "meeting", 200),
    "conferences:add-item": office("post", "meeting", 422),
    "conferences:propose-form": row("get", "meeting", everybody=409, anonymous=302),
    "conferences:propose-item": row("post", "meeting", everybody=409, anonymous=302),
    "conferences:list-item": office("post", "meeting-item", 404),
    "conferences:turn-down": office("post", "meeting-item", 404),
    "conferences:result-form": office("get", "meeting-item", 200),
    "conferences:write-result": office("post", "meeting-item", 422),
    "conferences:resolution-form": office("get", "meeting-item", 200),
    "conferences:resolve": office("post", "meeting-item", 422),
    "conferences:attendance-form": office("get", "meeting", 200),
    "conferences:attend": office("post", "meeting", 302),
    "conferences:measure-form": office("get", "meeting", 200),
    "conferences:agree": office("post", "meeting", 422),
    "conferences:meeting-copy": row(
        "get", "meeting-copy", everybody=404, anonymous=302, coordinator=409, committee_member=409
    ),
}
