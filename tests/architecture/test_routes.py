"""Every address that Kith answers says which policy guards it."""

import pytest
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from kith.config import routes
from kith.web.policy import POLICIES, policy
from tests.architecture.source import ROOT


class Urls:
    """A resolver of some addresses alone."""

    def __init__(self, *url_patterns):
        self.url_patterns = url_patterns


def unguarded(resolver) -> list[str]:
    return routes.unguarded(routes.every_route(resolver))


def test_every_route_has_a_policy():
    found = unguarded(None)
    assert not found, "\n\n" + "\n\n".join(found)


def test_a_route_without_a_policy_is_told_in_words_what_to_do():
    @require_safe
    def open_to_all(request):
        return HttpResponse()

    @policy("signed_in")
    def guarded(request):
        return HttpResponse()

    (told,) = unguarded(Urls(path("a/<uuid:child>/", open_to_all), path("b", guarded)))
    assert told.startswith(
        "/a/<uuid:child>/ is answered by open_to_all in tests/architecture/test_routes.py:"
    )
    assert all(f"  {name}: " in told for name in POLICIES)
    assert "@about_child(purpose=" in told and "./kith guard routes --write" in told


@pytest.mark.parametrize("policy", [None, ""])
def test_a_method_behind_the_json_door_without_a_policy_is_found(policy):
    ninja = pytest.importorskip("ninja")
    api = ninja.NinjaAPI(urls_namespace=f"planted-{policy}", docs_url=None, openapi_url=None)

    def planted(request):
        return {}

    planted.policy = policy
    api.get("/planted")(planted)
    only = Urls(*(found for found in api.urls[0] if "planted" in str(found.pattern)))

    assert len(unguarded(only)) == 1
    planted.policy = "partner_agency"
    assert unguarded(only) == []


def test_the_page_of_every_address_is_what_kith_answers():
    held = (ROOT / "docs" / "reference" / "routes.md").read_text(encoding="utf-8")
    assert held == routes.page(), "Write it anew: ./kith guard routes --write"


def test_of_every_policy_it_says_what_is_written_down():
    listed = {**routes.OF_PAGES, **routes.AT_THE_DOOR}
    assert set(routes.WRITTEN_DOWN) == set(listed)
