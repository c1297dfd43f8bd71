"""Settings of everything a browser meets: templates, middleware, content security, static files, cookies."""

import os
import warnings
from pathlib import Path

from csp.constants import NONE, SELF

_ROOT = Path(__file__).resolve().parents[3]
_WEB = Path(__file__).resolve().parents[1] / "web"

HTTPS = os.environ.get("KITH_HTTPS", "") == "1"
"""True where browsers reach Kith over TLS: cookies and headers that need it are then switched on."""

TEMPLATES = [
    {
        "NAME": "pages",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_WEB / "templates", _WEB],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "kith.web.jinja.environment", "autoescape": True},
    },
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.web.headers.PrivatePageHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kith.web.sign_in.hours.LongestWorkingDay",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# No script, no inline style and nothing from another host, on any page. The pages that ask for a passkey alone take one
# script of ours (web/sign_in/scripted.py): without it no browser hands a passkey over. The public door takes another (web/tell/door.py),
# and a discussion one that hears of changes and asks this site for the page again (web/decision/live.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# ``same-origin`` and not ``no-referrer``: under the latter a browser posts a form with "Origin: null", which the
# forgery check must refuse. Either way no other site learns which page somebody came from.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
X_FRAME_OPTIONS = "DENY"

# One cookie. A browser takes the __Host- prefix only with Secure, Path=/ and no Domain, so plain loopback goes without.
SESSION_COOKIE_NAME = "__Host-kith" if HTTPS else "kith"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = "/"
SESSION_COOKIE_AGE = 30 * 60
"""Seconds without a page before a person is signed out (``web.sign_in.hours``); drafts are kept, so no words go with it."""
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "kith.web.refused.views.page_had_expired"

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
"""Bytes of one submit. Far more than a form keeps of a field, so that words which are too long go back to their writer
with the field named, and are not refused unread."""

FILE_UPLOAD_HANDLERS = ["kith.web.photographs.uploads.OnlyWhatIsTakenIn"]
"""Files come in by one door, in memory; whatever is sent to another page with a form is passed over."""
DATA_UPLOAD_MAX_NUMBER_FILES = 100
# allauth keeps the second factors; its pages, addresses, sign-up and e-mails are not used (docs/adr/0008).
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "kith.web.sign_in.sealing.SealedSecrets"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kith"
MFA_RECOVERY_CODE_DIGITS = 12

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign_in"

STATIC_URL = "/static/"
STATIC_ROOT = _ROOT / ".kith" / "static"
STATICFILES_DIRS = [_WEB / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

warnings.filterwarnings("ignore", "No directory at", UserWarning)  # whitenoise, before anything was collected
# Collected files carry a hash in their name and are kept by browsers for a year; before ``collectstatic`` (tests, demo)
# they are found where they lie.
_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
