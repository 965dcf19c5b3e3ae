"""A case conference from the proposal to the frozen minutes."""

import page

from conferences.models import MinutesCopy
from conferences.services import proposals, recording, releasing
from conferences.workflow import CaseState, CaseStep
from core import files


def test_the_whole_way(reviewed, deliver_outbox, mailbox):
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)

    states = deliver_outbox()

    assert set(states) == {"done"}
    assert reviewed.now().state == CaseState.MINUTES_RELEASED
    copies = list(MinutesCopy.objects.all())
    assert len(copies) == 3
    for copy in copies:
        content = files.load(copy.pdf, by=reviewed.owner)
        assert page.is_pdf_compliant_bytes(content, profile="ua1")
    proposals.take(conference=reviewed.now(), step=CaseStep.FOLLOW, by=reviewed.owner)
    measure = reviewed.now().measures.get()
    recording.settle(
        conference=reviewed.now(), measure_id=measure.pk, state="done", by=reviewed.owner
    )
    proposals.take(conference=reviewed.now(), step=CaseStep.CLOSE, by=reviewed.owner)
    assert reviewed.now().due_at is None
