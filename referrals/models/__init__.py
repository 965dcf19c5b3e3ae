"""One file per noun."""

from referrals.models.appointment import Appointment, ContactAttempt
from referrals.models.client import Client
from referrals.models.consent import Consent
from referrals.models.handover import Document, HandoverSection
from referrals.models.inquiry import Inquiry
from referrals.models.inquiry_event import InquiryEvent
from referrals.models.question import Question
from referrals.models.referral import Referral
from referrals.models.release import Release, ReleaseParty
from referrals.models.stay import Stay

__all__ = [
    "Appointment",
    "Client",
    "Consent",
    "ContactAttempt",
    "Document",
    "HandoverSection",
    "Inquiry",
    "InquiryEvent",
    "Question",
    "Referral",
    "Release",
    "ReleaseParty",
    "Stay",
]
