"""The demo's supervisor: starts everything in order, watches it, stops everything in order."""

from __future__ import annotations

import json
import signal
import time
from typing import Any

from gpv_portal.boot import web
from gpv_portal.boot.demo_options import Options
from gpv_portal.boot.demo_portal import Portal
from gpv_portal.boot.leftovers import end_leftovers
from gpv_portal.boot.locking import FileLock
from gpv_portal.boot.paths import STATE
from gpv_portal.boot.services import Services
from gpv_portal.boot.speech import Trouble, say, show

LOCK = STATE / "demo.lock"
START_PATIENCE = 180  # seconds until the entry page must have answered


def may_start(options: Options) -> bool:
    """False, having said why, when a demo of ours runs already; raises ``Trouble``."""
    port = web.chosen_port()
    lock = FileLock(LOCK)
    left_behind = lock.read_note()
    if not lock.acquire(wait=False):
        _point_to_running(left_behind, options)
        return False
    # only a killed demo leaves a note: its processes are ending, and so free the port
    patience = 15 if left_behind else 0
    end_leftovers(_read(left_behind).get("commands", {}))
    try:
        web.wait_until_free(port, patience=patience)
    finally:
        lock.release()
    return True


def run(options: Options) -> int:
    """Hold the demo up until a signal or a failure; with ``smoke`` only until it answers."""
    port = web.chosen_port()
    lock = FileLock(LOCK)
    if not lock.acquire(wait=False):
        _point_to_running(lock.read_note(), options)
        return 0
    _listen_for_signals()
    options.state.mkdir(parents=True, exist_ok=True)
    services = Services(options.state, durable=True)
    portal = Portal(options.state, services, port)
    try:
        services.start()
        _open(portal, options, lock, port)
        if not options.smoke:
            _watch(portal)
    except KeyboardInterrupt:
        pass
    finally:
        _ignore_signals()
        say("Stopping.")
        portal.stop()
        services.stop()
        lock.write_note("")
        lock.release()
    return 0


def _open(portal: Portal, options: Options, lock: FileLock, port: int) -> None:
    started = time.monotonic()
    portal.prepare(options.directory)
    portal.start()
    note = {"commands": portal.commands()}
    lock.write_note(json.dumps(note))
    _wait_for_answer(portal, port)
    lock.write_note(json.dumps({**note, "address": web.address(port)}))
    say(f"The portal answers ({time.monotonic() - started:.1f} s): {web.address(port)}")
    if not options.smoke:
        show(portal.accounts())
        say("Ctrl-C stops everything.")


def _wait_for_answer(portal: Portal, port: int) -> None:
    deadline = time.monotonic() + START_PATIENCE
    while not web.answers(port):
        portal.must_be_running()
        if time.monotonic() > deadline:
            raise Trouble(f"The portal does not answer; its log is {portal.log('web')}.")
        time.sleep(0.2)


def _watch(portal: Portal) -> None:
    while True:
        portal.must_be_running()
        time.sleep(1)


def _point_to_running(note: str, options: Options) -> None:
    where = _read(note).get("address")
    if not options.is_plain():
        raise Trouble("A demo is running in this directory; stop it first.")
    if where:
        say(f"The demo is already running: {where}")
    else:
        say("A demo is just starting in this directory; it will print its address.")


def _read(note: str) -> dict[str, Any]:
    try:
        content = json.loads(note or "{}")
    except ValueError:  # cut off by a crash
        return {}
    return content if isinstance(content, dict) else {}


def _listen_for_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)


def _ignore_signals() -> None:
    """A second Ctrl-C must not leave half of the programs behind."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
