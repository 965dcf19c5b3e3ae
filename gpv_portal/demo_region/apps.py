"""The demo's region as an app: no tables of its own, two commands."""

from django.apps import AppConfig


class DemoRegionConfig(AppConfig):
    name = "gpv_portal.demo_region"
