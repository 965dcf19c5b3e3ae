"""Pango lays out the text of every PDF; no Python package brings it."""

from gpv_portal.boot import system_packages
from gpv_portal.boot.speech import Trouble

DEBIAN = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
HOMEBREW = ["pango"]
HOMEBREW_LIBRARIES = ("", "/opt/homebrew/lib/", "/usr/local/lib/")


def ensure_pango() -> None:
    """Raises ``Trouble`` with the command to run when we may not install it ourselves."""
    if _is_here():
        return
    system_packages.install(debian=DEBIAN, homebrew=HOMEBREW, purpose="PDF files")
    if not _is_here():
        command = system_packages.how_to_install(debian=DEBIAN, homebrew=HOMEBREW)
        raise Trouble(f"Pango is missing, which the PDF files need; run: {command}")


def _is_here() -> bool:
    return _has("pangoft2-1.0.so.0", "pangoft2-1.0.dylib") and _has(
        "harfbuzz-subset.so.0", "harfbuzz-subset.dylib"
    )


def _has(linux: str, mac: str) -> bool:
    names = [f"{directory}lib{mac}" for directory in HOMEBREW_LIBRARIES]
    return system_packages.has_library(f"lib{linux}", *names)
