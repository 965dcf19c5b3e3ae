"""What of the directory stays inside: contacts and their people, subscribers, hidden places."""

from tests.planted.fault import DEED, FIELDS, ONCE, WHICH, Fault

LISTS = "network/contact_lists.py"
CONTACTS = "tests/network/test_contacts.py"
RELEASED = f"{CONTACTS}::test_what_an_organisation_has_not_released_is_for_members_alone"
NAMES = f"{CONTACTS}::test_names_are_for_members_and_functions_for_everybody"
PUBLIC = "tests/network/test_editions.py::test_the_public_version_holds_functions_and_no_name"
KEEPING = "network/services/contacts.py"
TOLD = "network/services/subscriptions.py"
ASKED = "tests/network/subscriptions/test_asking.py"
TOLD_OF = "tests/network/subscriptions/test_telling.py"
LEFT = "tests/network/subscriptions/test_leaving.py"
BY_LINK = "tests/network/test_contact_questions.py"
CARDS = "network/cards.py"
PAGES = "tests/network/test_refuge.py::test_the_place_of_a_refuge_is_on_no_page_of_strangers"
ADDRESS = "tests/network/test_directory_pages.py::test_the_address_of_a_shelter_is_nowhere"
NARROW = "tests/network/test_directory_narrow.py"
RADIUS = f"{NARROW}::test_no_radius_finds_out_where_a_shelter_is"
ASKING = "tests/network/test_directory_search.py::test_the_place_of_a_shelter_cannot_be_found_out"

PEOPLE = "tests/network/test_lists_of_people.py::test_people_stay_with_the_network"

