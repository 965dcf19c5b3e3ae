"""Database and broker never run as root: who they run as, and what that user can reach.

The user's own directories keep their permissions. Where the unprivileged user cannot reach
them (a home directory closed to others), or where their names hold what PostgreSQL's own tools
stumble over (a quote, a comma), programs and data move to a directory of ours below /var/tmp.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from gpv_portal.boot.speech import Trouble

OUTSIDE = Path("/var/tmp")  # noqa: S108 - the directory made in it is checked by `outside`
PLAIN = re.compile(r"[\w/.+@ -]+")
LONGEST_SOCKET_DIRECTORY = 85  # a socket's whole path may have 103 bytes (macOS), 107 (Linux)


def identity() -> dict[str, Any]:
    """Arguments for ``subprocess`` that give up root's rights; nothing for everybody else."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reaches(path: Path) -> bool:
    """Whether the unprivileged user can enter this directory or run this program."""
    if not PLAIN.fullmatch(str(path)):
        return False
    return subprocess.run(["test", "-x", str(path)], **identity()).returncode == 0


def outside(state: Path) -> Path:
    """Our directory below /var/tmp for this state directory, refused when somebody else made it."""
    name = hashlib.sha256(os.fsencode(str(state))).hexdigest()[:10]
    directory = OUTSIDE / f"gpv-{name}"
    try:
        directory.mkdir()
        directory.chmod(0o755)
    except FileExistsError:
        pass
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise Trouble(f"{directory} was not made by us; remove it and start again.")
    return directory


def home_for(directory: Path) -> Path:
    """``directory``, or its stand-in outside, made and owned by the unprivileged user.

    Whoever removes the directory to begin again is rid of the stand-in, too.
    """
    is_new = not directory.exists()
    directory.mkdir(parents=True, exist_ok=True)
    if not reaches(directory):
        directory = outside(directory.parent) / directory.name
        if is_new:
            shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        nobody = identity()
        os.chown(directory, nobody["user"], nobody["group"])
    return directory


def socket_home_for(directory: Path) -> Path:
    """Like ``home_for``, with a path short enough for a socket."""
    if len(os.fsencode(str(directory))) <= LONGEST_SOCKET_DIRECTORY:
        return directory
    return home_for(outside(directory.parent) / directory.name)


def runnable(program: Path, state: Path, *, package: Path, libraries: Path | None = None) -> Path:
    """``program``, or a copy of it that the unprivileged user can run.

    ``package`` is the directory to copy; ``libraries`` lies beside it, and has to afterwards,
    because the program looks for it relative to itself.
    """
    if reaches(program):
        return program
    age = program.stat().st_mtime_ns
    key = hashlib.sha256(os.fsencode(f"{program} {age}")).hexdigest()[:10]
    copy = outside(state) / f"programs-{key}"
    if not copy.exists():
        _copy([package, libraries] if libraries else [package], copy)
    return copy / program.relative_to(package.parent)


def _copy(sources: list[Path], target: Path) -> None:
    draft = Path(tempfile.mkdtemp(dir=target.parent))
    for source in sources:
        shutil.copytree(source, draft / source.name, symlinks=True)
    subprocess.run(["chmod", "-R", "go+rX", str(draft)], check=True)
    try:
        draft.rename(target)
    except OSError:  # another start was quicker
        shutil.rmtree(draft)
