"""What everybody reads of a committee, and what reaches a coordination or a night service."""

from tests.planted.fault import DEED, FIELDS, ROLE, WHICH, Fault

PUBLIC = "tests/conferences/test_public_version.py"
HIDDEN = f"{PUBLIC}::test_nobody_reads_without_an_account_what_is_not_published"
MEETING = "conferences/models/meeting.py"
SEATS = "conferences/public_version.py"
ANNOUNCED = "tests/referrals/views/test_announcements.py"
ANNOUNCEMENTS = "referrals/services/announcements.py"

KEPT_SEARCHES = "tests/network/searches/test_saved_searches.py"
SEARCH_MAILS = "tests/network/searches/test_search_mails.py"
WAITING_MAILS = "tests/network/searches/test_search_mails_that_wait.py"
PAPER = "tests/network/test_sheets.py"
KEPT = "tests/network/test_offline.py"

FAULTS = [
    Fault(
        FIELDS,
        "the crisis sheet and the saved page hold internal remarks",
        "network/paper/crisis.py",
        '        "under": _where(service),\n',
        '        "under": service.internal_remark,\n',
        f"{PAPER} {KEPT}",
    ),
    Fault(
        FIELDS,
        "the booklet says where a shelter is",
        "network/paper/booklet.py",
        'places[cards.place(service) or _("ohne Ort")].append(service)',
        "places[service.district].append(service)",
        f"{PAPER}::test_of_a_protected_place_only_the_region_is_printed",
    ),
    Fault(
        WHICH,
        "drafts are printed",
        "network/paper/booklet.py",
        "return Service.objects.published().filter(region=region)",
        "return Service.objects.filter(region=region)",
        f"{PAPER}::test_nothing_internal_and_nothing_unpublished_is_printed",
    ),
    Fault(
        FIELDS,
        "the page that a browser keeps knows who asked",
        "core/access.py",
        "who=lambda request: NOBODY",
        "who=actor_of",
        KEPT,
    ),
    Fault(
        WHICH,
        "everybody reads the minutes of a closed body",
        MEETING,
        "filter(body__is_public=True, state=MeetingState.PUBLISHED)",
        "filter(state=MeetingState.PUBLISHED)",
        HIDDEN,
    ),
    Fault(
        WHICH,
        "everybody reads minutes before they are published",
        MEETING,
        "filter(body__is_public=True, state=MeetingState.PUBLISHED)",
        "filter(body__is_public=True)",
        HIDDEN,
    ),
    Fault(
        WHICH,
        "minutes are listed for everybody before they are printed",
        MEETING,
        "rows.annotate(public_pdf=latest).filter(public_pdf__isnull=False)",
        "rows.annotate(public_pdf=latest)",
        HIDDEN,
    ),
    Fault(
        FIELDS,
        "public minutes name who is responsible",
        SEATS,
        'return words if words in seats else ""',
        "return words",
        PUBLIC,
    ),
    Fault(
        FIELDS,
        "public minutes name who came",
        SEATS,
        '"attendance": [{**row, "name": "", "note": ""} for row in content["attendance"]],',
        '"attendance": content["attendance"],',
        PUBLIC,
    ),
    Fault(
        FIELDS,
        "every coordination reads every case without a name",
        "referrals/disclosure.py",
        "asked = referral.escalated_to_id == actor.facility and actor.holds(",
        "asked = actor.holds(",
        "tests/referrals/views/test_region.py",
    ),
    Fault(
        ROLE,
        "anybody marks an inquiry by its reference",
        "referrals/views/mistakes.py",
        '@guard("review_access")\n@once',
        '@guard("send_referral")\n@once',
        "tests/test_access_matrix.py::test_matrix[referrals:mistake]",
    ),
    Fault(
        DEED,
        "any sender opens a name as the night service does",
        ANNOUNCEMENTS,
        'if not by.holds("use_emergency"):',
        "if False:",
        ANNOUNCED,
    ),
    Fault(
        DEED,
        "a contact is asked for where nobody reads",
        ANNOUNCEMENTS,
        'must(service.type in GETS_IN_TOUCH, words, "service")\n    must_answer(service)',
        'must(service.type in GETS_IN_TOUCH, words, "service")',
        ANNOUNCED,
    ),
    Fault(
        WHICH,
        "what somebody looks for is seen by others",
        "network/models/saved_search.py",
        "return self.filter(person=actor.person) if actor.person else self.none()",
        "return self.all() if actor.person else self.none()",
        f"{KEPT_SEARCHES}::test_what_somebody_looks_for_is_nobody_elses_business",
    ),
    Fault(
        DEED,
        "who has left is told what newly fits",
        "network/models/saved_search.py",
        "return self.filter(by_mail=True, person__in=members)",
        "return self.filter(by_mail=True)",
        f"{WAITING_MAILS}::test_who_leaves_between_order_and_mail_gets_none",
    ),
    Fault(
        FIELDS,
        "a mail names what somebody looks for",
        "network/services/saved_searches.py",
        "        about=_named(found),",
        "        about=row.name + _named(found),",
        f"{SEARCH_MAILS}::test_one_mail_says_what_newly_fits_and_nothing_of_the_question",
    ),
    Fault(
        DEED,
        "a search is told twice a day",
        "network/services/saved_searches.py",
        "    if row is None or clock.today() in {row.ordered_on, row.told_on}:",
        "    if row is None:",
        f"{SEARCH_MAILS}::test_one_mail_a_day_however_often_the_scheduler_runs",
    ),
    Fault(
        FIELDS,
        "the map shows where a shelter is",
        "network/sketch/places.py",
        "return point_of({name: getattr(service, name) for name in names})",
        "return point_of({name: getattr(service, name) for name in names} | {names[0]: True})",
        "tests/network/test_sketch.py::test_the_map_is_the_same_wherever_a_shelter_is",
    ),
]
