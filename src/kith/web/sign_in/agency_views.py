"""Signing in by one's own agency: there, and back."""

import logging
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import requests
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.kernel.clock import now
from kith.web.frame import frame_for
from kith.web.policy import policy
from kith.web.show import show
from kith.web.sign_in import openid
from kith.web.sign_in.agencies_that_prove import AgencyProvider, provider
from kith.web.sign_in.device import is_shared
from kith.web.sign_in.known_by_agency import person_for
from kith.web.sign_in.letting_in import first_step_done, let_in
from kith.web.sign_in.page import NoWayInPage

LONGEST_AWAY = timedelta(minutes=10)
_AWAY = "at_their_agency"
_OUR_OWN = ("none", "same-origin")
_said = logging.getLogger(__name__)


@policy("public")
@require_safe
def go(request: HttpRequest, *, code: str) -> HttpResponse:
    """Sends the browser to the agency's own page. A link and no form: our policy lets no form lead to another host.

    Whoever is sent here by another site sees our sign-in page and chooses for themselves: nobody is signed in unasked.
    """
    wanted = _provider(code)
    if request.headers.get("Sec-Fetch-Site", "none") not in _OUR_OWN:
        return HttpResponseRedirect(reverse("sign_in"))
    try:
        address, begun = openid.begin(wanted, back=_back(request, code), at=now())
    except (openid.NotProvedByAgency, requests.RequestException, KeyError) as wrong:
        return _no_way_in(request, wanted, wrong)
    request.session[_AWAY] = asdict(begun)
    return HttpResponseRedirect(address)


@policy("public")
@require_safe
def back(request: HttpRequest, *, code: str) -> HttpResponse:
    """Whoever comes back with what the agency says of them. What was kept of the way there counts once."""
    at, wanted = now(), _provider(code)
    try:
        claims = openid.finish(
            wanted, _begun(request, code, at), given=request.GET, back=_back(request, code)
        )
        person = person_for(provider=wanted, claims=claims, at=at)
    except (openid.NotProvedByAgency, requests.RequestException, KeyError) as wrong:
        return _no_way_in(request, wanted, wrong)
    shared, onwards = is_shared(request), settings.LOGIN_REDIRECT_URL
    if openid.two_factors_in(claims, provider=wanted):
        return let_in(request, person, two=True, onwards=onwards, shared=shared, at=at)
    return first_step_done(request, person, onwards=onwards, shared=shared, at=at)


def _provider(code: str) -> AgencyProvider:
    found = provider(code=code)
    if found is None:
        raise Http404
    return found


def _begun(request: HttpRequest, code: str, at: datetime) -> openid.Begun:
    kept: dict[str, Any] | None = request.session.pop(_AWAY, None)
    if kept is None or kept["provider"] != code:
        raise openid.NotProvedByAgency("not_begun_here")
    if at - datetime.fromisoformat(kept["began"]) > LONGEST_AWAY:
        raise openid.NotProvedByAgency("too_late")
    return openid.Begun(**kept)


def _back(request: HttpRequest, code: str) -> str:
    scheme = "https" if request.is_secure() or settings.SESSION_COOKIE_SECURE else "http"
    return f"{scheme}://{request.get_host()}{reverse('sign_in_agency_back', kwargs={'code': code})}"


def _no_way_in(request: HttpRequest, wanted: AgencyProvider, wrong: Exception) -> HttpResponse:
    """One page for every reason; the reason is a code in the server's own words, and names nobody."""
    reason = wrong.reason if isinstance(wrong, openid.NotProvedByAgency) else type(wrong).__name__
    _said.warning("sign-in by agency refused: agency=%s reason=%s", wanted.code, reason)
    page = NoWayInPage(agency=wanted.name, ring=frame_for(request).desk_phone)
    return show(request, page, status=403)
