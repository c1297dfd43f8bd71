"""Every address that Kith answers: by which methods, behind which policy, from which file; and the page that lists them."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from kith.api.policies import POLICIES as AT_THE_DOOR
from kith.web.policy import POLICIES as OF_PAGES

ANY = ("any",)
"""A view that does not say by which methods it is asked answers all of them."""
WRITTEN_DOWN = {
    "public": "Nothing of reading; of signing in the open session, what a keeper's code came to, and wrong tries as hashes that fade.",
    "own_sign_in": "Sessions, factors and proofs of whoever signs in; never a password, code or secret in clear.",
    "signed_in": "Nothing of reading; what they send is kept as theirs. A search that met a sealed child calls the desk.",
    "sees_child": "A look with basis and purpose, or the refusal; of the print sheet, which holds initials, neither.",
    "decides": "A look at each of its children, or the refusal.",
    "reads_who_it_is": "A look, as named to answer where they do not see the child, or the refusal.",
    "opens_in_emergency": "The opening with its reason, who was told, and the review that it waits for; or the refusal.",
    "told_of_opening": "When they read it, or what the guardian found.",
    "scrutinises": "That the scrutineer was let in, and a look at each child with the reason that they gave.",
    "screens": "Who opened it, told to whoever sent it; a look at each of its children, or the refusal; what was thought and decided.",
    "guards": "What the guardian found, where they review.",
    "reviews_looks": "The answer to what was found, with its reason; a look, where the looks at a child are read.",
    "reads_night_list": "A look at each child on it; that whoever is on duty was let in, on which basis and until when.",
    "tells_families": "A look; what was prepared, for whom, what was refused and why, and who released it.",
    "releases": "Who released or kept back what was held, why, and who was handed it.",
    "holds_the_desk": "What was said on the telephone and what came of it.",
    "lets_in": "Who made a code for whom, on what proof, and what it came to; who was refused. Never the code.",
    "says_who_it_is": "A look at each of the two, as named to answer.",
    "partner_agency": "The sending with its key and its answer, or the message as it came; the entries, as said by that agency.",
    "reads_given_back": "Nothing of reading: no child is shown; who had a system told again.",
    "mends_letters": "Who opened a letter, mended it, sent it again or set it aside, and why.",
}
"""What of an answer is kept, by the policy that stands before it."""
HEAD = """# Every address, and who may ask

Made by `./kith guard routes --write`; a test holds it equal to what Kith answers. In brackets stands what an address has
of a child, an entry, a question. Every other method is answered 405, before anybody is asked who they are; only signing out asks first.

"""


@dataclass(frozen=True, kw_only=True)
class Route:
    """One address with the methods that one policy guards."""

    address: str
    methods: tuple[str, ...]
    policy: str
    file: str
    """Where its view stands: ``kith/web/home/views.py``, with the line."""
    view: str


def every_route(resolver: Any = None) -> tuple[Route, ...]:
    """All of them, as Django's resolver knows them; ``policy`` is empty where a view declares none."""
    return tuple(
        route for address, view in _addresses(resolver or get_resolver()) for route in _routes(address, view)
    )


def unguarded(routes: Iterable[Route]) -> list[str]:
    """What to do about each route without a policy, in words for whoever has just added it."""
    return [_advice(route) for route in routes if not route.policy]


def _advice(route: Route) -> str:
    listed = "\n".join(f"  {name}: {means}" for name, means in OF_PAGES.items())
    return (
        f"/{route.address} is answered by {route.view} in {route.file}, which does not say who may ask. Put one of"
        " these above it, below require_safe or its like: @about_child(purpose=...) from kith.web.about_child where the"
        ' address has <uuid:child>, or @policy("...") from kith.web.policy with one of\n'
        f"{listed}\n"
        "Behind the JSON door it is endpoint(..., policy=...). For example:\n\n"
        "  @require_safe\n"
        '  @about_child(purpose="read the chronology")\n'
        f"  def {route.view}(request, *, child, by, at, basis): ...\n\n"
        "Then list it: ./kith guard routes --write. What a policy promises is in src/kith/web/policy.py."
    )


def page() -> str:
    """``docs/reference/routes.md``: the policies with what they mean and what is written down, then every address."""
    meanings = {**OF_PAGES, **AT_THE_DOOR}
    policies = [f"| `{name}` | {means} | {WRITTEN_DOWN[name]} |" for name, means in meanings.items()]
    routes = [
        f"| `/{one.address}` | {', '.join(one.methods)} | `{one.policy}` | `{one.view}` |"
        for one in sorted(every_route(), key=lambda one: (one.address, one.methods))
    ]
    first = "| policy | who may ask | what is written down |\n|---|---|---|\n"
    second = "\n\n| address | methods | policy | view |\n|---|---|---|---|\n"
    return HEAD + first + "\n".join(policies) + second + "\n".join(routes) + "\n"


def _addresses(resolver: Any, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    for found in resolver.url_patterns:
        address = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from _addresses(found, address)
        elif isinstance(found, URLPattern):
            yield address, found.callback


def _routes(address: str, view: Callable[..., Any]) -> Iterator[Route]:
    """A page is one route; behind the JSON door each method of an address is one."""
    closed_over = inspect.getclosurevars(view).nonlocals if inspect.isfunction(view) else {}
    operations = getattr(closed_over.get("self"), "operations", None)
    if operations is None:
        own = getattr(view, "view_class", view)
        yield _route(address, own, _methods(view))
    for operation in operations or ():
        yield _route(address, operation.view_func, tuple(operation.methods))


def _route(address: str, view: Callable[..., Any], methods: tuple[str, ...]) -> Route:
    innermost = inspect.unwrap(view)
    code = getattr(innermost, "__code__", None)
    line = f":{code.co_firstlineno}" if code else ""
    return Route(
        address=address,
        methods=methods,
        policy=getattr(view, "policy", None) or "",
        file=f"{innermost.__module__.replace('.', '/')}.py{line}",
        view=innermost.__name__,
    )


def _methods(view: Callable[..., Any] | None) -> tuple[str, ...]:
    """What Django's ``require_...`` lets through, which stands in the decorator's own closure."""
    while view is not None:
        listed = inspect.getclosurevars(view).nonlocals if inspect.isfunction(view) else {}
        if "request_method_list" in listed:
            return tuple(listed["request_method_list"])
        view = getattr(view, "__wrapped__", None)
    return ANY