FAULTS = [
    Fault(
        WHICH,
        "everybody reads contacts that nobody has released",
        LISTS,
        "return contact.facility.organisation.contacts_public",
        "return True",
        RELEASED,
    ),
    Fault(
        FIELDS,
        "everybody reads who a contact is",
        LISTS,
        'person=contact.person if named else "",',
        "person=contact.person,",
        f"{CONTACTS}::test_a_person_without_a_facility_sees_no_names",
    ),
    Fault(
        FIELDS,
        "everybody reads who the deputy of a contact is",
        LISTS,
        'deputy=((deputy.person if named else "") or deputy.function) if deputy else "",',
        'deputy=(deputy.person or deputy.function) if deputy else "",',
        NAMES,
    ),
    Fault(
        FIELDS,
        "who works nowhere reads names",
        "network/views/contacts.py",
        "return request.actor.belongs",
        "return request.actor.person is not None",
        f"{CONTACTS}::test_a_person_without_a_facility_sees_no_names",
    ),
    Fault(
        FIELDS,
        "the public version of an edition names people",
        "network/services/editions.py",
        "lines_of(region, named=False)]",
        "lines_of(region, named=True)]",
        PUBLIC,
    ),
    Fault(
        FIELDS,
        "outside addresses get the edition with names",
        TOLD,
        "    file = edition.public_pdf\n",
        "    file = edition.pdf\n",
        f"{TOLD_OF}::test_members_get_the_link_and_outside_addresses_the_public_file",
    ),
    Fault(
        DEED,
        "an address that nobody has confirmed gets mail",
        "network/models/subscription.py",
        "return self.filter(confirmed_at__isnull=False)",
        "return self.all()",
        f"{ASKED}::test_an_address_counts_only_after_its_owner_has_pressed_the_button",
    ),
    Fault(
        ONCE,
        "the link of a subscription works twice",
        TOLD,
        "    row = tokens.spend_on(token, Subscription.objects.all())",
        "    row = Subscription.objects.filter(pk=token.object_id).first()",
        f"{ASKED}::test_an_address_counts_only_after_its_owner_has_pressed_the_button",
    ),
    Fault(
        DEED,
        "who has left the house is told on",
        TOLD,
        "elif found.person and _still_works_in(found):",
        "elif found.person:",
        f"{TOLD_OF}::test_who_works_here_no_longer_is_told_no_longer",
    ),
    Fault(
        WHICH,
        "leaving ends everybody's subscription",
        "network/models/subscription.py",
        "return self.filter(person=actor.person) if actor.person else self.none()",
        "return self.all()",
        f"{LEFT}::test_leaving_ends_ones_own_subscription_and_nobody_elses",
    ),
    Fault(
        DEED,
        "who works elsewhere subscribes as a member",
        TOLD,
        "if by.person is None or not _works_in(by, region):",
        "if by.person is None:",
        f"{ASKED}::test_members_choose_for_themselves_and_strangers_cannot",
    ),
    Fault(
        DEED,
        "any form of a page ends a subscription without its cookie",
        "network/views/leaving.py",
        'if request.POST.get("List-Unsubscribe") != "One-Click":',
        "if False:",
        f"{LEFT}::test_one_click_of_a_mail_program_ends_it_without_a_cookie",
    ),
    Fault(
        ONCE,
        "the link of a contact works twice",
        KEEPING,
        "tokens.spend_on(token, Contact.objects.filter(facility_id=by.facility))",
        "Contact.objects.filter(pk=token.object_id, facility_id=by.facility).first()",
        BY_LINK,
    ),
    Fault(
        FIELDS,
        "lists say where a shelter is",
        CARDS,
        "    if not service.address_public:\n        return service.region.name\n",
        "",
        PAGES,
    ),
    Fault(
        FIELDS,
        "the page of a shelter says where it is",
        CARDS,
        '    if not service.address_public:\n        return _("%(region)s; die Adresse',
        '    if False:\n        return _("%(region)s; die Adresse',
        f"{ADDRESS} {PAGES}",
    ),
    Fault(
        FIELDS,
        "the distance tells where a shelter is",
        "network/search/nearby.py",
        '    if not row["address_public"]:\n        return None\n',
        "",
        RADIUS,
    ),
    Fault(
        FIELDS,
        "a radius tells where a shelter is",
        "network/directory.py",
        '    if not row["address_public"]:\n        return True\n',
        "",
        RADIUS,
    ),
    Fault(
        FIELDS,
        "the words of the search tell where a shelter is",
        "network/search/index.py",
        "    if service.address_public:\n",
        "    if True:\n",
        ASKING,
    ),
    Fault(
        FIELDS,
        "the ticks of the search tell where a shelter is",
        "network/search/marks.py",
        'if row["address_public"] and row["district"] else ""',
        'if row["district"] else ""',
        f"{ASKING} {PAGES}",
    ),
    Fault(
        FIELDS,
        "search engines are told where a shelter is",
        "network/exporting/entry.py",
        'if not row["address_public"]:',
        "if False:",
        "tests/network/test_found_by_search_engines.py",
    ),
    Fault(
        WHICH,
        "the sitemap names drafts",
        "network/sitemaps.py",
        'Service.objects.published().order_by("slug")',
        'Service.objects.order_by("slug")',
        "tests/network/test_found_by_search_engines.py",
    ),
    Fault(
        FIELDS,
        "a new women's shelter says where it is",
        "network/forms/entry.py",
        'values["address_public"] = values["type"] != Service.Type.WOMENS_SHELTER',
        'values["address_public"] = True',
        "tests/network/test_entry_page.py::"
        "test_the_address_of_a_womens_shelter_is_hidden_unless_somebody_says_otherwise",
    ),
    Fault(
        FIELDS,
        "an imported women's shelter says where it is",
        "network/importing/refuges.py",
        'entry.values["address_public"] = False',
        'entry.values["address_public"] = True',
        "tests/network/test_import_directory.py::test_the_place_of_a_womens_shelter_stays_unsaid",
    ),
    Fault(
        FIELDS,
        "only the columns of name and kind tell a refuge",
        "network/importing/of_list.py",
        "shelters_women(kind, *texts)",
        "shelters_women(kind)",
        "tests/network/test_lists_that_tell_too_much.py::test_no_column_gives_a_refuge_away",
    ),
    Fault(
        FIELDS,
        "the number of a refuge keeps its street beside it",
        "network/importing/refuges.py",
        "    without_words(entry)\n",
        "",
        "tests/network/test_lists_that_tell_too_much.py::test_no_column_gives_a_refuge_away",
    ),
    Fault(
        FIELDS,
        "a remark of a foreign list leads to a refuge",
        "network/importing/refuges.py",
        "    keep_place(entry)\n",
        "",
        "tests/network/test_refuges_in_lists.py::test_no_remark_leads_to_a_refuge",
    ),
    Fault(
        FIELDS,
        "a list of refuges under such a title publishes where they are",
        "network/importing/of_list.py",
        "(self.of_refuges and not is_other)",
        "False",
        "tests/network/test_lists_of_refuges.py::test_a_title_tells_what_its_rows_are",
    ),
    Fault(
        FIELDS,
        "the name of a refuge holds its street",
        "network/importing/refuges.py",
        "    _leave_out(entry, site)\n",
        "",
        "tests/network/test_lists_of_refuges.py::test_the_house_of_a_refuge_is_no_part_of_its_name",
    ),
    Fault(
        FIELDS,
        "a foreign list publishes who answers its telephone",
        "network/importing/persons.py",
        'rest = _PERSON.sub(" ", text)',
        "rest = text",
        PEOPLE,
    ),
    Fault(
        FIELDS,
        "a foreign list publishes a remark that names somebody",
        "network/importing/said.py",
        "if names_in(text):",
        "if False:",
        PEOPLE,
    ),
    Fault(
        FIELDS,
        "a foreign list publishes the mailbox of a person",
        "network/importing/doubts.py",
        "own = [mail for mail in mails if people & set(_parts(mail)) or _spells(mail, called)]",
        "own: list[str] = []",
        "tests/network/test_lists_of_people.py::"
        "test_a_mailbox_that_bears_a_name_stays_with_the_network",
    ),
    Fault(
        FIELDS,
        "a foreign list publishes what it asks not to",
        "network/importing/withheld.py",
        'entry.values["state"] = Service.State.IN_REVIEW',
        'entry.values["state"] = Service.State.PUBLISHED',
        "tests/network/test_lists_that_ask_for_silence.py::"
        "test_a_column_that_refuses_leave_is_obeyed",
    ),
    Fault(
        FIELDS,
        "a foreign list publishes what it calls closed",
        "network/importing/doubts.py",
        'entry.values["state"] = Service.State.IN_REVIEW',
        'entry.values["state"] = Service.State.PUBLISHED',
        "tests/network/test_lists_of_people.py::test_what_its_source_calls_closed_is_not_published",
    ),
]
