"""Boot has to be readable by a Python that is too old to run the portal."""

import ast
import subprocess
from pathlib import Path

import pytest

from gpv_portal.boot.paths import MANAGE, ROOT

MODULES = sorted((ROOT / "gpv_portal" / "boot").glob("*.py"))
OLD_PYTHONS = sorted(Path.home().glob(".pyenv/versions/3.8.*/bin/python"))


@pytest.mark.parametrize("file", [MANAGE, ROOT / "gpv_portal" / "__init__.py", *MODULES], ids=str)
def test_python_3_8_can_read(file: Path) -> None:
    ast.parse(file.read_text(), feature_version=(3, 8))


@pytest.mark.skipif(not OLD_PYTHONS, reason="no Python 3.8 on this machine")
def test_python_3_8_can_import_every_module() -> None:
    names = [f"gpv_portal.boot.{file.stem}" for file in MODULES]

    imports = "; ".join(f"import {name}" for name in names)
    answer = subprocess.run(
        [OLD_PYTHONS[0], "-S", "-c", imports], cwd=ROOT, capture_output=True, text=True
    )

    assert answer.returncode == 0, answer.stderr
