"""What manage.py answers on a machine where something is missing."""

import subprocess
from pathlib import Path

import pytest

from gpv_portal.boot import pango
from gpv_portal.boot.speech import Trouble
from tests.boot.conftest import BARE_PYTHON, link_environment


def manage(
    clone: Path, *words: str, env: dict[str, str], python: tuple[str, ...] = (BARE_PYTHON,)
) -> subprocess.CompletedProcess[str]:
    command = [*python, "manage.py", *words]
    return subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True)


def test_another_word_before_the_set_up_says_what_to_run(
    clone: Path, bare_environment: dict[str, str]
) -> None:
    answer = manage(clone, "migrate", env=bare_environment, python=(BARE_PYTHON, "-S"))

    assert answer.returncode == 1
    assert answer.stderr == "[gpv] Nothing is installed yet; run: python3 manage.py setup\n"


def test_another_word_after_the_set_up_runs_in_our_environment(
    clone: Path, bare_environment: dict[str, str]
) -> None:
    link_environment(clone)

    answer = manage(clone, "version", env=bare_environment)

    assert answer.stdout.startswith("5.2.")


def test_test_passes_its_arguments_to_pytest(clone: Path, bare_environment: dict[str, str]) -> None:
    link_environment(clone)

    answer = manage(clone, "test", "--version", env=bare_environment)

    assert answer.stdout.startswith("pytest 9.")


def test_no_network_is_said_in_one_sentence(clone: Path, bare_environment: dict[str, str]) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_CONFIG_FILE": "/dev/null"}

    answer = manage(clone, "setup", env={**bare_environment, **nowhere})

    assert answer.returncode == 1
    assert answer.stderr.startswith(
        "[gpv] The Python packages could not be installed; the first start needs a network"
    )
    assert answer.stderr.count("\n") == 1
    assert not (clone / ".venv" / ".gpv-stamp").exists()


def test_missing_pango_without_the_right_to_install_names_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pango, "LINUX_LIBRARIES", ("libpango-not-here.so.0",))
    monkeypatch.setenv("PATH", "")  # no apt-get, no sudo

    with pytest.raises(Trouble, match=r"^Pango is missing, .* run: sudo apt-get install .*pango"):
        pango.ensure_pango()


def test_unknown_words_after_setup_are_refused(
    clone: Path, bare_environment: dict[str, str]
) -> None:
    answer = manage(clone, "setup", "please", env=bare_environment)

    assert answer.returncode == 1
    assert answer.stderr == "[gpv] setup takes no arguments.\n"


def test_a_development_command_finds_a_database_without_being_told(
    clone: Path, bare_environment: dict[str, str]
) -> None:
    link_environment(clone)
    question = "from django.db import connection as c; c.ensure_connection(); print(c.vendor)"

    answer = manage(clone, "shell", "--no-imports", "-c", question, env=bare_environment)

    assert answer.stdout == "postgresql\n", answer.stderr
