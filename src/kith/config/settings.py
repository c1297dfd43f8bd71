"""Settings: read from the environment, safe by default."""

import importlib.util
import os
import secrets
from pathlib import Path

from kith.config.commencement import commenced
from kith.config.database_url import django_settings
from kith.config.logs import logging_settings, structlog_through_logging

ROOT = Path(__file__).resolve().parents[3]

SECRET_KEY = os.environ.get("KITH_SECRET_KEY") or secrets.token_urlsafe(50)
"""Without a key of its own each process makes one: nobody else knows it, and sign-ins end with the process."""
DEBUG = False
ALLOWED_HOSTS = os.environ.get("KITH_HOSTS", "127.0.0.1,localhost,testserver").split(",")

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
STATIC_URL = "static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"kith.agencies.passwords.{name}"} for name in ("LongEnough", "NotCommon", "NotKnownOfThem")
]

ROOMS = [
    "kernel", "files", "reference", "people", "agencies", "access", "outgoing", "identity", "chronology", "clocks", "patterns", "decisions",
    "pathway", "visits", "caseload", "journeys", "oversight", "returns", "replay", "giving", "web", "api", "feeds", "federation",
    "jobs", "simulation",
]  # fmt: skip
INSTALLED_APPS = [
    "kith.config",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "allauth.account",
    "allauth.mfa",
    *(f"kith.{room}" for room in ROOMS if importlib.util.find_spec(f"kith.{room}")),
]
if importlib.util.find_spec("kith.agencies.models"):
    AUTH_USER_MODEL = "agencies.SignIn"

KITH_RULEBOOK = "kith.rulebook.england"
"""Where the rules are: patterns finds them by this name, so that nations and years can differ."""
KITH_FEEDS = "kith.feeds"
"""Where the feeds are, a folder each: journeys finds them by this name."""
KITH_DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql://127.0.0.1:5432/kith")
KITH_DATABASE_ROLE = os.environ.get("KITH_DATABASE_ROLE", "app")
"""Who this process is in the database: app, asker, disposal or owner; or as_given, the account in the address."""
DATABASES = {"default": django_settings(KITH_DATABASE_URL, KITH_DATABASE_ROLE)}

KITH_DEMO = os.environ.get("KITH_DEMO") == "1"
"""Made-up people only: pages say so, and anybody at this machine may sign in as one of them."""
LOGGING = logging_settings(least="ERROR" if KITH_DEMO else "INFO")
structlog_through_logging()
KITH_SECOND_FACTOR = not KITH_DEMO
"""Whether whoever proved one thing alone, such as a password, sees nothing until a second factor stands. Off in the demo."""
KITH_SECOND_FACTOR_KEY = os.environ.get("KITH_SECOND_FACTOR_KEY") or SECRET_KEY
"""Seals the secrets of code apps and recovery codes. Lost or changed, everybody sets up their second factor anew."""
KITH_WAY_BACK_KEY = os.environ.get("KITH_WAY_BACK_KEY") or SECRET_KEY
"""Hashes the five words by which somebody who told of a worry comes back. Lost or changed, no words that were given work."""
KITH_AGENCY_SIGN_INS = os.environ.get("KITH_AGENCY_SIGN_INS", "")
"""The file that says which agencies prove their own people (docs/how-to/sign-in-with-your-agency.md); empty for none."""
KITH_TRUSTED_PROXIES = int(os.environ.get("KITH_TRUSTED_PROXIES", "0"))
"""How many proxies of our own stand before Kith: so many addresses at the end of X-Forwarded-For are believed."""
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if KITH_TRUSTED_PROXIES else None
"""Such a proxy ends TLS and says so. Without its word no answer carries HSTS, and every form is refused as another site's."""
KITH_ROOTS_FILE = os.environ.get("KITH_ROOTS_FILE")
"""Where the roots of the chains go, outside the database: a disk that the database's administrator cannot write to."""
KITH_RING_ONE_IN = int(os.environ.get("KITH_RING_ONE_IN", "50"))
"""Of so many searches for a child, the guardian desk rings back one by lot, so that being rung tells nobody anything [P]."""
KITH_FILES = os.environ.get("KITH_FILES", str(ROOT / ".kith" / "files"))
"""Where stored files are kept, by their digest: never inside what a web server hands out."""
KITH_SEALED_FILES = os.environ.get("KITH_SEALED_FILES", str(ROOT / ".kith" / "sealed"))
"""Where originals are sealed, apart from the copies that people look at: on a disk of its own where there is one."""
KITH_SCANNER = os.environ.get(
    "KITH_SCANNER", f"kith.files.scanners.{'none_configured' if KITH_DEMO else 'clamd'}"
)
"""What looks for viruses in files that come in, as a dotted path. One that gives no answer lets nothing be shown."""
KITH_CLAMD = os.environ.get("KITH_CLAMD", "/run/clamav/clamd.ctl")
"""Where clamd listens: a socket's path, or host:port."""

KITH_LOOKS_KEY = os.environ.get("KITH_LOOKS_KEY", "")
"""Hashes the streets of practitioners, so that they can be compared and not read. Keep it out of the database's reach."""
KITH_COMMENCED = commenced(os.environ.get("KITH_COMMENCED", ""))
"""From which day on a duty that was passed is in force: ``information_sharing=2027-04-01``. Until then pages cite the law as it stands."""
KITH_GIVING_KEY = os.environ.get("KITH_GIVING_KEY") or SECRET_KEY
"""Makes the secrets by which agencies' systems know that it is Kith who knocks. Lost or changed, each is given a new one."""
KITH_GIVING_HOSTS = tuple(host for host in os.environ.get("KITH_GIVING_HOSTS", "").lower().split(",") if host)
"""The hosts that Kith may knock at, by name, and no others: empty, it knocks nowhere."""
KITH_GIVING_LOOPBACK = KITH_DEMO and os.environ.get("KITH_GIVING_LOOPBACK") == "1"
"""For whoever builds a receiver: in the demo alone, Kith may knock at this machine, also without TLS."""
KITH_TOLD_ELSEWHERE = ("kith.identity.queries.told_in", "kith.chronology.queries.told_in")
"""Rooms above the outgoing gate hold words that can say where somebody is, or who told: each searches for its own, by these names."""
KITH_FORGETS = (
    "kith.web.drafts.forget_old",
    "kith.web.tell.forgetting.forget_old",
    "kith.web.sign_in.sessions.forget_ended",
)
"""What every round of work removes because its time is over, by these names: each takes ``at`` and answers how many."""

if importlib.util.find_spec("kith.config.pages"):
    from kith.config.pages import *  # noqa: F403
