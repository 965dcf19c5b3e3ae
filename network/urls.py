"""Addresses of the network app."""

from django.urls import path

from network.views import acting, contacts, crisis, directory, editions

app_name = "network"

urlpatterns = [
    path("handeln/", acting.switch, name="acting"),
    path("kontakte/", contacts.contacts, name="contacts"),
    path("kontakte/liste.csv", contacts.contacts_csv, name="contacts-csv"),
    path("kontakte/liste.vcf", contacts.contacts_vcard, name="contacts-vcard"),
    path("kontakte/<uuid:pk>.vcf", contacts.contact_vcard, name="contact-vcard"),
    path("kontakte/ausgaben/neu/", editions.publish, name="edition-publish"),
    path("kontakte/ausgaben/<uuid:pk>/", editions.edition, name="edition"),
    path("kontakte/ausgaben/<uuid:pk>/pdf/", editions.edition_pdf, name="edition-pdf"),
    path("krise/", crisis.crisis, name="crisis"),
    path("verzeichnis/", directory.directory, name="directory"),
    path("verzeichnis/<slug:slug>/", directory.service, name="service"),
]
