"""Addresses of the network app."""

from django.urls import path

from network.views import acting, crisis, directory

app_name = "network"

urlpatterns = [
    path("handeln/", acting.switch, name="acting"),
    path("krise/", crisis.crisis, name="crisis"),
    path("verzeichnis/", directory.directory, name="directory"),
    path("verzeichnis/<slug:slug>/", directory.service, name="service"),
]
