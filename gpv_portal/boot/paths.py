"""Where everything lives that boot makes or reads."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STATE = ROOT / ".gpv"
REQUIREMENTS = ROOT / "requirements"
ROLES_SQL = ROOT / "core" / "sql" / "roles.sql"
