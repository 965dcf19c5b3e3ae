"""Addresses of the network app."""

from tests.matrix.row import row

ONE_CLICK = {"List-Unsubscribe": "One-Click"}

ROWS = {
    "network:directory": row("get", everybody=200),
    "network:service": row("get", "service", everybody=200),
    "network:sitemap": row("get", everybody=200),
    "network:export-hsds": row("get", everybody=200),
    "network:export-fhir": row("get", everybody=200),
    "network:export-csv": row("get", everybody=200),
    "network:administration": row("get", everybody=403, anonymous=302, org_admin=200),
    "network:person-invite": row("post", everybody=403, anonymous=302, org_admin=200),
    "network:role-end": row("post", "membership", everybody=403, anonymous=302, org_admin=302),
    "network:entry-new": row("get", everybody=403, anonymous=302, org_admin=200),
    "network:entry-create": row("post", everybody=403, anonymous=302, org_admin=200),
    "network:entries-to-check": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:entry-edit": row("get", "service", everybody=404, anonymous=302, org_admin=200),
    "network:entry-save": row("post", "service", everybody=404, anonymous=302, org_admin=200),
    "network:entry-confirm": row("post", "service", everybody=404, anonymous=302, org_admin=302),
    "network:entry-step": row(
        "post", "entry_step", everybody=404, anonymous=302, org_admin=302, coordinator=409
    ),
    "network:entry-close": row("post", "service", everybody=404, anonymous=302, org_admin=200),
    "network:entry-link": row("get", "no_link", everybody=404),
    "network:entry-link-confirm": row("post", "no_link", everybody=404),
    "network:hint": row("get", "service", everybody=200),
    "network:hint-send": row("post", "service", everybody=200),
    "network:hints": row("get", "hinted", everybody=404, anonymous=302, org_admin=200),
    "network:hint-answer": row(
        "post", "hint", everybody=404, anonymous=302, org_admin=302, send={"accepted": "ja"}
    ),
    "network:contact-new": row("get", everybody=403, anonymous=302, org_admin=200),
    "network:contact-create": row("post", everybody=403, anonymous=302, org_admin=200),
    "network:contact-edit": row("get", "contact", everybody=403, anonymous=302, org_admin=200),
    "network:contact-save": row("post", "contact", everybody=403, anonymous=302, org_admin=200),
    "network:contact-confirm": row("post", "contact", everybody=403, anonymous=302, org_admin=302),
    "network:contact-remove": row("post", "contact", everybody=403, anonymous=302, org_admin=302),
    "network:contacts-release": row("post", everybody=403, anonymous=302, org_admin=302),
    "network:glossary": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:glossary-create": row("post", everybody=403, anonymous=302, coordinator=200),
    "network:glossary-edit": row("get", "synonyms", everybody=403, anonymous=302, coordinator=200),
    "network:glossary-save": row("post", "synonyms", everybody=403, anonymous=302, coordinator=200),
    "network:glossary-remove": row(
        "post", "synonyms", everybody=403, anonymous=302, coordinator=302
    ),
    "network:contacts": row("get", everybody=200),
    "network:contacts-csv": row("get", everybody=200),
    "network:contacts-vcard": row("get", everybody=200),
    "network:contact-vcard": row("get", "contact", everybody=200),
    "network:edition-publish": row("post", everybody=403, anonymous=302, coordinator=409),
    "network:edition": row("get", "edition", everybody=200, anonymous=302, no_role=404),
    "network:edition-pdf": row("get", "edition", everybody=409, anonymous=302, no_role=404),
    "network:edition-public": row("get", "public-edition", everybody=200),
    "network:subscribe": row("post", everybody=302, no_role=403),
    "network:unsubscribe": row("post", everybody=302),
    "network:subscription-form": row("get", everybody=200),
    "network:subscription-ask": row("post", send={"email": "a@example.org"}, everybody=200),
    "network:contact-link": row("get", "contact-link", everybody=200),
    "network:contact-link-confirm": row("post", "contact-link", everybody=200),
    "network:join-link": row("get", "join-link", everybody=200),
    "network:join-link-confirm": row("post", "join-link", everybody=200),
    "network:leave-link": row("get", "leave-link", everybody=200),
    "network:leave-link-confirm": row("post", "leave-link", everybody=200),
    "network:leave-at-once": row("post", "leave-link", send=ONE_CLICK, everybody=204),
    "network:uploads": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:upload-new": row("post", everybody=403, anonymous=302, coordinator=200),
    "network:upload": row("get", "upload", everybody=403, anonymous=302, coordinator=200),
    "network:upload-columns": row("get", "upload", everybody=403, anonymous=302, coordinator=200),
    "network:upload-name": row("post", "upload", everybody=403, anonymous=302, coordinator=200),
    "network:upload-carry-out": row(
        "post", "upload", everybody=403, anonymous=302, coordinator=302
    ),
    "network:upload-throw-away": row(
        "post", "upload", everybody=403, anonymous=302, coordinator=302
    ),
    "network:duplicates": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:duplicate": row("get", "pair", everybody=403, anonymous=302, coordinator=200),
    "network:duplicate-merge": row("post", "pair", everybody=403, anonymous=302, coordinator=302),
    "network:duplicate-apart": row("post", "pair", everybody=403, anonymous=302, coordinator=302),
    "network:crisis": row("get", everybody=200),
    "network:crisis-ask": row("post", everybody=200, send={"ort": "59101"}),
    "network:responsible": row("get", everybody=200),
    "network:responsible-answer": row("post", everybody=200, send={"ort": "59101"}),
    "network:rules": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:rule-new": row("get", everybody=403, anonymous=302, coordinator=200),
    "network:rule-create": row("post", everybody=403, anonymous=302, coordinator=200),
    "network:rule-edit": row("get", "rule", everybody=403, anonymous=302, coordinator=200),
    "network:rule-save": row("post", "rule", everybody=403, anonymous=302, coordinator=200),
    "network:acting": row("post", everybody=403, anonymous=302),
}
