"""What belongs to a row is found under that row alone."""

from tests.planted.fault import CHILDREN, Fault

UNDER = "tests/test_children.py::test_a_child_is_found_under_its_own_parent_only"

FAULTS = [
    Fault(
        CHILDREN,
        "a participant is found under another table",
        "conferences/standing.py",
        'conference.participants.select_related("person", "facility").filter(pk=pk).first()',
        'Participant.objects.select_related("person", "facility").filter(pk=pk).first()',
        f"{UNDER}[conferences:approve]",
    ),
    Fault(
        CHILDREN,
        "minutes are fetched under another table",
        "conferences/models/case_conference.py",
        "return rows.filter(pk=copy_id, minutes__conference=self, facility=facility).first()",
        "return rows.filter(pk=copy_id, facility=facility).first()",
        f"{UNDER}[conferences:copy]",
    ),
    Fault(
        CHILDREN,
        "an agreement is settled under another table",
        "conferences/services/recording.py",
        "measure = conference.measures.filter(pk=measure_id).first()",
        "measure = CaseMeasure.objects.filter(pk=measure_id).first()",
        f"{UNDER}[conferences:settle]",
    ),
    Fault(
        CHILDREN,
        "a body's measure is settled under another body",
        "conferences/services/sitting.py",
        "filter(body=body, pk=measure_id)",
        "filter(pk=measure_id)",
        f"{UNDER}[conferences:settle-measure]",
    ),
    Fault(
        CHILDREN,
        "a committee's file is fetched under another meeting",
        "conferences/models/meeting.py",
        "MeetingCopy.objects.filter(minutes__meeting=self)",
        "MeetingCopy.objects.all()",
        f"{UNDER}[conferences:meeting-copy]",
    ),
    Fault(
        CHILDREN,
        "an agenda item is read under another meeting",
        "conferences/meeting_access.py",
        "found = meeting.items.filter(pk=pk, number__isnull=False).first()",
        "found = AgendaItem.objects.filter(pk=pk, number__isnull=False).first()",
        f"{UNDER}[conferences:result-form]",
    ),
    Fault(
        CHILDREN,
        "a meeting is read under another body",
        "conferences/views/bodies.py",
        "request.actor, pk=pk, body__slug=slug)",
        "request.actor, pk=pk)",
        f"{UNDER}[conferences:meeting]",
    ),
    Fault(
        CHILDREN,
        "a consent is withdrawn under another person",
        "referrals/views/stay_steps.py",
        "row = client.consents.filter(pk=_uuid(key)).first()",
        "row = Consent.objects.filter(pk=_uuid(key)).first()",
        f"{UNDER}[referrals:consent-withdraw]",
    ),
    Fault(
        CHILDREN,
        "a release is withdrawn under another person",
        "referrals/views/stay_steps.py",
        "return fetch(Release.objects.visible_to, request.actor, pk=_uuid(key), client=client)",
        "return fetch(Release.objects.visible_to, request.actor, pk=_uuid(key))",
        f"{UNDER}[referrals:release-withdraw]",
    ),
    Fault(
        CHILDREN,
        "a stay is changed under another person",
        "referrals/views/stay_steps.py",
        "        pk=_uuid(key),\n        client=client,\n    )",
        "        pk=_uuid(key),\n    )",
        f"{UNDER}[referrals:stay-step]",
    ),
    Fault(
        CHILDREN,
        "an inquiry is read under another referral",
        "referrals/views/sent.py",
        "    return fetch(_sent, actor, pk=pk, referral=referral)\n",
        "    return fetch(_sent, actor, pk=pk)\n",
        f"{UNDER}[referrals:sent-inquiry]",
    ),
]
