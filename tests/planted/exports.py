"""What the open exports of the directory keep to themselves."""

from tests.planted.fault import FIELDS, WHICH, Fault

SECRET = "tests/network/test_exports.py::test_no_export_says_what_is_secret"
ENTRY = "network/exporting/entry.py"

FAULTS = [
    Fault(
        WHICH,
        "the exports hold drafts",
        "network/models/publication.py",
        "Service.objects.published().filter(region=region)",
        "Service.objects.filter(region=region)",
        SECRET,
    ),
    Fault(
        FIELDS,
        "the exports give the address of a shelter",
        ENTRY,
        'if not row["address_public"]:',
        "if False:",
        SECRET,
    ),
    Fault(
        FIELDS,
        "the exports give the catchment of a shelter",
        ENTRY,
        'catchment="" if hidden else impersonal(row["catchment"]),',
        'catchment=impersonal(row["catchment"]),',
        SECRET,
    ),
    Fault(
        FIELDS,
        "the exports give the postcodes of a shelter's areas",
        ENTRY,
        'postcodes=[] if hidden else _postcodes(row["covers"]),',
        'postcodes=_postcodes(row["covers"]),',
        SECRET,
    ),
    Fault(
        FIELDS,
        "the exports repeat a text that tells where a shelter is",
        ENTRY,
        "texts = {name: without_place(text, row) for name, text in texts.items()}",
        "pass",
        SECRET,
    ),
    Fault(
        FIELDS,
        "the exports name a person",
        ENTRY,
        "texts = {name: impersonal(row[name]) for name in TEXTS}",
        "texts = {name: row[name] for name in TEXTS}",
        SECRET,
    ),
]
