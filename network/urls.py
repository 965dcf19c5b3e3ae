"""Addresses of the network app."""

from django.urls import path

from network.views import (
    acting,
    administration,
    contacts,
    crisis,
    directory,
    editions,
    entries,
    entry_links,
    exports,
    hints,
    life,
    own_contacts,
)

app_name = "network"

urlpatterns = [
    path("handeln/", acting.switch, name="acting"),
    path("verwaltung/", administration.administration, name="administration"),
    path("verwaltung/personen/neu/", administration.invite_person, name="person-invite"),
    path("verwaltung/personen/<uuid:pk>/beenden/", administration.end_role, name="role-end"),
    path("verwaltung/eintraege/neu/", entries.new, name="entry-new"),
    path("verwaltung/eintraege/anlegen/", entries.create, name="entry-create"),
    path("verwaltung/eintraege/pruefen/", entries.to_check, name="entries-to-check"),
    path("verwaltung/eintraege/<slug:slug>/bearbeiten/", entries.edit, name="entry-edit"),
    path("verwaltung/eintraege/<slug:slug>/speichern/", entries.save, name="entry-save"),
    path("verwaltung/eintraege/<slug:slug>/stimmt/", entries.confirm, name="entry-confirm"),
    path("verwaltung/eintraege/<slug:slug>/schliessen/", life.close, name="entry-close"),
    path("verwaltung/eintraege/<slug:slug>/schritt/<slug:word>/", life.step, name="entry-step"),
    path("verwaltung/eintraege/<slug:slug>/hinweise/", hints.hints, name="hints"),
    path(
        "verwaltung/eintraege/<slug:slug>/hinweise/<uuid:pk>/antworten/",
        hints.answer,
        name="hint-answer",
    ),
    path("verwaltung/kontakte/neu/", own_contacts.new, name="contact-new"),
    path("verwaltung/kontakte/anlegen/", own_contacts.create, name="contact-create"),
    path("verwaltung/kontakte/<uuid:pk>/", own_contacts.edit, name="contact-edit"),
    path("verwaltung/kontakte/<uuid:pk>/speichern/", own_contacts.save, name="contact-save"),
    path("verwaltung/kontakte/<uuid:pk>/stimmt/", own_contacts.confirm, name="contact-confirm"),
    path("kontakte/", contacts.contacts, name="contacts"),
    path("kontakte/liste.csv", contacts.contacts_csv, name="contacts-csv"),
    path("kontakte/liste.vcf", contacts.contacts_vcard, name="contacts-vcard"),
    path("kontakte/<uuid:pk>.vcf", contacts.contact_vcard, name="contact-vcard"),
    path("kontakte/ausgaben/neu/", editions.publish, name="edition-publish"),
    path("kontakte/ausgaben/<uuid:pk>/", editions.edition, name="edition"),
    path("kontakte/ausgaben/<uuid:pk>/pdf/", editions.edition_pdf, name="edition-pdf"),
    path("krise/", crisis.crisis, name="crisis"),
    path("verzeichnis/", directory.directory, name="directory"),
    path("verzeichnis/export/hsds.json", exports.hsds, name="export-hsds"),
    path("verzeichnis/export/fhir.json", exports.fhir, name="export-fhir"),
    path("verzeichnis/export/liste.csv", exports.table, name="export-csv"),
    path("verzeichnis/<slug:slug>/", directory.service, name="service"),
    path("verzeichnis/<slug:slug>/hinweis/", hints.new, name="hint"),
    path("verzeichnis/<slug:slug>/hinweis/senden/", hints.send, name="hint-send"),
    path("l/eintrag/<str:token>/", entry_links.ask, name="entry-link"),
    path("l/eintrag/<str:token>/stimmt/", entry_links.confirm, name="entry-link-confirm"),
]
