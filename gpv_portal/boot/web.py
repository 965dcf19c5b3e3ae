"""The demo's address: whether its port is free, and whether the portal answers there."""

from __future__ import annotations

import os
import socket
import time
import urllib.error
import urllib.request

from gpv_portal.boot.speech import Trouble

HOST = "127.0.0.1"  # the demo is for this machine alone
DEFAULT_PORT = "8000"


def chosen_port() -> int:
    """GPV_PORT, or 8000; raises ``Trouble`` for what is no port."""
    text = os.environ.get("GPV_PORT") or DEFAULT_PORT
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Trouble(f"GPV_PORT is {text!r}, which is no port number.")
    return int(text)


def address(port: int) -> str:
    return f"http://{HOST}:{port}/"


def wait_until_free(port: int, *, patience: float) -> None:
    """Raises ``Trouble`` when the port is still taken after ``patience`` seconds."""
    deadline = time.monotonic() + patience
    while not _is_free(port):
        if time.monotonic() >= deadline:
            raise Trouble(
                f"Port {port} is taken by another program; choose a free one:"
                f" GPV_PORT={port + 1} python3 manage.py demo"
            )
        time.sleep(0.1)


def answers(port: int) -> bool:
    """Whether the entry page comes back with status 200."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        return bool(direct.open(address(port), timeout=10).status == 200)
    except (OSError, urllib.error.HTTPError):
        return False


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
