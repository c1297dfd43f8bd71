"""Every address that Kith answers, each from the room that answers it."""

import importlib.util

from django.urls import include, path

urlpatterns = [
    path(prefix, include(module))
    for prefix, module in (("api/", "kith.api.urls"), ("", "kith.web.urls"))
    if importlib.util.find_spec(module)
]
