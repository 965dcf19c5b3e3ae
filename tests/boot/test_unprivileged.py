"""The directory outside the clone is ours or it is not used."""

import shutil
from pathlib import Path

import pytest

from gpv_portal.boot import unprivileged
from gpv_portal.boot.speech import Trouble
from gpv_portal.boot.unprivileged import (
    LONGEST_SOCKET_DIRECTORY,
    home_for,
    outside,
    socket_home_for,
)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(unprivileged, "OUTSIDE", tmp_path)
    return tmp_path


def test_it_is_the_same_for_the_same_state(shared: Path) -> None:
    assert outside(Path("/a")) == outside(Path("/a"))
    assert outside(Path("/a")) != outside(Path("/b"))


def test_a_link_that_somebody_laid_there_is_refused(shared: Path) -> None:
    made = outside(Path("/a"))
    made.rmdir()
    made.symlink_to("/etc")

    with pytest.raises(Trouble, match="was not made by us"):
        outside(Path("/a"))


def test_a_directory_that_others_may_write_is_refused(shared: Path) -> None:
    outside(Path("/a")).chmod(0o777)

    with pytest.raises(Trouble, match="was not made by us"):
        outside(Path("/a"))


def test_a_path_too_long_for_a_socket_gets_a_short_one(state: Path) -> None:
    long = state / ("x" * LONGEST_SOCKET_DIRECTORY) / "postgres"
    long.mkdir(parents=True)

    short = socket_home_for(long)

    assert len(str(short)) <= LONGEST_SOCKET_DIRECTORY
    assert short.is_dir()
    short.rmdir()
    short.parent.rmdir()


def test_whoever_removes_the_state_begins_again(state: Path) -> None:
    unplain = state / "Ort, Kreis" / "postgres"
    kept = home_for(unplain) / "cluster"
    kept.mkdir()
    assert home_for(unplain) / "cluster" == kept
    assert kept.exists()

    unplain.rmdir()
    home_for(unplain)

    assert not kept.exists()
    shutil.rmtree(outside(unplain.parent))
