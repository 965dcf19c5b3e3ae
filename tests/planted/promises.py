"""What the portal promises when two people press at once, or a process dies."""

from tests.planted.fault import AT_ONCE, ONCE, TEXTS, WITHDRAWN, Fault

SIBLINGS = "tests/referrals/test_races.py::test_of_two_siblings_confirmed_at_once_exactly_one_wins"
AT_THE_SAME_TIME = "tests/races/test_withdrawals.py"
OUTBOX = "tests/core/test_outbox.py"
BROKER = "tests/faults/test_worker_and_broker.py"
PRINTED = "tests/faults/test_minutes.py"
REQUESTS = "tests/core/test_requests.py"

FAULTS = [
    Fault(
        AT_ONCE,
        "a referral is not held while one of its inquiries is confirmed",
        "referrals/engine/steps.py",
        'rows = Referral.objects.select_for_update(of=("self",))',
        "rows = Referral.objects.all()",
        SIBLINGS,
    ),
    Fault(
        AT_ONCE,
        "the inquiry is held before its referral",
        "referrals/engine/steps.py",
        "    referral = locked_referral(Referral(pk=inquiry.referral_id))\n"
        "    row = _rows_to_lock().get(pk=inquiry.pk)\n",
        "    row = _rows_to_lock().get(pk=inquiry.pk)\n"
        "    referral = locked_referral(Referral(pk=inquiry.referral_id))\n",
        SIBLINGS,
    ),
    Fault(
        AT_ONCE,
        "two guests who write the same minutes wait for each other",
        "conferences/recording_form.py",
        "    locked(conference=conference, step=_step(conference), by=actor)\n",
        "",
        "tests/races/test_minutes.py",
    ),
    Fault(
        WITHDRAWN,
        "a release is not held while it is used",
        "core/database.py",
        '        cursor.execute(f"{sql} FOR SHARE", values)\n',
        "        cursor.execute(sql, values)\n",
        AT_THE_SAME_TIME,
    ),
    Fault(
        WITHDRAWN,
        "a page reads on while its release is withdrawn",
        "referrals/access.py",
        "        hold_releases(client.pk)\n",
        "",
        f"{AT_THE_SAME_TIME}::test_a_page_is_read_to_its_end_before_the_withdrawal_counts",
    ),
    Fault(
        WITHDRAWN,
        "a table is invited while its release is withdrawn",
        "conferences/services/stepping.py",
        '        list(releases.select_for_update(no_key=True).values_list("pk"))\n',
        '        list(releases.values_list("pk"))\n',
        f"{AT_THE_SAME_TIME}::test_nobody_is_invited_under_a_release_that_is_being_withdrawn",
    ),
    Fault(
        WITHDRAWN,
        "a table is read on while its release is withdrawn",
        "conferences/access.py",
        "        hold_releases(conference.client_id)\n",
        "        pass\n",
        f"{AT_THE_SAME_TIME}::test_minutes_are_fetched_before_the_withdrawal_or_not_at_all",
    ),
    Fault(
        WITHDRAWN,
        "an invitation goes out after the withdrawal",
        "conferences/tasks.py",
        "    if not covers[participant.pk].is_covered:\n",
        "    if False:\n",
        "tests/conferences/test_uncovered_invitations.py",
    ),
    Fault(
        WITHDRAWN,
        "a copy is made after the withdrawal",
        "conferences/tasks.py",
        "    if not categories <= granted(conference, copy.facility_id):\n",
        "    if False:\n",
        "tests/conferences/test_reading_minutes.py",
    ),
    Fault(
        WITHDRAWN,
        "a download does not ask again",
        "conferences/access.py",
        'if not {Category(word) for word in copy.categories.split(",")} <= categories:',
        "if False:",
        "tests/conferences/test_reading_minutes.py",
    ),
    Fault(
        WITHDRAWN,
        "a withdrawn consent restricts no table",
        "conferences/tasks.py",
        "            releasing.restrict(conference=conference, by=SCHEDULER)\n",
        "            pass\n",
        "tests/conferences/test_reading_minutes.py",
    ),
    Fault(
        ONCE,
        "a double click does the deed twice",
        "core/receipts.py",
        'if key is None or request.method != "POST"',
        'if True or request.method != "POST"',
        f"{REQUESTS}::test_a_double_click_does_the_deed_once",
    ),
    Fault(
        ONCE,
        "a message is worked again though done",
        "core/outbox.py",
        '.filter(pk=message_id, state__in=["pending", "published"])',
        ".filter(pk=message_id)",
        OUTBOX,
    ),
    Fault(
        ONCE,
        "half of a failed piece of work stays",
        "core/outbox.py",
        "            with transaction.atomic():\n                _work(message)\n",
        "            _work(message)\n",
        OUTBOX,
    ),
    Fault(
        ONCE,
        "what the broker lost is not published again",
        "core/outbox.py",
        '.filter(Q(state="pending") | late)',
        '.filter(Q(state="pending"))',
        f"{PRINTED} {BROKER}",
    ),
    Fault(
        ONCE,
        "minutes are printed again though they are there",
        "conferences/tasks.py",
        "    if copy.pdf_id is not None:\n        return\n    conference",
        "    conference",
        PRINTED,
    ),
    Fault(
        ONCE,
        "a committee's minutes are printed again though they are there",
        "conferences/tasks.py",
        "    if copy.pdf_id is not None:\n        return\n    content = json",
        "    content = json",
        "tests/core/test_printed_once.py",
    ),
    Fault(
        ONCE,
        "a contact list is printed again though it is there",
        "network/services/editions.py",
        "    if edition.pdf_id:\n        return\n",
        "",
        "tests/core/test_printed_once.py",
    ),
    Fault(
        ONCE,
        "two workers print the same minutes",
        "conferences/tasks.py",
        'rows = MinutesCopy.objects.select_for_update(of=("self",), no_key=True)',
        "rows = MinutesCopy.objects.all()",
        PRINTED,
    ),
    Fault(
        ONCE,
        "a form waits for the broker",
        "core/outbox.py",
        "        for object_id, recipient in targets\n    )\n",
        "        for object_id, recipient in targets\n    )\n"
        "    from core.tasks import deliver as told\n\n    told.delay(str(by.facility))\n",
        f"{BROKER}::test_a_form_is_answered_within_a_second_while_the_broker_is_away",
    ),
    Fault(
        TEXTS,
        "kept text is shown to whoever holds the cookie",
        "core/kept_texts.py",
        "user=user, cookie_hash=_hash(cookie)",
        "cookie_hash=_hash(cookie)",
        REQUESTS,
    ),
    Fault(
        TEXTS,
        "log lines carry people's words",
        "core/logs.py",
        'return record.name.split(".")[0] in {"celery", "gunicorn", "gpv"}',
        "return True",
        "tests/core/test_logs.py",
    ),
]
