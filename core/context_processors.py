"""What the shell around every page needs."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, object]:
    """Navigation, acting facility, demo banner."""
    return {}
