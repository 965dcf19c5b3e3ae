"""The tests: real PostgreSQL and broker, quick password hashes, mail to a server in the process."""

import base64
import os

os.environ.setdefault("GPV_SECRET_KEY", "test-secret-" + "x" * 48)
os.environ.setdefault("GPV_KEY_RING", "test:" + base64.b64encode(b"k" * 32).decode())
os.environ.setdefault("DATABASE_URL", "postgres:///gpv")
os.environ.setdefault("CELERY_BROKER_URL", "redis://localhost:1")

from gpv_portal.settings.base import *  # noqa: F403 - the secrets above come first
from gpv_portal.settings.base import DATABASES, INSTALLED_APPS, MIDDLEWARE, TEMPLATES

GPV_SHOW_COMPONENTS = True
GPV_SITE_ADDRESS = "http://testserver"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SESSION_COOKIE_NAME = "sitzung"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
DATABASES["default"]["OPTIONS"] = {}
DATABASES["default"]["TEST"] = {"NAME": "test_gpv"}
# the live server of the tests serves static files itself, without a collected folder
MIDDLEWARE = ["tests.middleware.ResetRole", *(m for m in MIDDLEWARE if "whitenoise" not in m)]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "{{ missing: %s }}"
EMAIL_USE_TLS = False
INSTALLED_APPS += ["gpv_portal.demo_region"]
