"""The conferences app; its outbox handlers and worklist are known from the start."""

import importlib

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "conferences"

    def ready(self) -> None:
        importlib.import_module("conferences.tasks")
        importlib.import_module("conferences.worklist")
