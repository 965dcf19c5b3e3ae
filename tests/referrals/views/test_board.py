"""The discharge board counts all of the page's filter and speaks of one referral a line."""

import pytest

from referrals import services
from referrals.workflow import State
from tests.referrals.cases import bring, identity, in_days, open_another, today


@pytest.fixture
def board(case, visit):
    """The board as the social worker opens it."""
    return lambda **query: visit(case.people.social_worker, case.people.clinic).get(
        "discharges", **query
    )


def test_the_head_counts_every_page(case, board):
    bring(case, State.CONFIRMED)
    for number in range(27):
        client = services.create_client(
            identity=identity(last_name=f"Prüfstein {number}"), by=case.sender
        )
        services.log_stay(
            client=client, admitted_on=today(), planned_discharge_on=in_days(5), by=case.sender
        )

    first = board()
    second = board(nach=first.context["next_cursor"])

    for seen in (first, second):
        assert (seen.context["total"], seen.context["connected"]) == (28, 1)
    assert board(zeige="ohne-zusage").context["total"] == 27


def test_a_line_says_how_the_referral_stands_that_it_leads_to(case, board):
    bring(case, State.CONFIRMED)
    second = open_another(case, needs=["work"])

    row = board().context["days"][0]["rows"][0]

    assert row["url"].endswith(f"/ueberleitungen/{second.pk}/")
    assert (row["state"], row["word"]) == ("open", "noch keine Anfrage")
    assert row["text"] == "Zurzeit wird niemand gefragt"
