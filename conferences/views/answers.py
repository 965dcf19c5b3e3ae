"""Answers that are files."""

from django.http import HttpResponse


def pdf_answer(content: bytes) -> HttpResponse:
    """A file that is saved, never opened inside the portal."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="protokoll.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
