"""What holds while two people press at once in the directory."""

from tests.planted.fault import AT_ONCE, Fault

DIRECTORY = "tests/races/test_directory.py"
SEARCHES = "tests/races/test_saved_searches.py"
LEFT = f"{DIRECTORY}::test_an_address_asked_twice_and_left_twice_at_once_is_asked_and_left_once"
ENTRY = "    entry = tokens.spend_on(link, rows)\n"
SUBSCRIPTION = "    row = tokens.spend_on(token, Subscription.objects.all())\n"
SEARCH = "    row = tokens.spend_on(token, SavedSearch.objects.all())\n"
TOKEN_FIRST, LINK_FIRST = "    tokens.spend(token)\n", "    tokens.spend(link)\n"
HELD = "select_for_update().filter(pk=token.object_id).first()\n"

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
        SUBSCRIPTION,
        f"{TOKEN_FIRST}    row = Subscription.objects.{HELD}",
        LEFT,
    ),
    Fault(
        AT_ONCE,
        "the link of an entry is used before the entry is held",
        "network/services/reviews.py",
        ENTRY,
        f"{LINK_FIRST}    entry = rows.{HELD.replace('token', 'link')}",
        "tests/races/test_entries.py"
        "::test_two_owners_who_press_their_own_links_at_once_are_both_answered",
    ),
    Fault(
        AT_ONCE,
        "the link of a kept search is used before the search is held",
        "network/services/saved_searches.py",
        SEARCH,
        f"{TOKEN_FIRST}    row = SavedSearch.objects.{HELD}",
        f"{SEARCHES}::test_the_links_of_two_mails_pressed_at_once_end_the_mails_once",
    ),
    Fault(
        AT_ONCE,
        "a link is used while nobody holds its row",
        "core/tokens.py",
        'rows.select_for_update(of=("self",)).filter(pk=link.object_id).first()',
        "rows.filter(pk=link.object_id).first()",
        f"{SEARCHES} {LEFT}",
    ),
]
