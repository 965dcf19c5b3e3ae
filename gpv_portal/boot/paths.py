"""Where everything lives that boot makes or reads."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MANAGE = ROOT / "manage.py"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STATE = ROOT / ".gpv"
TOOLS = STATE / "tools"
SETUP_LOG = STATE / "setup.log"
REQUIREMENTS = ROOT / "requirements"
ROLES_SQL = ROOT / "core" / "sql" / "roles.sql"


def runs_in_environment() -> bool:
    """Whether this very process is the Python of our own environment."""
    return os.path.realpath(sys.prefix) == os.path.realpath(str(VENV))
