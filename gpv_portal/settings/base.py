"""A real installation: secure, and refusing to start while a secret is missing."""

from pathlib import Path
from typing import Any

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from gpv_portal.settings.environment import key_ring, optional, secret, words

BASE_DIR = Path(__file__).resolve().parent.parent.parent

SECRET_KEY = secret("GPV_SECRET_KEY")
GPV_KEY_RING = key_ring("GPV_KEY_RING")
DEBUG = False
ALLOWED_HOSTS = words("GPV_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS: list[str] = [f"https://{host}" for host in ALLOWED_HOSTS]
GPV_DEMO = False
GPV_SHOW_COMPONENTS = False
GPV_SITE_ADDRESS = optional("GPV_SITE_ADDRESS", "https://localhost")
GPV_WEB_ROLE = "gpv_web"
GPV_WORKER_ROLE = "gpv_worker"
GPV_GRANT_MODEL = "network.FacilityGroupObjectPermission"
GPV_GRANT_NAMES = (
    "content_object__name",
    "content_object__organisation__name",
    "content_object__organisation__region__name",
)
GPV_ACTING = "network.acting.acting"
GPV_LISTED = (
    "core:start",
    "network:directory",
    "network:crisis",
    "network:responsible",
    "conferences:public-minutes",
    "core:imprint",
    "core:privacy",
    "core:accessibility",
)
GPV_INDEXED = (*GPV_LISTED, "network:service")
GPV_CRAWLED = (
    "/$",
    "/static/",
    "/verzeichnis/",
    "/krise/$",
    "/zustaendig/$",
    "/kontakte/$",
    "/protokolle/$",
    "/impressum/$",
    "/datenschutz/$",
    "/barrierefreiheit/$",
    "/sitemap.xml$",
)
GPV_NOT_CRAWLED = ("/verzeichnis/export/", "/verzeichnis/?")
GPV_REGION_NAME = optional("GPV_REGION_NAME")
GPV_OPERATOR = {
    "name": optional("GPV_OPERATOR_NAME"),
    "address": optional("GPV_OPERATOR_ADDRESS"),
    "phone": optional("GPV_OPERATOR_PHONE"),
    "mail": optional("GPV_OPERATOR_MAIL"),
    "represented_by": optional("GPV_OPERATOR_REPRESENTED_BY"),
    "data_protection": optional("GPV_DATA_PROTECTION_CONTACT"),
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "guardian",
    "core",
    "network",
    "referrals",
    "conferences",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.NoStore",
    "core.indexing.NoIndex",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.SignInRequired",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.middleware.Refusals",
]

ROOT_URLCONF = "gpv_portal.urls"
WSGI_APPLICATION = "gpv_portal.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["core.templatetags.ui", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.shell",
            ],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **dj_database_url.parse(secret("DATABASE_URL"), conn_max_age=0),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}},
    }
}
# guardian asks for its backend, but only core.access reads its table, in one query
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "core:tasks"
LOGOUT_REDIRECT_URL = "core:start"
ANONYMOUS_USER_NAME = None

ACCOUNT_ADAPTER = "core.accounts.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip", "reset_password": "20/m/ip"}

SESSION_COOKIE_NAME = "__Host-sitzung"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]
SECURE_PROXY_SSL_HEADER: tuple[str, str] | None = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticroot"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = optional("GPV_SMTP_HOST", "localhost")
EMAIL_PORT = int(optional("GPV_SMTP_PORT", "587"))
EMAIL_HOST_USER = optional("GPV_SMTP_USER")
EMAIL_HOST_PASSWORD = optional("GPV_SMTP_PASSWORD")
EMAIL_USE_TLS = optional("GPV_SMTP_TLS", "1") == "1"
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = optional("GPV_MAIL_FROM", "gpv-portal@example.org")

CELERY_BROKER_URL = secret("CELERY_BROKER_URL")
GPV_REPUBLISH_SECONDS = int(optional("GPV_REPUBLISH_SECONDS", "90"))
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 120}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/Berlin"
CELERY_BEAT_SCHEDULE = {
    "sweep-outbox": {"task": "core.tasks.sweep", "schedule": 60.0},
    "seal-audit": {"task": "core.tasks.seal_audit", "schedule": 10.0},
    "forget": {"task": "core.tasks.forget", "schedule": crontab(hour="3", minute="30")},
    "contact-questions": {
        "task": "network.tasks.ask_owners",
        "schedule": crontab(hour="6", minute="40"),
    },
    "forget-subscriptions": {
        "task": "network.tasks.forget_subscriptions",
        "schedule": crontab(hour="3", minute="40"),
    },
    "forget-uploads": {"task": "network.tasks.forget_uploads", "schedule": crontab(minute="50")},
    "referral-deadlines": {"task": "referrals.tasks.watch_deadlines", "schedule": 300.0},
    "conference-deadlines": {
        "task": "conferences.tasks.watch_deadlines",
        "schedule": crontab(minute="15", hour="*"),
    },
    "entry-reviews": {
        "task": "network.tasks.watch_entries",
        "schedule": crontab(hour="6", minute="40"),
    },
    "saved-searches": {
        "task": "network.tasks.watch_searches",
        "schedule": crontab(hour="6", minute="50"),
    },
    "printed-sheets": {"task": "network.tasks.watch_sheets", "schedule": crontab(minute="5,35")},
    "regions-together": {
        "task": "network.tasks.put_regions_together",
        "schedule": crontab(day_of_week="sunday", hour="4", minute="10"),
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "core.logs.AllowListFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # they tell of every step of every document
    "loggers": {"weasyprint": {"level": "WARNING"}, "fontTools": {"level": "WARNING"}},
}
