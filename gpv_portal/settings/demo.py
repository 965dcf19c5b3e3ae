"""The demo on loopback: plain http, and mail that stays on the machine."""

from gpv_portal.demo_region.accounts import accounts
from gpv_portal.settings.base import *  # noqa: F403 - its parent plus a few lines
from gpv_portal.settings.base import INSTALLED_APPS
from gpv_portal.settings.environment import optional

GPV_DEMO = True
GPV_DEMO_PEOPLE = accounts()
GPV_REGION_NAME = "Kreis Auental"
GPV_SITE_ADDRESS = f"http://127.0.0.1:{optional('GPV_PORT', '8000')}"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = []
SESSION_COOKIE_NAME = "sitzung"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None
EMAIL_BACKEND = "core.demo_mail.KeptMailBackend"
INSTALLED_APPS += ["gpv_portal.demo_region"]
