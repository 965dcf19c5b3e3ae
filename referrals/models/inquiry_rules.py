"""What the database holds true about an inquiry, whatever the code says."""

from django.db.models import BaseConstraint, CheckConstraint, Index, Q, UniqueConstraint

from referrals.reasons import Decline, Expiry, Fail, Withdraw
from referrals.workflow import FINAL, OPEN, TAKEN, State

OPEN_STATES = sorted(OPEN)
FINAL_STATES = sorted(FINAL)
TAKEN_STATES = sorted(TAKEN)


def _when(*states: str, then: Q) -> Q:
    """In these states ``then`` holds."""
    return ~Q(state__in=sorted(states)) | then


def _filled(*fields: str) -> Q:
    filled = Q()
    for field in fields:
        filled &= Q(**{f"{field}__isnull": False})
    return filled


_REASONED = {
    State.DECLINED: Decline,
    State.WITHDRAWN: Withdraw,
    State.EXPIRED: Expiry,
    State.FAILED: Fail,
}
_NAMED = ~Q(worker_name="") & ~Q(deputy_name="")

CONSTRAINTS: list[BaseConstraint] = [
    CheckConstraint(name="referrals_inquiry_known_state", condition=Q(state__in=list(State))),
    CheckConstraint(
        name="referrals_open_has_owner",
        condition=_when(
            *OPEN_STATES,
            then=Q(due_side__in=["sender", "receiver"], due_at__isnull=False, ended_at=None),
        ),
    ),
    CheckConstraint(
        name="referrals_final_has_end",
        condition=_when(
            *FINAL_STATES,
            then=Q(
                due_side="",
                due_at=None,
                remind_at=None,
                lead_remind_at=None,
                expires_at=None,
                ended_at__isnull=False,
            ),
        ),
    ),
    CheckConstraint(
        name="referrals_sent_has_agreement",
        condition=Q(sent_at=None)
        | (Q(agreed_on__isnull=False) & ~Q(agreed_form="") & ~Q(state="draft")),
    ),
    CheckConstraint(
        name="referrals_draft_was_not_sent",
        condition=_when(
            *(
                set(State)
                - {State.DRAFT, State.WITHDRAWN, State.SUPERSEDED, State.ENTERED_IN_ERROR}
            ),
            then=_filled("sent_at"),
        ),
    ),
    CheckConstraint(
        name="referrals_review_has_person",
        condition=_when(State.IN_REVIEW, then=_filled("claimed_at")),
    ),
    CheckConstraint(
        name="referrals_query_keeps_clock",
        condition=Q(state=State.QUERY, paused_with__isnull=False)
        | (~Q(state=State.QUERY) & Q(paused_with=None)),
    ),
    CheckConstraint(
        name="referrals_waitlist_has_dates",
        condition=_when(State.WAITLISTED, then=_filled("expected_on", "news_on")),
    ),
    CheckConstraint(
        name="referrals_offer_is_whole",
        condition=_when(
            State.OFFERED, then=_filled("start_on", "valid_until") & _NAMED & ~Q(binding="")
        ),
    ),
    CheckConstraint(
        name="referrals_meeting_has_day",
        condition=_when(
            State.INTRODUCED, then=_filled("meeting_on", "release") & Q(identity_open=True)
        ),
    ),
    CheckConstraint(
        name="referrals_confirmed_is_chosen",
        condition=_when(
            *TAKEN_STATES,
            then=_filled("confirmed_at", "chosen_on", "release") & _NAMED & Q(identity_open=True),
        ),
    ),
    CheckConstraint(
        name="referrals_arrived_has_contact",
        condition=Q(
            state__in=[State.ARRIVED, State.COMPLETED],
            contact_on__isnull=False,
            arrived_at__isnull=False,
        )
        | ~Q(state__in=[State.ARRIVED, State.COMPLETED]),
    ),
    CheckConstraint(
        name="referrals_completed_has_outcome",
        condition=_when(State.COMPLETED, then=~Q(outcome="")),
    ),
    *(
        CheckConstraint(
            name=f"referrals_{state.value}_has_reason",
            condition=_when(state, then=Q(reason__in=list(codes))),
        )
        for state, codes in _REASONED.items()
    ),
    CheckConstraint(
        name="referrals_identity_opened_when",
        condition=Q(identity_open=False)
        | (Q(identity_opened_at__isnull=False) & Q(release__isnull=False)),
    ),
    CheckConstraint(
        name="referrals_identity_closed_at_end",
        condition=_when(*(FINAL - {State.COMPLETED}), then=Q(identity_open=False)),
    ),
    UniqueConstraint(
        name="referrals_one_taken_inquiry",
        fields=["referral"],
        condition=Q(state__in=TAKEN_STATES),
    ),
    UniqueConstraint(
        name="referrals_one_live_inquiry",
        fields=["client", "service"],
        condition=Q(state__in=OPEN_STATES),
    ),
]

INDEXES = [
    Index(
        name="referrals_inbox",
        fields=["receiver_facility", "due_side", "due_at", "id"],
        condition=Q(due_side__in=["receiver", "sender"], sent_at__isnull=False),
    ),
    Index(
        name="referrals_outbox",
        fields=["sender_facility", "due_side", "due_at", "id"],
        condition=Q(due_side__in=["receiver", "sender"]),
    ),
    Index(
        name="referrals_received_ended",
        fields=["receiver_facility", "-sent_at", "-id"],
        condition=Q(sent_at__isnull=False, state__in=FINAL_STATES),
    ),
    Index(
        name="referrals_telephone",
        fields=["receiver_facility", "ended_at", "id"],
        condition=Q(state=State.WITHDRAWN, reason=Withdraw.DIED),
    ),
    Index(name="referrals_remind", fields=["remind_at"], condition=Q(remind_at__isnull=False)),
    Index(
        name="referrals_lead_remind",
        fields=["lead_remind_at"],
        condition=Q(lead_remind_at__isnull=False),
    ),
    Index(name="referrals_due", fields=["due_at"], condition=Q(due_at__isnull=False)),
    Index(name="referrals_expire", fields=["expires_at"], condition=Q(expires_at__isnull=False)),
]
