"""The door's addresses."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from kith.api import entry_state, given, given_file, openapi, send_entries  # noqa: F401  (each puts its endpoint up)
from kith.api.door import door, nothing_here
from kith.api.send_message import send_message

ROOT = "api-root"
"""An address that the library adds; it would answer without a policy."""


def _addresses() -> list[URLPattern | URLResolver]:
    return [found for found in door.urls[0] if getattr(found, "name", "") != ROOT]


urlpatterns = [
    path("v1/", include((_addresses(), "api"))),
    path("feeds/<slug:feed>/", send_message, name="send_message"),
    re_path("", nothing_here),
]
