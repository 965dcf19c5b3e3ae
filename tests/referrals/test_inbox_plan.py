"""The inbox at 20,000 inquiries: one range of one index, whatever the table holds."""

import uuid

import pytest
from django.db import connection

from referrals.models import Inquiry
from referrals.models.inquiry import Owner
from referrals.workflow import State
from tests.referrals.cases import bring

FEW, MANY = 2_000, 20_000


def fill(inquiry, rows):
    """Copies of one inquiry, one in fifty for the same facility, the rest for another.

    Due times are scattered over the table, as they are in life, at every size alike.
    """
    table = Inquiry._meta.db_table
    columns = [field.column for field in Inquiry._meta.concrete_fields]
    values = {column: column for column in columns} | {
        "id": "gen_random_uuid()",
        "reference": "'T' || n || '-' || %(run)s",
        "receiver_facility_id": "CASE WHEN n %% 50 = 0 THEN receiver_facility_id"
        " ELSE sender_facility_id END",
        "due_at": "due_at + (n * 7919 %% 20011) * interval '1 second'",
    }
    copied = ", ".join(values[column] for column in columns)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS referrals_one_live_inquiry")
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {copied}"  # noqa: S608 - own names
            f" FROM {table}, generate_series(1, %(rows)s) n WHERE id = %(id)s",
            {"rows": rows, "id": inquiry.pk, "run": uuid.uuid4().hex[:3]},
        )
        cursor.execute(f"ANALYZE {table}")


def plan_of(rows):
    """The nodes of the executed plan and the shared buffers that it touched."""
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", values)
        (plan,) = cursor.fetchone()
    top = plan[0]["Plan"]
    return list(nodes(top)), top["Shared Hit Blocks"] + top["Shared Read Blocks"]


def nodes(plan):
    """A plan and everything below it."""
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


@pytest.mark.parametrize("side", [Owner.RECEIVER, Owner.SENDER])
def test_the_inbox_is_one_range_of_an_index(case, side):
    state = State.REQUESTED if side == Owner.RECEIVER else State.OFFERED
    inquiry = bring(case, state)
    reader = Inquiry.objects.received_by if side == Owner.RECEIVER else Inquiry.objects.sent_by
    actor = case.receiver if side == Owner.RECEIVER else case.sender
    page = reader(actor).waiting_for(side)[:26]

    fill(inquiry, FEW)
    _nodes, few = plan_of(page)
    fill(inquiry, MANY - FEW)
    plan, many = plan_of(page)

    used = {node["Node Type"] for node in plan}
    index = "referrals_inbox" if side == Owner.RECEIVER else "referrals_outbox"
    assert not used & {"Seq Scan", "Sort", "Incremental Sort", "Bitmap Heap Scan"}
    assert {node.get("Index Name") for node in plan} - {None} == {index}
    assert many <= 1.5 * few + 3
