"""Django's entry into the app."""

import importlib

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Registers mails, tasks and worklist providers once Django is up."""

    name = "referrals"

    def ready(self) -> None:
        importlib.import_module("referrals.tasks")
        importlib.import_module("referrals.worklist")
