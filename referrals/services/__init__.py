"""The only writers of the app, one file per part of the story."""

from referrals.engine.asking import AlreadyAsked, is_asked
from referrals.engine.need import Callback, Wanted
from referrals.engine.staff import Worker
from referrals.services.announcements import Agreement, announce_crisis, ask_for_contact
from referrals.services.answers import (
    ask,
    claim,
    decline,
    extend,
    news,
    offer,
    reassign,
    retract,
    take_back,
    waitlist,
)
from referrals.services.arrivals import (
    attempt,
    cancel,
    complete,
    contact,
    fail,
    miss,
    reschedule,
    schedule,
    undo_contact,
)
from referrals.services.choices import (
    amend,
    answer,
    confirm,
    forward,
    introduce,
    reopen,
    withdraw,
)
from referrals.services.clients import Identity, change_client, create_client, record_death
from referrals.services.consents import record_consent, withdraw_consent
from referrals.services.corrections import expire, mark_by_reference, mark_error, revive
from referrals.services.drafts import discard, draft, send, send_all
from referrals.services.endings import end_at_closed_service
from referrals.services.referrals import (
    attach_document,
    change_referral,
    close_referral,
    open_referral,
    record_escalation_consent,
    set_basis,
    write_section,
)
from referrals.services.releases import record_release, withdraw_release
from referrals.services.stays import (
    cancel_discharge,
    log_stay,
    plan_discharge,
    record_discharge,
    reopen_stay,
    settle_stay,
)

__all__ = [
    "Agreement",
    "announce_crisis",
    "ask_for_contact",
    "AlreadyAsked",
    "Callback",
    "Identity",
    "Wanted",
    "Worker",
    "amend",
    "answer",
    "ask",
    "attach_document",
    "attempt",
    "cancel",
    "cancel_discharge",
    "change_client",
    "change_referral",
    "claim",
    "close_referral",
    "complete",
    "confirm",
    "contact",
    "create_client",
    "decline",
    "discard",
    "draft",
    "end_at_closed_service",
    "expire",
    "extend",
    "fail",
    "forward",
    "introduce",
    "is_asked",
    "log_stay",
    "mark_by_reference",
    "mark_error",
    "miss",
    "news",
    "offer",
    "open_referral",
    "plan_discharge",
    "reassign",
    "record_consent",
    "record_death",
    "record_discharge",
    "record_escalation_consent",
    "record_release",
    "reopen",
    "reopen_stay",
    "reschedule",
    "retract",
    "revive",
    "schedule",
    "send",
    "send_all",
    "set_basis",
    "settle_stay",
    "take_back",
    "undo_contact",
    "waitlist",
    "withdraw",
    "withdraw_consent",
    "withdraw_release",
    "write_section",
]
