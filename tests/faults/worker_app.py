"""The portal's worker with one more kind of work: slow enough to be killed in the middle."""

import time

import django

from gpv_portal.celery import app

django.setup()

from core import files, outbox, pdf  # noqa: E402 - after the set-up

__all__ = ["app"]


@outbox.handles("test.slow_pdf")
def slow_pdf(message, actor):
    """Render a sheet, take a while, and keep it."""
    content = pdf.render("pdf/base.html", {}, title="Probe")
    time.sleep(1.5)
    files.store(
        content,
        content_type="application/pdf",
        name=str(message.object_id),
        data_key=None,
        by=actor,
    )
