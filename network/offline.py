"""The crisis numbers on a page that a browser keeps: the same for everybody, true at any hour."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse

from core import clock
from network.models import Region
from network.paper.crisis import crisis_sheet
from network.paper.words import fingerprint

STYLES = ("tokens", "base", "components", "offline")
SCRIPT = Path(__file__).resolve().parent / "crisis" / "worker.js"


def offline_page(region: Region | None) -> dict[str, Any]:
    """What the saved page shows, its "Stand", and a version that changes with its content."""
    content = crisis_sheet(region, "") if region else {}
    return {
        "region": region,
        "content": content,
        "stand": clock.now(),
        "version": fingerprint([content, styles()])[:8],
        "styles": styles(),
    }


def styles() -> list[str]:
    """The addresses of everything the page loads."""
    return [static("vendor/bootstrap/bootstrap.min.css"), *(static(f"css/{s}.css") for s in STYLES)]


def worker_script(region: Region | None) -> str:
    """The service worker: what it keeps, under which version, then its code."""
    query = f"?{urlencode({'region': region.slug})}" if region else ""
    kept = {
        "version": offline_page(region)["version"],
        "page": reverse("network:crisis-offline") + query,
        "assets": styles(),
    }
    return f"const KEPT = {json.dumps(kept)};\n{SCRIPT.read_text(encoding='utf-8')}"
