"""The words of manage.py: demo, test and setup are boot's, every other one is Django's."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from gpv_portal.boot.paths import MANAGE, VENV_PYTHON, runs_in_environment
from gpv_portal.boot.speech import Trouble

BOOT_WORDS = ("demo", "test", "setup")


def main(argv: list[str]) -> int:
    """Do what the command line asks; the answer is the exit status."""
    word, arguments = (argv[1], argv[2:]) if len(argv) > 1 else ("help", [])
    try:
        if word in BOOT_WORDS:
            return _boot(word, arguments)
        return _hand_to_django(argv)
    except Trouble as trouble:
        print(f"[gpv] {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _boot(word: str, arguments: list[str]) -> int:
    if os.name != "posix":
        raise Trouble("The portal runs on Linux and macOS; on Windows use WSL or the containers.")
    from gpv_portal.boot import words  # locks and users of POSIX are imported there

    deed = {"demo": words.demo, "test": words.test, "setup": words.setup}[word]
    return deed(arguments)


def _hand_to_django(argv: list[str]) -> int:
    """Run in our environment; where there is none, in any Python that has Django (a container)."""
    if VENV_PYTHON.exists() and not runs_in_environment():
        os.execv(str(VENV_PYTHON), [str(VENV_PYTHON), str(MANAGE), *argv[1:]])
    if not find_spec("django"):
        raise Trouble("Nothing is installed yet; run: python3 manage.py setup")
    from django.core.management import execute_from_command_line

    if runs_in_environment():
        from gpv_portal.boot.development import prepare_development

        prepare_development()
    execute_from_command_line(argv)
    return 0
