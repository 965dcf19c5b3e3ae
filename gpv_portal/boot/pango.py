"""Pango lays out the text of every PDF; no Python package brings it."""

import sys

from gpv_portal.boot import system_packages
from gpv_portal.boot.speech import Trouble

DEBIAN = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
HOMEBREW = ["pango"]
LINUX_LIBRARIES = ("libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
MAC_LIBRARIES = ("libpangoft2-1.0.dylib", "libharfbuzz-subset.dylib")
MAC_PLACES = ("", "/opt/homebrew/lib/", "/usr/local/lib/")


def ensure_pango() -> None:
    """Raises ``Trouble`` with the command to run when we may not install it ourselves."""
    if _is_here():
        return
    system_packages.install(debian=DEBIAN, homebrew=HOMEBREW, purpose="PDF files")
    if not _is_here():
        command = system_packages.how_to_install(debian=DEBIAN, homebrew=HOMEBREW)
        raise Trouble(f"Pango is missing, which the PDF files need; run: {command}")


def _is_here() -> bool:
    if sys.platform == "darwin":
        return all(
            system_packages.has_library(*(place + name for place in MAC_PLACES))
            for name in MAC_LIBRARIES
        )
    return all(system_packages.has_library(name) for name in LINUX_LIBRARIES)
