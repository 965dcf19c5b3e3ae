"""Pages of referrals as people open them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from core.models import User
from network.models import Facility
from tests.referrals.cases import make_case


@dataclass
class Visitor:
    """Somebody signed in who opens pages and sends forms as the browser would."""

    client: Client
    person: User
    facility: Facility

    def get(self, name: str, *args: Any, **query: str) -> Any:
        """A page by the name of its address."""
        return self.client.get(reverse(f"referrals:{name}", args=args), query)

    def post(self, name: str, *args: Any, **fields: Any) -> Any:
        """A form, with receipt and acting facility."""
        fields = {"receipt": str(uuid4()), "acting": str(self.facility.pk), **fields}
        return self.client.post(reverse(f"referrals:{name}", args=args), fields)


@pytest.fixture
def visit() -> Callable[[User, Facility], Visitor]:
    """Sign somebody in on a browser of their own."""

    def enter(person: User, facility: Facility) -> Visitor:
        client = Client()
        client.force_login(person)
        session = client.session
        session["acting"] = str(facility.pk)
        session.save()
        return Visitor(client, person, facility)

    return enter


@pytest.fixture
def case(people):
    """A whole case of the clinic: person, stay, consent and referral; three services."""
    return make_case(people)
