"""Who changes the directory: hints, lives of entries, lists, doubles, words, rules."""

from tests.planted.fault import CHILDREN, DEED, ONCE, ROLE, WHICH, Fault

LINKS = "tests/core/test_links.py"
SUGGESTIONS = "network/services/suggestions.py"
HINTS = "tests/network/test_hints.py"
OTHERS_HINTS = f"{HINTS}::test_nobody_else_decides_and_no_hint_is_reached_through_another_entry"
LIFE = "network/life.py"
LIVES = "network/services/life.py"
STEPS = "tests/network/test_entry_life.py"
STRANGERS_STEPS = f"{STEPS}::test_nobody_takes_a_step_that_is_not_theirs"
UPLOADS = "network/services/uploads.py"
DOUBLES = "network/services/successors.py"
RIGHTS = "tests/network/test_upload_rights.py"
BOTH = f"{RIGHTS}::test_an_entry_of_another_region_is_no_double"
AGAIN = f"{RIGHTS}::test_what_was_merged_is_neither_merged_again_nor_revived"
RULES = "network/services/rules.py"
RULED = "tests/network/test_responsible_pages.py"
WORDS = "tests/network/test_glossary.py::test_nobody_else_changes_a_word"

TASKS = "tests/network/test_entry_tasks.py::test_nobody_else_is_asked_about_the_entry_of_a_house"

