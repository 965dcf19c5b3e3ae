"""A file lock that the system releases by itself when its holder dies."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import TextIO


class FileLock:
    """Held from a successful ``acquire`` until ``release`` or the end of the process.

    The locked file may carry a note, by which a second process learns who is there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None

    def acquire(self, *, wait: bool) -> bool:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = self.path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        self.write_note("")
        return True

    def write_note(self, note: str) -> None:
        assert self._file is not None, "only the holder writes"  # noqa: S101 - a programming error
        self._file.truncate(0)
        self._file.write(note)
        self._file.flush()

    def read_note(self) -> str:
        return self.path.read_text() if self.path.exists() else ""

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
