"""What a service asks before it writes."""

from tests.planted.fault import DEED, Fault

STEPS = "tests/referrals/test_steps.py"
TABLE_STEPS = "tests/conferences/test_case_steps.py"
INVITING = "tests/conferences/test_uncovered_invitations.py"
COVERAGE = "conferences/coverage.py"

FAULTS = [
    Fault(
        DEED,
        "anybody takes any step",
        "referrals/permits.py",
        "if not sides(actor, inquiry) & row.side:",
        "if False:",
        STEPS,
    ),
    Fault(
        DEED,
        "a step leaves from any state",
        "referrals/permits.py",
        "    if row is None:\n        state",
        "    if False:\n        state",
        STEPS,
    ),
    Fault(
        DEED,
        "the services do not ask",
        "referrals/engine/steps.py",
        "    require(by, step, row)\n",
        "",
        STEPS,
    ),
    Fault(
        DEED,
        "an old form overwrites a newer row",
        "core/versions.py",
        "if version is not None and str(instance.version) != str(version):",
        "if False:",
        "tests/referrals/test_input.py::test_an_old_form_is_told_so",
    ),
    Fault(
        DEED,
        "anybody takes any step at a table",
        "conferences/access.py",
        "if not sides(actor, conference) & rule.side:",
        "if False:",
        TABLE_STEPS,
    ),
    Fault(
        DEED,
        "the services of a table do not ask",
        "conferences/services/stepping.py",
        "    require(by, step, conference)\n",
        "",
        INVITING,
    ),
    Fault(
        DEED,
        "a table is invited though somebody is not covered",
        "conferences/conditions.py",
        "    yield bool(missing), words",
        "    yield False, words",
        INVITING,
    ),
    Fault(
        DEED,
        "the client need not have agreed to a guest",
        COVERAGE,
        "    if participant.approved_on is None:\n",
        "    if False:\n",
        INVITING,
    ),
    Fault(
        DEED,
        "relatives need not sign for secrecy",
        COVERAGE,
        "    if participant.confidentiality_on is None:\n",
        "    if False:\n",
        INVITING,
    ),
    Fault(
        DEED,
        "a release covers in one direction",
        COVERAGE,
        "return told and release.covers(facility, {Category.CONFERENCE}, speaking=facility)",
        "return told",
        "tests/conferences/test_coverage.py::test_one_direction_is_not_enough",
    ),
    Fault(
        DEED,
        "an ended release still covers",
        "conferences/models/case_conference.py",
        "found = rows.valid_at(clock.now()).with_parties()",
        "found = rows.with_parties()",
        INVITING,
    ),
]
