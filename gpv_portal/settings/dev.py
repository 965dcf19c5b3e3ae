"""For developing by hand: like the demo, and with Django's own error pages."""

from gpv_portal.settings.demo import *  # noqa: F403 - a settings module is its parent plus a few lines

DEBUG = True
GPV_DEMO = False
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
