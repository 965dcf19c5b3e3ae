"""Starts PostgreSQL and the broker, then Django, before any other test module is read."""

import os

import django

from gpv_portal.boot.testing import start_services_for_tests

os.environ["DJANGO_SETTINGS_MODULE"] = "gpv_portal.settings.test"
start_services_for_tests()
django.setup()

pytest_plugins = ["tests.fixtures"]
