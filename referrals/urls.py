"""Addresses of the referrals app."""

from django.urls import URLPattern, URLResolver, include, path

from referrals.views import (
    accesses,
    announcements,
    asking,
    discharges,
    inquiries,
    mistakes,
    people,
    prints,
    referrals,
    region,
    releases,
    sent,
    stays,
)

app_name = "referrals"

_person: list[URLPattern | URLResolver] = [
    path("", people.person, name="person"),
    path("angaben/", people.change, name="person-change"),
    path("verstorben/", people.death, name="person-death"),
    path("aufenthalte/", stays.log_known, name="stay-log-known"),
    path("aufenthalte/<uuid:stay>/<slug:word>/", stays.step, name="stay-step"),
    path("einwilligungen/", stays.consent, name="consent"),
    path(
        "einwilligungen/<uuid:consent>/widerrufen/", stays.withdraw_consent, name="consent-withdraw"
    ),
    path("entbindungen/", releases.record, name="release"),
    path("entbindungen/neu/", releases.new, name="release-new"),
    path("entbindungen/<uuid:release>/widerrufen/", releases.withdraw, name="release-withdraw"),
    path("entbindungsformular/", releases.sheet, name="release-sheet"),
    path("ueberleitungen/", referrals.open_new, name="referral-open"),
    path("ueberleitungen/neu/", referrals.new, name="referral-new"),
]

_sent: list[URLPattern | URLResolver] = [
    path("", sent.inquiry, name="sent-inquiry"),
    path("blatt/", sent.sheet, name="sent-inquiry-sheet"),
    path("uebergabeblatt/", sent.handover, name="handover-sheet"),
    path("weiterfragen/", sent.forward, name="sent-inquiry-forward"),
    path("<slug:word>/", sent.step, name="sent-inquiry-step"),
]

_referral: list[URLPattern | URLResolver] = [
    path("", referrals.referral, name="referral"),
    path("angaben/", referrals.amend, name="referral-amend"),
    path("beenden/", referrals.close, name="referral-close"),
    path("einwilligung/", referrals.set_basis, name="referral-basis"),
    path("uebergabe/<slug:category>/", referrals.section, name="referral-section"),
    path("dienste/", asking.pick, name="services"),
    path("anfragen/", asking.send, name="services-send"),
    path("zettel/", prints.slip, name="slip"),
    path("zugriffe/", accesses.accesses, name="accesses"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("entlassungen/", discharges.discharges, name="discharges"),
    path("entlassungen/neu/", stays.new, name="stay-new"),
    path("entlassungen/erfassen/", stays.log, name="stay-log"),
    path("personen/<uuid:pk>/", include(_person)),
    path("ueberleitungen/", referrals.referrals, name="referrals"),
    path("ueberleitungen/krisenaufnahme/", announcements.crisis, name="crisis"),
    path("ueberleitungen/krisenaufnahme/senden/", announcements.announce, name="crisis-send"),
    path("ueberleitungen/notfallkontakt/", announcements.contact, name="contact"),
    path(
        "ueberleitungen/notfallkontakt/senden/", announcements.ask_for_contact, name="contact-send"
    ),
    path("ueberleitungen/offen-in-der-region/", region.cases, name="region"),
    path("ueberleitungen/offen-in-der-region/<uuid:pk>/", region.case, name="region-case"),
    path("ueberleitungen/<uuid:pk>/", include(_referral)),
    path("ueberleitungen/<uuid:referral>/anfragen/<uuid:pk>/", include(_sent)),
    path("irrtuemer/", mistakes.mistakes, name="mistakes"),
    path("irrtuemer/kennzeichnen/", mistakes.mark, name="mistake"),
    path("anfragen/", inquiries.inquiries, name="inquiries"),
    path("anfragen/<uuid:pk>/", inquiries.inquiry, name="inquiry"),
    path("anfragen/<uuid:pk>/blatt/", inquiries.sheet, name="inquiry-sheet"),
    path("anfragen/<uuid:pk>/<slug:word>/", inquiries.step, name="inquiry-step"),
]
