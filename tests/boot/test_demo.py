"""The demo as a new user meets it: started, found again, killed, started again."""

import re
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.boot.conftest import BARE_PYTHON, link_environment

COMMAND = [BARE_PYTHON, "manage.py", "demo"]


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read_until(text: str, process: subprocess.Popen[str]) -> str:
    """The first line that holds ``text``; fails with everything said when it never comes."""
    said = []
    for line in process.stdout:
        said.append(line)
        if text in line:
            return line
    raise AssertionError("".join(said))


@pytest.mark.race
def test_a_demo_is_found_again_and_survives_being_killed(
    clone: Path, bare_environment: dict[str, str], port: int
) -> None:
    link_environment(clone)
    here = {"cwd": clone, "env": {**bare_environment, "GPV_PORT": str(port)}, "text": True}
    address = f"http://127.0.0.1:{port}/"

    first = subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **here)
    with first:
        assert address in read_until("The portal answers", first)
        assert re.search(r"\S+@example\.org", read_until("@", first))
        with urllib.request.urlopen(address) as page:
            assert page.status == 200

        second = subprocess.run(COMMAND, capture_output=True, **here)
        assert second.stdout == f"[gpv] The demo is already running: {address}\n"
        assert second.returncode == 0

        first.send_signal(signal.SIGKILL)

    third = subprocess.run([*COMMAND, "--smoke"], capture_output=True, **here)
    assert third.returncode == 0, third.stdout + third.stderr
    assert address in third.stdout
