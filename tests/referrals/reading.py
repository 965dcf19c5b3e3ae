"""An inquiry as a request would fetch it, and all that its pages could show."""

from referrals.access import opened
from referrals.models import Inquiry


def fresh(inquiry):
    """The row as a request would fetch it."""
    return Inquiry.objects.select_related("referral", "client__data_key").get(pk=inquiry.pk)


def read(inquiry, by, stage=3):
    """Everything a page of the receiver could show, as one text."""
    row = fresh(inquiry)
    texts = opened(row.client, by=by, stage=stage, purpose="Seite", inquiry=row).texts
    return "\n".join(texts.values())