FAULTS = [
    Fault(
        WHICH,
        "everybody's worklist names the entries of all houses",
        "network/worklist/entries.py",
        "kept = Service.objects.visible_to(actor).kept_by(actor)",
        "kept = Service.objects.visible_to(actor)",
        TASKS,
    ),
    Fault(
        WHICH,
        "a coordination is told what rots in the regions of others",
        "network/rotting.py",
        "seen = Service.objects.visible_to(actor).reviewed_by(actor).with_keeper(actor)",
        "seen = Service.objects.visible_to(actor).with_keeper(actor)",
        "tests/network/test_entry_tasks.py::test_hundreds_of_entries_without_a_house_are_one_task",
    ),
    Fault(
        ONCE,
        "a link without sign-in works twice",
        "core/tokens.py",
        "fresh = AccessToken.objects.filter(pk=row.pk, used_at=None, until__gt=now)",
        "fresh = AccessToken.objects.filter(pk=row.pk, until__gt=now)",
        f"{LINKS}::test_a_link_is_spent_once",
    ),
    Fault(
        ONCE,
        "a link that ended on the open page still works",
        "core/tokens.py",
        "fresh = AccessToken.objects.filter(pk=row.pk, used_at=None, until__gt=now)",
        "fresh = AccessToken.objects.filter(pk=row.pk, used_at=None)",
        f"{LINKS}::test_a_link_that_ended_on_the_open_page_is_not_spent",
    ),
    Fault(
        ONCE,
        "a link confirms an entry and stays fresh",
        "network/services/reviews.py",
        "    entry = tokens.spend_on(link, rows)",
        "    entry = rows.filter(pk=link.object_id).first()",
        "tests/network/test_entry_reviews.py tests/races/test_entries.py",
    ),
    Fault(
        WHICH,
        "a link confirms an entry that has changed hands",
        "network/services/reviews.py",
        "rows = Service.objects.published().filter(facility=link.facility)",
        "rows = Service.objects.published()",
        "tests/network/test_entry_reviews.py",
    ),
    Fault(
        DEED,
        "anybody decides about a hint",
        SUGGESTIONS,
        "if not Service.objects.kept_by(by).filter(pk=row.pk).exists():",
        "if False:",
        OTHERS_HINTS,
    ),
    Fault(
        CHILDREN,
        "a hint is reached through another entry",
        SUGGESTIONS,
        "hint = row.suggestions.select_for_update().get(pk=pk)",
        "hint = Suggestion.objects.select_for_update().get(pk=pk)",
        OTHERS_HINTS,
    ),
    Fault(
        CHILDREN,
        "the form of an entry shows the hint of another",
        "network/views/entries.py",
        "return service.suggestions.filter(pk=wanted).first() if service else None",
        "return Suggestion.objects.filter(pk=wanted).first() if service else None",
        OTHERS_HINTS,
    ),
    Fault(
        WHICH,
        "everybody reads the hints about an entry",
        "network/views/hints.py",
        "service = kept(request, slug)\n    rows",
        "service = _published(request, slug)\n    rows",
        f"{HINTS}::test_a_hint_is_read_by_the_owner_alone",
    ),
    Fault(
        DEED,
        "a hint is decided twice",
        SUGGESTIONS,
        "if hint.state != State.OPEN:",
        "if False:",
        f"{HINTS}::test_a_declined_hint_is_done",
    ),
    Fault(
        DEED,
        "a stranger takes an entry through its life",
        LIVES,
        "if not keeps and not reviews:",
        "if False:",
        STRANGERS_STEPS,
    ),
    Fault(
        DEED,
        "the coordination takes the steps of an entry's house",
        LIFE,
        'return None if standing.keeps else _("Diesen Schritt macht',
        'return None if True else _("Diesen Schritt macht',
        STRANGERS_STEPS,
    ),
    Fault(
        DEED,
        "a house publishes what the coordination reviews",
        LIFE,
        "if not standing.reviews or (service.state == State.DRAFT and not standing.keeps):",
        "if service.state == State.DRAFT and not standing.keeps:",
        STRANGERS_STEPS,
    ),
    Fault(
        DEED,
        "the coordination publishes the draft of a house",
        LIFE,
        "if not standing.reviews or (service.state == State.DRAFT and not standing.keeps):",
        "if not standing.reviews:",
        f"{STEPS}::test_a_draft_that_somebody_keeps_is_not_published_by_the_coordination",
    ),
    Fault(
        WHICH,
        "every coordination reviews every entry",
        "network/models/service.py",
        "return self.filter(region__in=region_coordinated_now_by(actor))",
        "return self.all() if region_coordinated_now_by(actor) else self.none()",
        f"{STRANGERS_STEPS} {BOTH}",
    ),
    Fault(
        DEED,
        "the coordination closes the service of a house",
        LIVES,
        "    if not standing.keeps:\n",
        "    if False:\n",
        f"{STEPS}::test_only_its_owner_closes_a_service",
    ),
    Fault(
        ROLE,
        "anybody brings a list in",
        UPLOADS,
        "if not coordinates(by, region):",
        "if by.person is None:",
        f"{RIGHTS}::test_nobody_else_brings_a_list_in",
    ),
    Fault(
        WHICH,
        "a coordination finds the list of another region",
        "network/models/directory_upload.py",
        "return self.filter(region__in=regions_coordinated_by(actor))",
        "return self.all()",
        f"{RIGHTS}::test_a_list_of_another_region_is_not_there",
    ),
    Fault(
        DEED,
        "a stranger carries out a list",
        UPLOADS,
        "if not DirectoryUpload.objects.visible_to(by).filter(pk=row.pk).exists():",
        "if False:",
        f"{RIGHTS}::test_nobody_else_goes_on_with_a_list",
    ),
    Fault(
        DEED,
        "a list is carried out when its day is over",
        UPLOADS,
        "or upload.done_at or upload.until <= clock.now():",
        "or upload.done_at:",
        f"{RIGHTS}::test_after_a_day_a_list_brings_nothing_in_and_says_what_to_do",
    ),
    Fault(
        DEED,
        "strangers merge entries",
        DOUBLES,
        "if len(found) != 2 or len(allowed) != 2:",
        "if len(found) != 2:",
        f"{RIGHTS}::test_nobody_else_merges_or_tells_apart",
    ),
    Fault(
        DEED,
        "strangers tell entries apart",
        DOUBLES,
        "if allowed.count() != 2:",
        "if False:",
        f"{RIGHTS}::test_nobody_else_merges_or_tells_apart",
    ),
    Fault(
        WHICH,
        "the page of two doubles shows entries of another region",
        "network/views/duplicates.py",
        "Service.objects.visible_to(actor).reviewed_by(actor).with_keeper(actor)",
        "Service.objects.visible_to(actor).with_keeper(actor)",
        BOTH,
    ),
    Fault(
        DEED,
        "what was merged is merged again",
        DOUBLES,
        "if any(row.merged_into_id for row in found.values()):",
        "if False:",
        AGAIN,
    ),
    Fault(
        DEED,
        "a merged entry is revived",
        LIFE,
        "if step == Step.REVIVE and service.merged_into_id is not None:",
        "if False:",
        AGAIN,
    ),
    Fault(
        DEED,
        "an entry that a house keeps is merged away",
        DOUBLES,
        "    if gone in kept:\n",
        "    if False:\n",
        "tests/network/test_uploads.py::test_an_entry_that_a_facility_keeps_is_not_merged_away",
    ),
    Fault(
        DEED,
        "anybody changes the words of the search",
        "network/services/glossary.py",
        'if not by.holds("coordinate_region"):',
        "if False:",
        WORDS,
    ),
    Fault(
        WHICH,
        "anybody finds the words of the search",
        "network/models/glossary.py",
        'return self.all() if actor.holds("coordinate_region") else self.none()',
        "return self.all()",
        WORDS,
    ),
    Fault(
        DEED,
        "anybody adds a rule of responsibility",
        RULES,
        "    if not coordinates(by, region):\n",
        "    if False:\n",
        f"{RULED}::test_nobody_else_writes_a_rule",
    ),
    Fault(
        DEED,
        "anybody changes a rule of responsibility",
        RULES,
        "    if not coordinates(by, rule.region):\n",
        "    if False:\n",
        f"{RULED}::test_nobody_else_writes_a_rule",
    ),
    Fault(
        WHICH,
        "a coordination finds the rules of another region",
        "network/models/rule.py",
        "rows = self.filter(region__in=regions_coordinated_by(actor))",
        "rows = self.filter(region__isnull=False)",
        f"{RULED}::test_a_rule_of_another_region_is_not_there",
    ),
]
