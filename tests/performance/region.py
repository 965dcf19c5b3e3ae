"""A clinic with thousands of referrals: templates made by services, copied in SQL, in no order."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from referrals.models import Client, Inquiry, Referral, Stay
from referrals.workflow import State
from tests.people import People
from tests.referrals.cases import Case, bring, make_case

STATES = (
    State.COMPLETED,
    State.DECLINED,
    State.WITHDRAWN,
    State.REQUESTED,
    State.QUERY,
    State.OFFERED,
    State.DRAFT,
)
A_CLIENTS_INQUIRIES = 6
"""Two referrals of each person, an old and a new one, with three inquiries each."""


@dataclass(frozen=True)
class Region:
    """The case that gives the facilities, and one template for each state."""

    case: Case
    templates: dict[State, Inquiry]


def make_region(people: People) -> Region:
    """One whole case in every state that the copies need."""
    cases = {state: make_case(people) for state in STATES}
    return Region(cases[State.DRAFT], {state: bring(case, state) for state, case in cases.items()})


def grow(region: Region, start: int, end: int) -> None:
    """Add the inquiries number ``start`` to ``end``; a tenth of all is open."""
    first, last = start // A_CLIENTS_INQUIRIES, end // A_CLIENTS_INQUIRIES
    _people(region.case, last - first)
    with connection.cursor() as cursor:
        for statement in (NUMBERED, STAYS, REFERRALS, INQUIRIES):
            cursor.execute(statement.format(**_names(region)))
        for model in (Client, Stay, Referral, Inquiry):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def _people(case: Case, number: int) -> None:
    """People with readable names; every number has a stay, referrals and inquiries to come."""
    clients = [
        Client(owner_facility=case.people.clinic, data_key=case.client.data_key)
        for _ in range(number)
    ]
    for nth, client in enumerate(clients):
        client.seal(last_name=f"Prüfstein {nth}", first_name="Jutta")
    Client.objects.bulk_create(clients, batch_size=2000)


def _names(region: Region) -> dict[str, str]:
    case = region.case
    services = (case.a, case.b, case.c)
    return {
        "stay": str(case.stay.pk),
        "referral": str(case.referral.pk),
        "services": _array(service.pk for service in services),
        "facilities": _array(service.facility_id for service in services),
        **{state.value: str(row.pk) for state, row in region.templates.items()},
    }


def _array(keys) -> str:
    return "ARRAY[" + ",".join(f"'{key}'" for key in keys) + "]::uuid[]"


NUMBERED = """
CREATE TEMPORARY TABLE IF NOT EXISTS grown AS
    SELECT NULL::uuid AS client, NULL::uuid AS stay, NULL::uuid AS referral, 0 AS nth, true AS old
    WHERE false;
TRUNCATE grown;
INSERT INTO grown
    SELECT c.id, gen_random_uuid(), gen_random_uuid(),
           dense_rank() OVER (ORDER BY c.created_at, c.id), old
    FROM referrals_client c, (VALUES (true), (false)) AS both_of_them(old)
    WHERE NOT EXISTS (SELECT FROM referrals_referral r WHERE r.client_id = c.id);
UPDATE grown SET stay = first.stay FROM grown first
    WHERE first.client = grown.client AND first.old AND NOT grown.old;
CREATE OR REPLACE TEMPORARY VIEW in_no_order AS SELECT * FROM grown ORDER BY md5(referral::text)
"""

# of ten people one is still there, one has left without Anschluss, the others are settled
STAYS = """
INSERT INTO referrals_stay
SELECT row.* FROM in_no_order AS grown, referrals_stay template,
LATERAL jsonb_populate_record(template,
    jsonb_build_object('id', grown.stay, 'client_id', grown.client,
        'planned_discharge_on', current_date + (nth % 3)::int - 2)
    || CASE WHEN nth % 10 < 1 THEN '{{}}'::jsonb ELSE jsonb_build_object(
        'discharged_on', current_date, 'discharge_kind', 'regular',
        'contact_due_at', now() + nth * interval '1 minute',
        'settled_at', CASE WHEN nth % 10 > 1 THEN now() END,
        'settled_reason', CASE WHEN nth % 10 > 1 THEN 'arrived' ELSE '' END) END
    ) AS row
WHERE template.id = '{stay}' AND grown.old
"""

REFERRALS = """
INSERT INTO referrals_referral
SELECT row.* FROM in_no_order AS grown, referrals_referral template,
LATERAL jsonb_populate_record(template,
    jsonb_build_object('id', grown.referral, 'client_id', grown.client,
        'stay_id', CASE WHEN NOT old THEN grown.stay END,
        'reference', substr(md5(grown.referral::text), 1, 12),
        'created_at', now() - (CASE WHEN old THEN 500 ELSE 0 END) * interval '1 day'
                      - nth * interval '1 minute')
    || CASE WHEN old OR nth % 10 > 1 THEN jsonb_build_object(
        'closed_at', now(), 'closed_reason', 'arrived', 'due_at', NULL)
       WHEN nth % 20 = 0 THEN jsonb_build_object('due_at', now() + nth * interval '1 minute')
       ELSE jsonb_build_object('due_at', NULL) END
    ) AS row
WHERE template.id = '{referral}'
"""

INQUIRIES = """
INSERT INTO referrals_inquiry
SELECT row.* FROM in_no_order AS grown, generate_series(1, 3) AS place,
LATERAL (SELECT (CASE
    WHEN old OR nth % 10 > 1 THEN
        (ARRAY['{completed}', '{declined}', '{withdrawn}'])[1 + (nth + place) % 3]
    ELSE (ARRAY['{requested}', '{query}', '{requested}', '{offered}'])[1 + (nth + place) % 4]
    END)::uuid AS id) AS chosen
JOIN referrals_inquiry template ON template.id = chosen.id,
LATERAL jsonb_populate_record(template, jsonb_build_object(
    'id', gen_random_uuid(), 'client_id', grown.client, 'referral_id', grown.referral,
    'reference', substr(md5(grown.referral::text || place), 1, 12),
    'service_id', ({services})[place], 'receiver_facility_id', ({facilities})[place],
    'due_at', template.due_at + nth * interval '1 minute',
    'sent_at', template.sent_at - (CASE WHEN old THEN 500 ELSE 0 END) * interval '1 day'
               - nth * interval '1 minute',
    'ended_at', template.ended_at - nth * interval '1 minute')) AS row
"""
