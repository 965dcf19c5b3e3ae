"""Takes each guard out once and asks whether a test notices: ``python tests/planted_faults.py``.

Works on a copy of the checkout, so that nothing is left behind. A guard whose removal no test
notices ends the run with status 1 and its name.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Fault:
    """In ``path``, ``guard`` becomes ``hole``; ``tests`` have to fail."""

    name: str
    path: str
    guard: str
    hole: str
    tests: str


FAULTS = [
    Fault(
        "the role of a page is not asked",
        "core/access.py",
        "if not actor.holds(permission):",
        "if False:",
        "tests/core/test_requests.py",
    ),
    Fault(
        "a page may be opened without signing in",
        "gpv_portal/settings/base.py",
        '    "core.middleware.SignInRequired",\n',
        "",
        "tests/core/test_requests.py",
    ),
    Fault(
        "a view without a guard starts",
        "core/checks.py",
        'if not hasattr(pattern.callback, "guard")',
        "if False",
        "tests/test_access_matrix.py tests/core",
    ),
    Fault(
        "deactivated people keep their rights",
        "core/access.py",
        "group__user__id=person_id, group__user__is_active=True",
        "group__user__id=person_id",
        "tests/network/test_memberships.py",
    ),
    Fault(
        "a request keeps the rights of its sign-in",
        "core/database.py",
        "\"SELECT set_config('role', %s, true),",
        "\"SELECT set_config('gpv.nothing', %s, true),",
        "tests/core/test_requests.py tests/core/test_roles.py",
    ),
    Fault(
        "the audit trail can be rewritten",
        "core/database.py",
        "REVOKE UPDATE, DELETE, TRUNCATE ON {table}",
        "REVOKE TRUNCATE ON {table}",
        "tests/core/test_roles.py",
    ),
    Fault(
        "a form acts for another facility than it was opened for",
        "core/access.py",
        "if sent and sent != str(actor.facility):",
        "if False:",
        "tests/core/test_requests.py",
    ),
    Fault(
        "a double click does the deed twice",
        "core/receipts.py",
        'if key is None or request.method != "POST"',
        'if True or request.method != "POST"',
        "tests/core/test_requests.py",
    ),
    Fault(
        "kept text is shown to whoever holds the cookie",
        "core/kept_texts.py",
        "user=user, cookie_hash=_hash(cookie)",
        "cookie_hash=_hash(cookie)",
        "tests/core/test_requests.py",
    ),
    Fault(
        "refusals leave no trace",
        "core/middleware.py",
        "            audit.record_refusal(",
        "            (lambda **k: None)(",
        "tests/core/test_requests.py",
    ),
    Fault(
        "a message is worked again though done",
        "core/outbox.py",
        '.filter(pk=message_id, state__in=["pending", "published"])',
        ".filter(pk=message_id)",
        "tests/core/test_outbox.py",
    ),
    Fault(
        "work goes on for somebody who lost the right",
        "core/access.py",
        "if person is None or (facility is not None and facility not in {f for f, _p in grants}):",
        "if False:",
        "tests/core/test_outbox.py",
    ),
    Fault(
        "a sealed text opens in another row",
        "core/crypto.py",
        "return AESGCM(key).decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], place.encode())",
        "return body",
        "tests/core/test_sealing.py",
    ),
    Fault(
        "anybody takes any step",
        "referrals/permits.py",
        "if not sides(actor, inquiry) & row.side:",
        "if False:",
        "tests/referrals/test_steps.py",
    ),
    Fault(
        "a step leaves from any state",
        "referrals/permits.py",
        "    if row is None:\n        state",
        "    if False:\n        state",
        "tests/referrals/test_steps.py",
    ),
    Fault(
        "identity opens without a release",
        "referrals/disclosure.py",
        "if not given >= INTRODUCING:",
        "if False:",
        "tests/referrals",
    ),
    Fault(
        "the declined service goes on reading",
        "referrals/disclosure.py",
        "    if is_over(inquiry):\n        return AFTERWARDS\n",
        "",
        "tests/referrals",
    ),
    Fault(
        "the whole team reads the handover",
        "referrals/disclosure.py",
        "if inquiry.state not in HANDED_OVER or not is_named(actor, inquiry):",
        "if inquiry.state not in HANDED_OVER:",
        "tests/referrals",
    ),
    Fault(
        "reading a person leaves no trace",
        "referrals/access.py",
        '        deed="client.opened" if inquiry is None else "inquiry.opened",',
        '        deed="nothing",',
        "tests/referrals",
    ),
    Fault(
        "a stranger finds the inquiry by its address",
        "referrals/models/inquiry.py",
        "sides |= Q(receiver_facility=actor.facility, sent_at__isnull=False)",
        "sides |= Q(sent_at__isnull=False)",
        "tests/referrals tests/test_access_matrix.py",
    ),
    Fault(
        "a draft is shown to the service it was not sent to",
        "referrals/models/inquiry.py",
        "Q(receiver_facility=actor.facility, sent_at__isnull=False)",
        "Q(receiver_facility=actor.facility)",
        "tests/referrals tests/test_access_matrix.py",
    ),
    Fault(
        "every clinic finds every client",
        "referrals/models/client.py",
        "return self.filter(owner_facility=actor.facility)",
        "return self.all()",
        "tests/referrals tests/test_access_matrix.py",
    ),
]


def main(wanted: list[str]) -> int:
    """Plant the faults whose name contains one of the words, or all; count the unnoticed."""
    faults = [f for f in FAULTS if not wanted or any(word in f.name for word in wanted)]
    unnoticed = [fault.name for fault in faults if not noticed(fault)]
    sys.stdout.write(f"{len(faults) - len(unnoticed)} of {len(faults)} faults were noticed.\n")
    return 1 if unnoticed else 0


def noticed(fault: Fault) -> bool:
    """Whether the named tests fail with the fault in a copy of the checkout."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "portal"
        ignored = shutil.ignore_patterns(".git", ".venv", ".gpv", "staticroot", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=ignored)
        plant(fault, copy)
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", *fault.tests.split()],
            cwd=copy,
            capture_output=True,
        )
    sys.stdout.write(f"{'noticed  ' if run.returncode == 1 else 'UNNOTICED'}  {fault.name}\n")
    sys.stdout.flush()
    return run.returncode == 1


def plant(fault: Fault, copy: Path) -> None:
    """Write the fault into the copy; it has to fit exactly once."""
    path = copy / fault.path
    text = path.read_text(encoding="utf-8")
    assert text.count(fault.guard) == 1, f"{fault.name}: the guard has changed"
    path.write_text(text.replace(fault.guard, fault.hole), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
