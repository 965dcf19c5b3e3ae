"""Addresses that belong to no app."""

from django.conf import settings
from django.urls import path

from core.views import account, components, demo, health, robots, tasks
from core.views import public as pages

app_name = "core"

urlpatterns = [
    path("", pages.start, name="start"),
    path("aufgaben/", tasks.tasks, name="tasks"),
    path("konto/", account.account, name="account"),
    path("konto/text/", account.kept_text, name="kept-text"),
    path("impressum/", pages.imprint, name="imprint"),
    path("datenschutz/", pages.privacy, name="privacy"),
    path("barrierefreiheit/", pages.accessibility, name="accessibility"),
    path("robots.txt", robots.robots, name="robots"),
    path("healthz/", health.healthz, name="healthz"),
    path("readyz/", health.readyz, name="readyz"),
    path("vorfuehrung/postausgang/", demo.outbox, name="demo-outbox"),
]
if settings.DEBUG or settings.GPV_DEMO or settings.GPV_SHOW_COMPONENTS:
    urlpatterns.append(path("bausteine/", components.components, name="components"))
