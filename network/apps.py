"""The directory app."""

import importlib

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "network"

    def ready(self) -> None:
        importlib.import_module("network.tasks")
        importlib.import_module("network.worklist")
