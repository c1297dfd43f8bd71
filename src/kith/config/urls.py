"""Every address that Kith answers, each from the room that answers it."""

import importlib.util

from django.urls import include, path

handler400 = "kith.web.refused.views.too_much"
handler404 = "kith.web.refused.views.not_found"
handler500 = "kith.web.refused.views.went_wrong"

urlpatterns = [
    path(prefix, include(module))
    for prefix, module in (("api/", "kith.api.urls"), ("", "kith.web.urls"))
    if importlib.util.find_spec(module)
]
