"""Who comes in, as whom, and to which page."""

from tests.planted.fault import (
    ADDRESSES,
    GUARDIAN,
    ROLE,
    SIGNED_IN,
    WHO,
    Fault,
)

REQUESTS = "tests/core/test_requests.py"
OUTBOX = "tests/core/test_outbox.py"
SOURCE = "tests/test_architecture.py::test_every_module_keeps_the_rule"
MATRIX = "tests/test_access_matrix.py"
DOORS = "tests/core/test_doors.py"
MEMBERS = "tests/network/test_memberships.py"

FAULTS = [
    Fault(
        SIGNED_IN,
        "a page may be opened without signing in",
        "gpv_portal/settings/base.py",
        '    "core.middleware.SignInRequired",\n',
        "",
        f"{REQUESTS}::test_a_stranger_is_sent_to_sign_in",
    ),
    Fault(
        SIGNED_IN,
        "a page for those who are signed in is open to all",
        "core/access.py",
        'lambda view: _guarded(view, Guard("signed_in", reason=reason), _refuse_another_acting)',
        'lambda v: login_not_required(_guarded(v, Guard("none"), _refuse_another_acting))',
        f"{MATRIX}::test_matrix[core:account]",
    ),
    Fault(
        SIGNED_IN,
        "everybody makes an account",
        "core/accounts.py",
        "        return False\n",
        "        return True\n",
        DOORS,
    ),
    Fault(
        SIGNED_IN,
        "a form of another site is taken for ours",
        "gpv_portal/settings/base.py",
        '    "django.middleware.csrf.CsrfViewMiddleware",\n',
        "",
        DOORS,
    ),
    Fault(
        SIGNED_IN,
        "a page runs foreign code",
        "gpv_portal/settings/base.py",
        '    "csp.middleware.CSPMiddleware",\n',
        "",
        DOORS,
    ),
    Fault(
        WHO,
        "work goes on for an account that was closed",
        "core/access.py",
        "person = User.objects.filter(pk=person_id, is_active=True).first()",
        "person = User.objects.filter(pk=person_id).first()",
        f"{OUTBOX}::test_a_message_for_no_facility_still_needs_the_person",
    ),
    Fault(
        WHO,
        "work goes on for a facility whose role has ended",
        "core/access.py",
        "if person is None or (facility is not None and facility not in {f for f, _p in grants}):",
        "if person is None:",
        f"{OUTBOX}::test_a_message_for_a_facility_whose_role_ended_is_refused",
    ),
    Fault(
        WHO,
        "a service is called without saying who acts",
        "conferences/services/people.py",
        "def remove(*, conference: CaseConference, participant: Participant, by: Actor)",
        "def remove(*, conference: CaseConference, participant: Participant, by)",
        SOURCE,
    ),
    Fault(
        WHO,
        "a form acts for another facility than it was opened for",
        "core/access.py",
        "if sent and sent != str(actor.facility):",
        "if False:",
        f"{REQUESTS}::test_a_form_opened_for_another_facility_is_refused_with_its_text",
    ),
    Fault(
        WHO,
        "a link opens more than it was made for",
        "core/tokens.py",
        "token_hash=_hash(token), purpose=purpose, used_at=None",
        "token_hash=_hash(token), used_at=None",
        "tests/core/test_links.py",
    ),
    Fault(
        WHO,
        "a used link opens again",
        "core/tokens.py",
        "purpose=purpose, used_at=None, until__gt",
        "purpose=purpose, until__gt",
        "tests/core/test_links.py",
    ),
    Fault(
        ROLE,
        "the role of a page is not asked",
        "core/access.py",
        "if not actor.holds(permission):",
        "if False:",
        f"{REQUESTS}::test_the_wrong_role_is_told_so_and_recorded",
    ),
    Fault(
        ROLE,
        "a right of another facility counts here",
        "core/actor.py",
        "return self.facility is not None and (self.facility, permission) in self.grants",
        "return any(name == permission for _facility, name in self.grants)",
        f"{REQUESTS}::test_a_right_of_another_facility_does_not_count",
    ),
    Fault(
        ROLE,
        "an administrator takes a role that reads cases",
        "network/services/people.py",
        "by.person.email == email.lower() and reads_cases(role)",
        "by.person.email == email.lower() and False",
        "tests/network/test_administration.py"
        "::test_an_administrator_takes_no_role_that_reads_cases",
    ),
    Fault(
        ROLE,
        "a view has no guard",
        "conferences/views/minutes.py",
        "@require_safe\n@guard(MAY)\ndef minutes_form(",
        "@require_safe\ndef minutes_form(",
        f"{MATRIX}::test_every_view_is_guarded",
    ),
    Fault(
        ROLE,
        "a view without a guard starts",
        "core/checks.py",
        'if not hasattr(pattern.callback, "guard")',
        "if False",
        "tests/core/test_checks.py",
    ),
    Fault(
        GUARDIAN,
        "deactivated people keep their rights",
        "core/access.py",
        "group__user__id=person_id, group__user__is_active=True",
        "group__user__id=person_id",
        MEMBERS,
    ),
    Fault(
        GUARDIAN,
        "the rights of an ended role stay in its group",
        "network/services/memberships.py",
        "    membership.user.groups.remove(group_of(membership.facility, membership.role))\n",
        "",
        MEMBERS,
    ),
    Fault(
        GUARDIAN,
        "rights are asked past the one door",
        "referrals/standing.py",
        "from core.actor import Actor, Via\n",
        "from core.actor import Actor, Via\nfrom guardian.shortcuts import get_objects_for_user\n",
        SOURCE,
    ),
    Fault(
        ADDRESSES,
        "an address that nobody thought about",
        "conferences/urls.py",
        '    path("gremien/", bodies.bodies, name="bodies"),\n',
        '    path("gremien/", bodies.bodies, name="bodies"),\n'
        '    path("gremien/alle/", bodies.bodies, name="all-bodies"),\n',
        f"{MATRIX}::test_every_address_has_a_row",
    ),
]
