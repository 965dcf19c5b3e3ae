"""What holds while two people press at once in the directory."""

from tests.planted.fault import AT_ONCE, Fault

DIRECTORY = "tests/races/test_directory.py"
LEFT = f"{DIRECTORY}::test_an_address_asked_twice_and_left_twice_at_once_is_asked_and_left_once"
FOUND = "rows.filter(pk=link.object_id, facility=link.facility).first()\n"
SPENT = "    tokens.spend(link)  # behind the entry: who confirms it takes back every link to it\n"
ENTRY = f"    rows = Service.objects.published().select_for_update()\n    entry = {FOUND}"
ROW = "    row = Subscription.objects.select_for_update().filter(pk=token.object_id).first()\n"
TAKEN = "    tokens.spend(token)  # behind the row: who ends it takes back every link of it\n"

FAULTS = [
    Fault(
        AT_ONCE,
        "two editions are published at once",
        "network/services/editions.py",
        "return Region.objects.select_for_update().get(pk=office)",
        "return Region.objects.get(pk=office)",
        f"{DIRECTORY}::test_of_two_editions_published_at_once_one_is_the_next",
    ),
    Fault(
        AT_ONCE,
        "a list is not held while it is carried out",
        "network/services/uploads.py",
        'DirectoryUpload.objects.select_for_update(of=("self",)).filter(pk=upload.pk).first()',
        "DirectoryUpload.objects.filter(pk=upload.pk).first()",
        DIRECTORY,
    ),
    Fault(
        AT_ONCE,
        "two doubles are not held while they are merged",
        "network/services/successors.py",
        "rows = Service.objects.select_for_update().filter(pk__in=[keep.pk, gone.pk])",
        "rows = Service.objects.filter(pk__in=[keep.pk, gone.pk])",
        f"{DIRECTORY}::test_two_doubles_merged_into_each_other_at_once_end_in_one",
    ),
    Fault(
        AT_ONCE,
        "the link of a subscription is used before its row is held",
        "network/services/subscriptions.py",
        ROW + TAKEN,
        TAKEN + ROW,
        LEFT,
    ),
    Fault(
        AT_ONCE,
        "the link of an entry is used before the entry is held",
        "network/services/reviews.py",
        ENTRY + SPENT,
        SPENT + ENTRY,
        "tests/races/test_entries.py"
        "::test_two_owners_who_press_their_own_links_at_once_are_both_answered",
    ),
]
