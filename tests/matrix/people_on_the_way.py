"""Objects of the referrals app that addresses of the matrix are about."""

from collections.abc import Callable
from typing import Any

from core import clock
from referrals import services
from referrals.models import Referral
from tests.people import People
from tests.referrals.cases import make_case, offer, release_for, send


def _person(people: People) -> dict[str, Any]:
    return {"pk": make_case(people).client.pk}


def _stay(people: People) -> dict[str, Any]:
    case = make_case(people)
    return {"pk": case.client.pk, "stay": case.stay.pk, "word": "entlassen"}


def _consent(people: People) -> dict[str, Any]:
    case = make_case(people)
    return {"pk": case.client.pk, "consent": case.referral.basis_id}


def _release(people: People) -> dict[str, Any]:
    case = make_case(people)
    return {"pk": case.client.pk, "release": release_for(case).pk}


def _referral(people: People) -> dict[str, Any]:
    return {"pk": make_case(people).referral.pk}


def _escalated(people: People) -> dict[str, Any]:
    case = make_case(people)
    changes = {"escalated_to": people.office, "escalated_at": clock.now()}
    Referral.objects.filter(pk=case.referral.pk).update(**changes)
    return {"pk": case.referral.pk}


def _section(people: People) -> dict[str, Any]:
    return {**_referral(people), "category": "discharge_plan"}


def _inquiry(people: People) -> dict[str, Any]:
    case = make_case(people)
    return {"pk": send(case, case.a).pk}


def _step(people: People) -> dict[str, Any]:
    return {**_inquiry(people), "word": "uebernehmen"}


def _sent_inquiry(people: People) -> dict[str, Any]:
    case = make_case(people)
    return {"referral": case.referral.pk, "pk": send(case, case.a).pk}


def _sent_step(people: People) -> dict[str, Any]:
    return {**_sent_inquiry(people), "word": "zurueckziehen"}


def _open_inquiry(people: People) -> dict[str, Any]:
    case = make_case(people)
    release_for(case)
    offered = offer(case, send(case, case.a))
    confirmed = services.confirm(inquiry=offered, by=case.sender)
    return {"referral": case.referral.pk, "pk": confirmed.pk}


MAKERS: dict[str, Callable[[People], dict[str, Any]]] = {
    "person": _person,
    "stay": _stay,
    "consent": _consent,
    "release": _release,
    "referral": _referral,
    "escalated referral": _escalated,
    "section": _section,
    "inquiry": _inquiry,
    "step": _step,
    "sent inquiry": _sent_inquiry,
    "sent step": _sent_step,
    "open inquiry": _open_inquiry,
}
