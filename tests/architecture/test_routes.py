"""Every address that Kith answers says which policy guards it."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.architecture.source import report

GUARDED_ELSEWHERE: dict[str, str] = {}
"""Addresses of other people's views to why they need no policy of ours."""


def guards(view: Callable[..., Any]) -> list[Any]:
    """The policies of a view: its own or, behind the JSON door, that of each method that it answers."""
    closed_over = inspect.getclosurevars(view).nonlocals if inspect.isfunction(view) else {}
    operations = getattr(closed_over.get("self"), "operations", None)
    if operations is not None:
        return [getattr(operation.view_func, "policy", None) for operation in operations]
    return [getattr(getattr(view, "view_class", view), "policy", None)]


def routes(resolver: Any, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every address under a resolver with the view that answers it."""
    for found in resolver.url_patterns:
        address = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from routes(found, address)
        elif isinstance(found, URLPattern):
            yield address, found.callback


def unguarded(resolver: Any) -> list[str]:
    """Addresses without a policy."""
    return [
        address
        for address, view in routes(resolver)
        if address not in GUARDED_ELSEWHERE and not all(guards(view))
    ]


def test_every_route_has_a_policy():
    found = unguarded(get_resolver())
    assert not found, report({address: "no policy" for address in found})


def test_a_route_without_a_policy_is_found():
    def open_to_all(request):
        return HttpResponse()

    def guarded(request):
        return HttpResponse()

    guarded.policy = "signed_in"

    class Urls:
        url_patterns = [path("a", open_to_all), path("b", guarded)]

    assert unguarded(Urls) == ["a"]


@pytest.mark.parametrize("policy", [None, ""])
def test_a_method_behind_the_json_door_without_a_policy_is_found(policy):
    ninja = pytest.importorskip("ninja")
    api = ninja.NinjaAPI(urls_namespace=f"planted-{policy}", docs_url=None, openapi_url=None)

    def planted(request):
        return {}

    planted.policy = policy
    api.get("/planted")(planted)

    class Urls:
        url_patterns = [found for found in api.urls[0] if "planted" in str(found.pattern)]

    assert unguarded(Urls) == ["planted"]
    planted.policy = "partner_agency"
    assert unguarded(Urls) == []
