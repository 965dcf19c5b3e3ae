"""Prints who can sign in to the demo."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from gpv_portal.demo_region.accounts import PASSWORD, accounts


class Command(BaseCommand):
    """``manage.py demo_accounts``."""

    help = "Prints the accounts of the demo and their common password."

    def handle(self, *args: Any, **options: Any) -> None:
        everybody = accounts()
        name = max(len(each["name"]) for each in everybody)
        email = max(len(each["email"]) for each in everybody)
        for each in everybody:
            self.stdout.write(f"{each['name']:<{name}}  {each['email']:<{email}}  {each['place']}")
        self.stdout.write(_("Passwort für alle: %(password)s") % {"password": PASSWORD})
