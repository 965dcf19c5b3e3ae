"""Every file that the worker prints is printed once, however often it is ordered."""

import pytest

from core import outbox
from core.models import OutboxMessage, StoredFile
from tests.core.everything_that_waits import one_of_each_kind, write_everything

pytestmark = pytest.mark.django_db

PRINTED = {
    "conferences.case_minutes_pdf": 1,
    "conferences.meeting_minutes_pdf": 1,
    "network.edition_published": 2,  # for members, and for everybody
    "network.sheet_changed": 1,
}


@pytest.mark.parametrize(("kind", "files"), PRINTED.items())
def test_a_second_order_prints_nothing(people, kind, files):
    write_everything(people)
    message = one_of_each_kind()[kind]
    assert outbox.deliver(message.pk)
    assert StoredFile.objects.count() == files

    again = OutboxMessage.objects.create(
        kind=kind,
        object_id=message.object_id,
        person=message.person,
        facility=message.facility,
    )

    assert outbox.deliver(again.pk)
    assert StoredFile.objects.count() == files
