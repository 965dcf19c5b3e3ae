"""The environment is made again when, and only when, something it is made from changed."""

import shutil
from pathlib import Path

import pytest

from gpv_portal.boot import environment
from gpv_portal.boot.environment import ensure_environment, stamp_for
from gpv_portal.boot.interpreter import Interpreter, exact_version, find_interpreter, fits
from gpv_portal.boot.paths import REQUIREMENTS

PYTHON = Interpreter("/usr/bin/python3", "3.13.5")


@pytest.fixture
def requirements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(REQUIREMENTS, tmp_path / "requirements"))
    monkeypatch.setattr(environment, "REQUIREMENTS", copy)
    return copy


def test_the_stamp_is_the_same_for_the_same_files_and_python(requirements: Path) -> None:
    assert stamp_for(PYTHON) == stamp_for(Interpreter("/elsewhere/python", "3.13.5"))


@pytest.mark.parametrize("group", ["base", "test", "lint", "demo", "tools"])
def test_every_requirements_file_changes_the_stamp(requirements: Path, group: str) -> None:
    before = stamp_for(PYTHON)

    with (requirements / f"{group}.txt").open("a") as file:
        file.write("# changed\n")

    assert stamp_for(PYTHON) != before


def test_another_patch_version_of_python_changes_the_stamp() -> None:
    assert stamp_for(PYTHON) != stamp_for(Interpreter(PYTHON.path, "3.13.6"))


def test_a_linked_environment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / ".venv"
    link.symlink_to(tmp_path / "elsewhere")
    monkeypatch.setattr(environment, "VENV", link)

    ensure_environment()

    assert not (tmp_path / "elsewhere").exists()


def test_every_locked_package_has_a_hash_and_no_address() -> None:
    for file in REQUIREMENTS.glob("*.txt"):
        text = file.read_text()
        packages = [line for line in text.splitlines() if "==" in line and line[0].isalpha()]
        assert packages
        assert all(line.endswith(" \\") for line in packages), file
        assert "://" not in text


def test_a_python_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)

    assert exact_version(str(shim)) == ""
    assert exact_version(str(tmp_path / "missing")) == ""
    assert fits(find_interpreter().version)


@pytest.mark.parametrize(
    ("version", "expected"),
    [("3.10.13", False), ("3.11.0", True), ("3.14.2", True), ("3.15.0", False)],
)
def test_only_supported_pythons_fit(version: str, expected: bool) -> None:
    assert fits(version) is expected
