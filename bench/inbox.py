"""The inbox page by page: the portal's reader and keyset against SQL written by hand."""

import os
import sys
from statistics import median
from time import perf_counter

import django

from gpv_portal.boot.testing import start_services_for_tests

os.environ["DJANGO_SETTINGS_MODULE"] = "gpv_portal.settings.test"
PAGES, ROUNDS, SIZE = 8, 60, 25

COPIES = """
CREATE TEMPORARY TABLE copies AS
    SELECT gen_random_uuid() AS client, gen_random_uuid() AS referral, gen_random_uuid() AS inquiry,
           nth FROM generate_series(1, {rows}) AS nth;
INSERT INTO referrals_client
    SELECT made.* FROM copies, referrals_client template, LATERAL jsonb_populate_record(template,
        jsonb_build_object('id', copies.client)) AS made WHERE template.id = '{client}';
INSERT INTO referrals_referral
    SELECT made.* FROM copies, referrals_referral template, LATERAL jsonb_populate_record(template,
        jsonb_build_object('id', copies.referral, 'client_id', copies.client, 'stay_id', NULL,
            'reference', substr(md5(copies.referral::text), 1, 12))) AS made
    WHERE template.id = '{referral}';
INSERT INTO referrals_inquiry
    SELECT made.* FROM copies, referrals_inquiry template, LATERAL jsonb_populate_record(template,
        jsonb_build_object('id', copies.inquiry, 'client_id', copies.client,
            'referral_id', copies.referral,
            'reference', substr(md5(copies.inquiry::text), 1, 12),
            'due_at', template.due_at + (nth % 5000) * interval '1 minute')) AS made
    WHERE template.id = '{inquiry}';
ANALYZE referrals_client; ANALYZE referrals_referral; ANALYZE referrals_inquiry;
"""
BY_HAND = """
SELECT i.id, i.due_at, i.reference, i.state, r.age_band, r.area_label, r.urgency, s.name, f.name
FROM referrals_inquiry i
JOIN referrals_referral r ON r.id = i.referral_id
JOIN network_service s ON s.id = i.service_id
JOIN network_facility f ON f.id = i.sender_facility_id
WHERE i.receiver_facility_id = %s AND i.due_side = 'receiver' AND i.sent_at IS NOT NULL
  AND (%s::timestamptz IS NULL OR (i.due_at, i.id) > (%s, %s))
ORDER BY i.due_at, i.id LIMIT 26
"""


def main(rows: int) -> None:
    start_services_for_tests()
    django.setup()
    from django.db import connection

    usual = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        actor = _grow(rows)
        ours, by_hand = _pages(_ours, actor), _pages(_by_hand, actor)
        if ours != by_hand:
            sys.exit("The answers differ; nothing was timed.")
        print(f"{rows} inquiries: {len(ours)} rows in {PAGES} pages, equal on both ways")
        _compare(actor)
    finally:
        connection.creation.destroy_test_db(usual, verbosity=0)


def _grow(rows):
    from django.db import connection, transaction

    from referrals.workflow import State
    from tests import people
    from tests.referrals.cases import bring, make_case

    who = people.make()
    case = make_case(who)
    inquiry = bring(case, State.REQUESTED)
    keys = {"client": inquiry.client_id, "referral": inquiry.referral_id, "inquiry": inquiry.pk}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COPIES.format(rows=rows, **keys))
    person = {who.provider: who.intake, who.other_provider: who.other_intake}
    return people.acting(person[inquiry.receiver_facility], inquiry.receiver_facility)


def _ours(actor, after):
    from core import keyset
    from referrals.models import Inquiry
    from referrals.models.inquiry import Owner

    rows = Inquiry.objects.received_by(actor).filter(due_side=Owner.RECEIVER)
    rows = rows.select_related("referral", "service", "sender_facility")
    page = keyset.page(rows, key=("due_at", "id"), after=after or "", size=SIZE)
    return [_line(row) for row in page.rows], page.next_cursor


def _line(row):
    about = (row.referral.age_band, row.referral.area_label, row.referral.urgency)
    names = (row.service.name, row.sender_facility.name)
    return (row.pk, row.due_at, row.reference, row.state, *about, *names)


def _by_hand(actor, after):
    from django.db import connection

    key, due_at = after or (None, None)
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, [actor.facility, due_at, due_at, key])
        found = cursor.fetchall()
    last = found[SIZE - 1] if len(found) > SIZE else None
    return found[:SIZE], last[:2] if last else None


def _pages(read, actor):
    found, after = [], None
    for _page in range(PAGES):
        rows, after = read(actor, after)
        found += rows
        if not after:
            break
    return found


def _compare(actor) -> None:
    times = {_ours: [], _by_hand: []}
    for _round in range(ROUNDS):
        for read in times:  # in turns, so that a busy machine is busy for both
            started = perf_counter()
            _pages(read, actor)
            times[read].append((perf_counter() - started) / PAGES)
    ours, by_hand = median(times[_ours]), median(times[_by_hand])
    print(f"portal   {ours * 1000:7.2f} ms a page, {_buffers(_ours, actor):5} buffers")
    print(f"by hand  {by_hand * 1000:7.2f} ms a page, {_buffers(_by_hand, actor):5} buffers")
    print(f"ratio    {ours / by_hand:7.2f}")


def _buffers(read, actor) -> int:
    """Shared buffers that the second page touches."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _rows, after = read(actor, None)
    with CaptureQueriesContext(connection) as captured:
        read(actor, after)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {captured[0]['sql']}")
        top = cursor.fetchone()[0][0]["Plan"]
    return int(top["Shared Hit Blocks"]) + int(top["Shared Read Blocks"])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
