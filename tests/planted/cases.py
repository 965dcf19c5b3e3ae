"""Which words of a case the service, the coordination and the sender get."""

from tests.planted.fault import FIELDS, Fault

CASES = "tests/referrals/test_disclosure.py"
HAPPENED = "tests/referrals/views/test_what_happened.py"
MISTAKEN = "tests/referrals/test_mistaken.py"

FAULTS = [
    Fault(
        FIELDS,
        "identity opens without a release",
        "referrals/disclosure.py",
        "if not given >= INTRODUCING:",
        "if False:",
        "tests/referrals/test_release_discloses.py",
    ),
    Fault(
        FIELDS,
        "the declined service goes on reading",
        "referrals/disclosure.py",
        "    if is_over(inquiry):\n        return AFTERWARDS\n",
        "",
        CASES,
    ),
    Fault(
        FIELDS,
        "the whole team reads the handover",
        "referrals/disclosure.py",
        "if inquiry.state not in HANDED_OVER or not is_named(actor, inquiry):",
        "if inquiry.state not in HANDED_OVER:",
        CASES,
    ),
    Fault(
        FIELDS,
        "the coordination reads the names of an escalated case",
        "referrals/disclosure.py",
        'return STAGE_1 - {"questions"} if inquiry.state not in FINAL else NOTHING',
        "return STAGE_2",
        CASES,
    ),
    Fault(
        FIELDS,
        "the coordination reads the questions of an escalated case",
        "referrals/disclosure.py",
        'return STAGE_1 - {"questions"} if inquiry.state not in FINAL else NOTHING',
        "return STAGE_1 if inquiry.state not in FINAL else NOTHING",
        f"{CASES}::test_the_coordination_reads_no_questions_of_an_escalated_case",
    ),
    Fault(
        FIELDS,
        "the coordination reads on when an inquiry has ended",
        "referrals/disclosure.py",
        'return STAGE_1 - {"questions"} if inquiry.state not in FINAL else NOTHING',
        'return STAGE_1 - {"questions"}',
        f"{CASES}::test_the_coordination_reads_nothing_of_an_inquiry_that_has_ended",
    ),
    Fault(
        FIELDS,
        "the service reads the notes of the sender",
        "referrals/access.py",
        "readable = own or (is_sender(by, inquiry) and event.step in SHARED_NOTES)",
        "readable = True",
        HAPPENED,
    ),
    Fault(
        FIELDS,
        "the service reads why the sender did something",
        "referrals/access.py",
        'event.reason = event.reason if is_sender(by, inquiry) else ""',
        "pass",
        HAPPENED,
    ),
    Fault(
        FIELDS,
        "the place of an appointment opens without a release",
        "referrals/access.py",
        'if "appointment" not in _visible(inquiry, by, seen):',
        "if False:",
        HAPPENED,
    ),
    Fault(
        FIELDS,
        "a mistaken inquiry is still read by its sender",
        "referrals/disclosure.py",
        "return AFTERWARDS if inquiry.state == State.ENTERED_IN_ERROR else EVERYTHING",
        "return EVERYTHING",
        MISTAKEN,
    ),
    Fault(
        FIELDS,
        "a mistaken inquiry keeps its texts",
        "referrals/services/corrections.py",
        "if row.identity_opened_at is None:",
        "if False:",
        MISTAKEN,
    ),
]
