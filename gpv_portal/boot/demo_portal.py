"""The portal's own processes: web, worker, beat, relay; each with its role in the database."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from gpv_portal.boot.children import Child
from gpv_portal.boot.demo_secrets import demo_secrets
from gpv_portal.boot.paths import MANAGE, ROOT, VENV_PYTHON
from gpv_portal.boot.services import OWNER, Services
from gpv_portal.boot.speech import Trouble, say
from gpv_portal.boot.web import HOST

SETTINGS = "gpv_portal.settings.demo"
WEB, WORKER = "gpv_web", "gpv_worker"
CELERY = ["-m", "celery", "-A", "gpv_portal", "--quiet"]


class Portal:
    """``prepare`` the database, ``start`` the processes, ``stop`` them."""

    def __init__(self, state: Path, services: Services, port: int) -> None:
        self._state = state
        self._services = services
        self._port = port
        self._children: list[Child] = []

    def prepare(self, directory: Path | None) -> None:
        """Bring the schema up to date; fill an empty database with the demo region."""
        say("Preparing the database and the demo region.")
        self._manage("migrate", "--noinput", "-v", "0")
        self._manage("collectstatic", "--noinput", "-v", "0")
        source = ["--directory", str(directory)] if directory else []
        self._manage("load_demo", *source)  # leaves a filled database as it is

    def start(self) -> None:
        beat_schedule = str(self._state / "beat-schedule")
        self._spawn("web", WEB, "-m", "gunicorn", "gpv_portal.wsgi", *self._gunicorn())
        self._spawn("worker", WORKER, *CELERY, "worker", "-c", "2", "-l", "INFO")
        self._spawn("beat", WORKER, *CELERY, "beat", "-s", beat_schedule, "--pidfile=")
        self._spawn("relay", WORKER, str(MANAGE), "relay")

    def accounts(self) -> str:
        return self._manage("demo_accounts")

    def commands(self) -> dict[str, str]:
        """The command line of every process by its number, to know them again after a crash."""
        return {str(child.process.pid): " ".join(child.command) for child in self._children}

    def must_be_running(self) -> None:
        """Raises ``Trouble`` as soon as one process is gone."""
        for child in self._children:
            if not child.is_running():
                raise Trouble(f"The process {child.name!r} stopped; its log is {child.log}.")

    def stop(self) -> None:
        """Ask all at once, so that their farewells do not add up."""
        for child in self._children:
            child.ask_to_stop()
        for child in self._children:
            child.stop()

    def log(self, name: str) -> Path:
        logs = self._state / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        return logs / f"{name}.log"

    def _gunicorn(self) -> list[str]:
        return ["-b", f"{HOST}:{self._port}", "-w", "2", "--preload", "--no-control-socket"]

    def _spawn(self, name: str, role: str, *command: str) -> None:
        child = Child(
            name,
            [str(VENV_PYTHON), *command],
            log=self.log(name),
            cwd=str(ROOT),
            env=self._environment(role),
        )
        self._children.append(child)

    def _manage(self, *command: str) -> str:
        """One command of Django as owner of the database; its output goes to a log if it fails."""
        done = subprocess.run(
            [str(VENV_PYTHON), str(MANAGE), *command],
            env=self._environment(OWNER),
            cwd=str(ROOT),
            capture_output=True,
            encoding="utf-8",
        )
        if done.returncode:
            log = self.log(command[0])
            log.write_text(done.stdout + done.stderr, encoding="utf-8")
            last = (done.stderr.strip() or "it said nothing").splitlines()[-1]
            raise Trouble(f"manage.py {command[0]} failed: {last} (all of it in {log})")
        return done.stdout

    def _environment(self, role: str) -> dict[str, str]:
        """The caller's variables, but never its secrets: the demo's data has its own keys."""
        kept = demo_secrets(self._state)
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name.rpartition("_FILE")[0] not in kept
        }
        return {
            **inherited,
            **kept,
            **self._services.environment(role),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "GPV_PORT": str(self._port),
            # names have letters that an old terminal's encoding lacks
            "PYTHONUTF8": "1",
            "PYTHONIOENCODING": "utf-8",
        }
