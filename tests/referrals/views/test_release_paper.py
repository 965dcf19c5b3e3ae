"""The paper says what will be recorded, and the record says what stood on the paper."""

import hashlib

import pytest

from core import clock
from referrals.models import Release
from referrals.release_wording import WORDINGS
from tests.referrals.cases import in_days


@pytest.fixture
def sender(case, visit):
    """The social worker who prints and records."""
    return visit(case.people.social_worker, case.people.clinic)


def _sheet(case, sender, **query):
    facility = str(case.people.provider.pk)
    page = sender.get("release-sheet", case.client.pk, facility=facility, **query)
    return page.content.decode()


def test_the_sheet_speaks_of_both_directions_on_request(case, sender):
    assert "miteinander sprechen</dt>" in _sheet(case, sender, mutual="1")
    assert "miteinander sprechen</dt>" not in _sheet(case, sender)
    assert "Auskunft gibt</dt>" in _sheet(case, sender)


def test_nothing_is_ticked_before_the_person_ticks_it(case, sender):
    page = _sheet(case, sender, categories="medication")

    assert "vorgesehen" in page
    assert page.count('<span class="tick-box" aria-hidden="true"></span>') == page.count("tick-box")


@pytest.mark.parametrize("version", WORDINGS)
def test_the_version_on_the_paper_is_kept_with_its_hash(case, sender, version):
    response = sender.post(
        "release",
        case.client.pk,
        facility=str(case.people.provider.pk),
        categories=["identity", "contact"],
        valid_from=clock.today().isoformat(),
        valid_until=in_days(90).isoformat(),
        form="written",
        signed_by="client",
        wording_version=version,
    )

    assert response.status_code == 302, response.content.decode()
    row = Release.objects.get()
    assert row.wording_version == version
    assert row.wording_hash == hashlib.sha256(WORDINGS[version].encode()).hexdigest()
