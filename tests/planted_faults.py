"""Takes each guard out once and asks whether a test notices: ``python -m tests.planted_faults``.

Words after it choose the faults whose name or row contains one of them; ``--table`` prints the
table of ``docs/security.md`` instead. The work is done in a copy of the checkout, so that nothing
is left behind, whenever it is stopped. First the named tests have to pass as they are; then each
fault is planted alone, and one of its own tests has to fail. A fault that nobody notices, and a
guard that has changed, end the run with status 1.
"""

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from gpv_portal.boot.testing import start_services_for_tests
from tests.planted import FAULTS, Fault, table

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".gpv", "staticroot", "__pycache__")
PASSED, FAILED, SECONDS = 0, 1, 900


def main(words: list[str]) -> int:
    """Plant the chosen faults one by one; 0 when a test has noticed each."""
    if words == ["--table"]:
        return _say(table())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that copy and services go too
    chosen = [f for f in FAULTS if not words or any(word in f"{f.row} {f.name}" for word in words)]
    start_services_for_tests()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "portal"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        if _status(copy, _tests_of(chosen), anew=True) != PASSED:
            return 1 + _say("The tests fail without any fault.")
        unnoticed = [fault.name for fault in chosen if not _is_noticed(fault, copy)]
    _say(f"{len(chosen) - len(unnoticed)} of {len(chosen)} faults were noticed.")
    return 1 if unnoticed else 0


def _tests_of(faults: Iterable[Fault]) -> list[str]:
    """All tests that are named, each once; a file stands for its own tests."""
    named = {test for fault in faults for test in fault.tests.split()}
    return sorted(test for test in named if "::" not in test or test.split("::")[0] not in named)


def _is_noticed(fault: Fault, copy: Path) -> bool:
    begun, path = time.monotonic(), copy / fault.path
    whole = path.read_text(encoding="utf-8")
    fits = whole.count(fault.guard) == 1
    path.write_text(whole.replace(fault.guard, fault.hole), encoding="utf-8")
    noticed = fits and _status(copy, fault.tests.split(), anew=fault.builds) == FAILED
    path.write_text(whole, encoding="utf-8")
    word = "noticed" if noticed else "UNNOTICED" if fits else "DOES NOT FIT"
    _say(f"{word:12} {time.monotonic() - begun:4.0f} s  {fault.row}: {fault.name}")
    return noticed


_stands = {"fits": False}


def _status(copy: Path, tests: Iterable[str], *, anew: bool) -> int | None:
    """How pytest ends; None when it does not. The database is kept unless it was built wrongly."""
    keep = ["--reuse-db"] if _stands["fits"] and not anew else ["--create-db", "--reuse-db"]
    words = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", *keep, *tests]
    try:
        status = subprocess.run(words, cwd=copy, capture_output=True, timeout=SECONDS).returncode
    except subprocess.TimeoutExpired:
        status = None
    _stands["fits"] = status in {PASSED, FAILED} and not anew
    return status


def _say(line: str) -> int:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
