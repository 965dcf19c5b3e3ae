"""Starts the system checks and the outbox handlers with the app."""

import importlib

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        importlib.import_module("core.checks")
        importlib.import_module("core.tasks")
