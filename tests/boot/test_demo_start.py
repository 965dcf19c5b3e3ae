"""Whether a demo may start, asked before anything is installed."""

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gpv_portal.boot import demo, web
from gpv_portal.boot.demo_options import Options, read_options
from gpv_portal.boot.demo_secrets import demo_secrets
from gpv_portal.boot.locking import FileLock
from gpv_portal.boot.speech import Trouble

ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileLock]:
    monkeypatch.setattr(demo, "LOCK", tmp_path / "demo.lock")
    lock = FileLock(tmp_path / "demo.lock")
    yield lock
    lock.release()


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(directory=None, smoke=False, state=tmp_path)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket() as foreign:
        foreign.bind(("127.0.0.1", 0))
        foreign.listen()
        monkeypatch.setenv("GPV_PORT", str(foreign.getsockname()[1]))
        yield foreign


def test_a_free_port_may_be_used(lock: FileLock, options: Options, listener: socket.socket) -> None:
    listener.close()

    assert demo.may_start(options)


def test_a_taken_port_is_said_with_the_way_out(
    lock: FileLock, options: Options, listener: socket.socket
) -> None:
    with pytest.raises(
        Trouble, match=r"^Port \d+ is taken .* GPV_PORT=\d+ python3 manage.py demo$"
    ):
        demo.may_start(options)


def test_a_running_demo_is_pointed_to(
    lock: FileLock, options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    lock.acquire(wait=False)
    lock.write_note(json.dumps({"address": ADDRESS}))

    assert not demo.may_start(options)

    assert capsys.readouterr().out == f"[gpv] The demo is already running: {ADDRESS}\n"


def test_a_running_demo_cannot_be_asked_for_something_else(
    lock: FileLock, options: Options
) -> None:
    lock.acquire(wait=False)

    with pytest.raises(Trouble, match="stop it first"):
        demo.may_start(options._replace(smoke=True))


def test_the_note_of_a_killed_demo_does_not_hinder(
    lock: FileLock, options: Options, listener: socket.socket
) -> None:
    listener.close()
    ours_by_now = {str(os.getpid()): "python -m gunicorn"}  # must not be ended
    lock.path.write_text(json.dumps({"address": ADDRESS, "commands": ours_by_now}))

    assert demo.may_start(options)
    assert lock.read_note() == ""


def test_what_a_killed_demo_left_running_is_ended(
    lock: FileLock, options: Options, listener: socket.socket
) -> None:
    listener.close()
    with subprocess.Popen(["sleep", "60"]) as left:
        note = {"commands": {str(left.pid): "sleep 60"}}
        lock.path.write_text(json.dumps(note))

        assert demo.may_start(options)

        assert left.wait(5) == -signal.SIGTERM


@pytest.mark.parametrize("text", ["x", "0", "65536", "-1", "80 80"])
def test_what_is_no_port_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("GPV_PORT", text)

    with pytest.raises(Trouble, match=re.escape(repr(text))):
        web.chosen_port()


def test_every_real_directory_has_a_demo_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)

    states = {read_options(["--directory", str(tmp_path / name)]).state for name in ("one", "two")}

    assert len({*states, read_options([]).state}) == 3


def test_a_missing_directory_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"There is no file .*nothing\.csv\."):
        read_options(["--directory", str(tmp_path / "nothing.csv")])


def test_secrets_are_made_once_and_for_their_owner_alone(tmp_path: Path) -> None:
    first = demo_secrets(tmp_path)

    assert demo_secrets(tmp_path) == first
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
