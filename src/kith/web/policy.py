"""Says of every view which policy guards it; the router refuses to know a view that does not say."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.kernel.once_a_page import one_page
from kith.kernel.page_wall import behind_the_wall
from kith.web.proof import needs_second_factor

View = Callable[..., HttpResponse]

POLICIES = {
    "public": "Anyone may ask; nothing about a person is shown.",
    "own_sign_in": "Whoever is signed in, also before their second factor stands: about their own sign-in alone.",
    "signed_in": "Whoever is signed in, about themselves.",
    "sees_child": "Whoever may see this child: access.policies.check_can_see, and the look is written down.",
    "decides": "Whoever may read or write in this decision: decisions.policies, and the look is written down.",
    "reads_who_it_is": "Whoever may see this child, or says who is who where nobody holds them closely; the look is written down.",
    "opens_in_emergency": "Whoever is signed in, with a written reason, and never a sealed child: access.operations.open_in_emergency; it is told at once and reviewed.",
    "told_of_opening": "Whoever was told of an opening in an emergency, and the guardian of information.",
    "guards": "The guardian of information of the area, or who stands in: access.policies.check_answers_as.",
    "reviews_looks": "The guardian of information; of a guardian's own looks, the on-call manager; never whoever is found: oversight.policies.",
    "reads_night_list": "Whoever is signed in, of children on the list for the night whom they see; whoever answers as emergency duty worker out of hours is let in to all of them. A look is written down of each.",
    "tells_families": "The guardian of information, of a child who is not held closely or whom they see themselves; the look is written down.",
    "scrutinises": "The independent scrutineer of the area; no child is named before one is opened, with a reason: journeys.scrutinise.",
    "screens": "Whoever screens contacts at the front door, or owns this one: journeys.screen_contact.read_contact; the look is written down.",
    "holds_the_desk": "The guardian desk of the area, or who stands in: access.policies.check_answers_as.",
    "lets_in": "Sign-in keepers, of their own agency's or team's people alone; the guardian of information reads who was let in: agencies.policies.",
    "says_who_it_is": "Whoever answers for the role that a question of identity waits for: journeys.who_says_who; each look is written down.",
    "mends_letters": "Letters that could not be read, of one's own agency (of a school or practice: of that body), or of the area for the manager of the front door: journeys.feeding.senders.",
    "reads_given_back": "How giving back to systems stands, of one's own agency (of a school or practice: of that body), or of the area for the manager of the front door: giving.policies.",
    "releases": "Whoever may see that a document was held: outgoing.policies.check_can_see_hold; its bytes only as operations say.",
}
"""The closed list, and what each one means."""
_WITH_ONE_PROOF = ("public", "own_sign_in")


def policy(name: str) -> Callable[[View], View]:
    """Declares which of ``POLICIES`` guards a view. All but ``public`` ask to sign in first, and all but those about
    one's own sign-in for two proofs of who one is.

    While the view answers, the database shows words only of the children whom it has opened.
    ``sees_child`` and ``decides`` are checked inside: by ``about_child``, or by the decision's own view.
    """
    if name not in POLICIES:
        raise ValueError(f"no policy {name!r}; one of {', '.join(POLICIES)}")

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
            if name != "public" and not request.user.is_authenticated:
                return redirect_to_login(request.path)
            if name not in _WITH_ONE_PROOF and needs_second_factor(request):
                return HttpResponseRedirect(reverse("sign_in_set_up"))
            reads = request.method in ("GET", "HEAD")
            with behind_the_wall(), one_page() if reads else nullcontext():
                return view(request, **kept)

        guarded.policy = name  # type: ignore[attr-defined]
        return guarded

    return guard
