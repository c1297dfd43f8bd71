"""Says of every view which policy guards it; the router refuses to know a view that does not say."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]

POLICIES = {
    "public": "Anyone may ask; nothing about a person is shown.",
    "signed_in": "Whoever is signed in, about themselves.",
    "sees_child": "Whoever may see this child: access.policies.check_can_see, and the look is written down.",
    "decides": "Whoever may read or write in this decision: decisions.policies, and the look is written down.",
    "reads_who_it_is": "Whoever may see this child, or says who is who where nobody holds them closely; the look is written down.",
    "says_who_it_is": "Whoever answers for the role that a question of identity waits for: journeys.who_says_who; each look is written down.",
    "releases": "Whoever may see that a document was held: outgoing.policies.check_can_see_hold; its bytes only as operations say.",
}
"""The closed list, and what each one means."""


def policy(name: str) -> Callable[[View], View]:
    """Declares which of ``POLICIES`` guards a view. All but ``public`` ask to sign in first.

    ``sees_child`` and ``decides`` are checked inside: by ``about_child``, or by the decision's own view.
    """
    if name not in POLICIES:
        raise ValueError(f"no policy {name!r}; one of {', '.join(POLICIES)}")

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
            if name != "public" and not request.user.is_authenticated:
                return redirect_to_login(request.path)
            return view(request, **kept)

        guarded.policy = name  # type: ignore[attr-defined]
        return guarded

    return guard
