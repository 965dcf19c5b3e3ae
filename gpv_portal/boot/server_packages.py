"""Where the wheels with the servers do not exist, the system's packages stand in."""

from __future__ import annotations

import subprocess

from gpv_portal.boot import system_packages
from gpv_portal.boot.paths import ROOT, VENV_PYTHON
from gpv_portal.boot.services import is_named
from gpv_portal.boot.speech import Trouble

ASK = """
from gpv_portal.boot.postgres_programs import has_postgres
from gpv_portal.boot.valkey import has_valkey
print(has_postgres(), has_valkey())
"""


def ensure_servers() -> None:
    """Install a server that is neither here nor named by the environment; raises ``Trouble``."""
    missing = _missing()
    if not missing:
        return
    homebrew = ["postgresql@18" if name == "postgresql" else "valkey" for name in missing]
    system_packages.install(debian=missing, homebrew=homebrew, purpose="database and broker")
    if _missing():
        command = system_packages.how_to_install(debian=missing, homebrew=homebrew)
        raise Trouble(f"A database or broker is missing; run: {command}")


def _missing() -> list[str]:
    """Asked inside the environment, whose wheels this Python cannot see."""
    ask = [str(VENV_PYTHON), "-c", ASK]
    answer = subprocess.run(ask, cwd=str(ROOT), capture_output=True, text=True)
    found = answer.stdout.split()
    wanted = (("DATABASE_URL", "postgresql"), ("CELERY_BROKER_URL", "redis-server"))
    return [
        package
        for (variable, package), here in zip(wanted, found)
        if here == "False" and not is_named(variable)
    ]
