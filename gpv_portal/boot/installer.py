"""Installs locked requirements: with a private uv, which is quick, else with pip.

Both read the same files and check the same hashes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from gpv_portal.boot import system_packages
from gpv_portal.boot.interpreter import Interpreter
from gpv_portal.boot.paths import REQUIREMENTS, SETUP_LOG, TOOLS, VENV_PYTHON
from gpv_portal.boot.speech import Trouble, say

PIP_MANNERS = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "1"]


class Installer:
    """GPV_INSTALLER=pip leaves uv out; GPV_UV names a uv that is here already."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._uv = "" if os.environ.get("GPV_INSTALLER") == "pip" else self._find_uv()

    def install(self, names: Iterable[str]) -> bool:
        """Add the packages of these requirements files, and check that all fit together."""
        files = [word for name in names for word in ("-r", _file(name))]
        if self._uv and self._install_with_uv(files):
            return True
        if self._uv:
            say("uv could not install the packages; trying pip, which takes longer.")
        return self._install_with_pip(files)

    def remove_all_but(self, names: Iterable[str]) -> None:
        """Drop what no file names any more; pip cannot, and leaves it behind unused."""
        if self._uv:
            into = ["--quiet", "--python", str(VENV_PYTHON), "--require-hashes"]
            _run([self._uv, "pip", "sync", *into, *(_file(name) for name in names)])

    def _install_with_uv(self, files: list[str]) -> bool:
        into = ["--quiet", "--python", str(VENV_PYTHON)]
        install = [self._uv, "pip", "install", *into, "--require-hashes", *files]
        return _run(install) and _run([self._uv, "pip", "check", *into])

    def _install_with_pip(self, files: list[str]) -> bool:
        pip = [*self._pip(), "--python", str(VENV_PYTHON)]
        install = [*pip, "install", *PIP_MANNERS, "--require-hashes", *files]
        return _run(install) and _run([*pip, "check"])

    def _find_uv(self) -> str:
        """A private one: a uv on PATH may be any version, or a wrapper that does not run."""
        named = os.environ.get("GPV_UV")
        if named:
            return named
        requirements = ["--require-hashes", "-r", _file("tools")]
        installed = _run([*self._pip(), "install", *PIP_MANNERS, *requirements])
        return str(TOOLS / "bin" / "uv") if installed else ""

    def _pip(self) -> list[str]:
        """pip lives apart from our environment, which holds only what the files lock."""
        python = TOOLS / "bin" / "python"
        if not _runs(python):
            self._make_tools()
        return [str(python), "-m", "pip"]

    def _make_tools(self) -> None:
        command = [self._interpreter.path, "-m", "venv", str(TOOLS)]
        shutil.rmtree(TOOLS, ignore_errors=True)
        if _run(command):
            return
        shutil.rmtree(TOOLS, ignore_errors=True)
        wanted = {"debian": ["python3-venv"], "homebrew": []}
        if not system_packages.install(**wanted, purpose="Python packages") or not _run(command):
            how = system_packages.how_to_install(**wanted)
            raise Trouble(f"Python lacks its package installer; run: {how}")


def _file(name: str) -> str:
    return str(REQUIREMENTS / f"{name}.txt")


def _runs(python: Path) -> bool:
    return python.exists() and _run([str(python), "-m", "pip", "--version"])


def _run(command: list[str]) -> bool:
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    # hospitals inspect TLS with a certificate that only the system knows
    environment.update(UV_SYSTEM_CERTS="1", UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1")
    with SETUP_LOG.open("ab") as log:
        log.write(f"+ {' '.join(command)}\n".encode())
        log.flush()
        return not subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        ).returncode
