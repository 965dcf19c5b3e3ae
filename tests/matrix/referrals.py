"""Addresses of the referrals app."""

from tests.matrix.row import Row, row

SENDERS = {"anonymous": 302, "social_worker": 200, "clinic_lead": 200}
ELSEWHERE = {"other_social_worker": 404, "intake_lead": 404, "night_doctor": 404}
EVERY_SENDER = {"other_social_worker": 200, "intake_lead": 200, "night_doctor": 200}
RECEIVERS = {
    "anonymous": 302,
    "intake": 200,
    "intake_lead": 200,
    "clinic_lead": 404,
    "other_intake": 404,
}
EVERY_RECEIVER = {"clinic_lead": 200, "other_intake": 200}
DONE = {"social_worker": 302, "clinic_lead": 302}
ANSWERED = {"intake": 302, "intake_lead": 302}


def _list(**others: int) -> Row:
    return row("get", everybody=403, **{**SENDERS, **EVERY_SENDER, **others})


def _sent(about: str, method: str = "get", *, case_page: bool = False, **others: int) -> Row:
    statuses = {**SENDERS, **ELSEWHERE, **others}
    return row(method, about, everybody=403, case_page=case_page, **statuses)


def _received(about: str, method: str = "get", **others: int) -> Row:
    return row(method, about, everybody=403, case_page=method == "get", **{**RECEIVERS, **others})


def _night(method: str) -> Row:
    return row(method, everybody=403, anonymous=302, night_doctor=200)


ROWS: dict[str, Row] = {
    "referrals:discharges": _list(),
    "referrals:stay-new": _list(),
    "referrals:stay-log": row("post", everybody=403, **{**SENDERS, **EVERY_SENDER}),
    "referrals:person": _sent("person"),
    "referrals:person-change": _sent("person", "post"),
    "referrals:person-death": _sent("person", "post"),
    "referrals:stay-log-known": _sent("person", "post"),
    "referrals:stay-step": _sent("stay", "post"),
    "referrals:consent": _sent("person", "post"),
    "referrals:consent-withdraw": _sent("consent", "post", **DONE),
    "referrals:release": _sent("person", "post"),
    "referrals:release-new": _sent("person"),
    "referrals:release-withdraw": _sent("release", "post", **DONE),
    "referrals:release-sheet": _sent("person"),
    "referrals:referral-open": _sent("person", "post"),
    "referrals:referral-new": _sent("person"),
    "referrals:referrals": _list(),
    "referrals:crisis": _list(),
    "referrals:crisis-send": row("post", everybody=403, **{**SENDERS, **EVERY_SENDER}),
    "referrals:contact": _night("get"),
    "referrals:contact-send": _night("post"),
    "referrals:region": row("get", everybody=403, anonymous=302, coordinator=200),
    "referrals:region-case": row(
        "get",
        "escalated referral",
        everybody=403,
        case_page=True,
        anonymous=302,
        coordinator=200,
    ),
    "referrals:referral": _sent("referral", case_page=True),
    "referrals:referral-amend": _sent("referral", "post"),
    "referrals:referral-close": _sent("referral", "post"),
    "referrals:referral-basis": _sent("referral", "post", **DONE),
    "referrals:referral-section": _sent("section", "post", **DONE),
    "referrals:services": _sent("referral", case_page=True),
    "referrals:services-send": _sent("referral", "post"),
    "referrals:slip": _sent("referral"),
    "referrals:accesses": _sent("referral"),
    "referrals:sent-inquiry": _sent("sent inquiry", case_page=True),
    "referrals:sent-inquiry-sheet": _sent("sent inquiry", case_page=True),
    "referrals:handover-sheet": _sent("open inquiry", case_page=True),
    "referrals:sent-inquiry-forward": _sent("sent inquiry", "post", **DONE),
    "referrals:sent-inquiry-step": _sent("sent step", "post"),
    "referrals:mistakes": row("get", everybody=403, anonymous=302, data_protection=200),
    "referrals:mistake": row("post", everybody=403, anonymous=302, data_protection=200),
    "referrals:inquiries": row("get", everybody=403, **{**RECEIVERS, **EVERY_RECEIVER}),
    "referrals:inquiry": _received("inquiry"),
    "referrals:inquiry-sheet": _received("inquiry"),
    "referrals:inquiry-step": _received("step", "post", **ANSWERED),
}
