"""What somebody does about their own sign-in: second factors, recovery codes, the devices on which they are signed in."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.agencies import lettings_in
from kith.agencies import operations as agencies
from kith.agencies import policies as keepers
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.dates import at_time
from kith.web.frame import frame_for, say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.proof import TWO_FACTORS, needs_second_factor
from kith.web.show import show
from kith.web.sign_in import codes, passkeys, sessions, written_down
from kith.web.sign_in.again import View, proved_again
from kith.web.sign_in.by_agency import agency_that_proves
from kith.web.sign_in.device import device_words
from kith.web.sign_in.factors import factors_of, has_factor, take_away
from kith.web.sign_in.letting_in import go_on, proved_anew
from kith.web.sign_in.own_page import (
    ChangeLine,
    DeviceLine,
    FactorLine,
    MakePasskeyPage,
    MinePage,
    RecoveryPage,
    SetUpPage,
)
from kith.web.sign_in.page import Passkey
from kith.web.sign_in.scripted import show_with_script
from kith.web.sign_in.wording import NO_PASSKEY, wrong_code
from kith.web.who import acting

CHANGES_TOLD = 8


@require_http_methods(["GET", "POST"])
@policy("own_sign_in")
def set_up(request: HttpRequest) -> HttpResponse:
    """Sets up a code app. Whoever has a factor already proves first that it is them."""
    return _for_its_own_person(_set_up)(request)


@require_http_methods(["GET", "POST"])
@policy("own_sign_in")
def make_passkey(request: HttpRequest) -> HttpResponse:
    """Makes a passkey on this device. Whoever has a factor already proves first that it is them."""
    if not passkeys.can_be_used(request):
        raise Http404
    return _for_its_own_person(_make_passkey)(request)


def _set_up(request: HttpRequest) -> HttpResponse:
    at = now()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        if codes.set_up_app(request, request.user, code=request.POST.get("code", ""), at=at):
            return _stands(request, "A code app was set up", at)
        problems = (wrong_code("code"),)
    secret = codes.waiting_secret(request)
    page = SetUpPage(
        form=Form(problems=problems),
        picture=codes.picture_of(request.user, secret=secret),
        secret=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        needed=needs_second_factor(request),
        passkeys=passkeys.can_be_used(request),
    )
    return show(request, page, status=422 if problems else 200)


def _make_passkey(request: HttpRequest) -> HttpResponse:
    at = now()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            passkeys.keep(
                request, request.user, posted=request.POST.get("passkey", ""), name=device_words(request)
            )
            return _stands(request, "A passkey was made", at)
        except passkeys.NotProved:
            problems = (NO_PASSKEY,)
    options = passkeys.options_to_make(request, request.user)
    page = MakePasskeyPage(form=Form(problems=problems), passkey=Passkey(options=options, make=True))
    return show_with_script(request, page, status=422 if problems else 200)


def _for_its_own_person(view: View) -> View:
    """The first factor needs the sign-in alone, since nothing else is there to prove; any further one a fresh proof."""

    def guarded(request: HttpRequest) -> HttpResponse:
        first = not request.session.get(TWO_FACTORS) and not has_factor(person=request.user)
        return view(request) if first else proved_again(minutes=5)(view)(request)

    return guarded


def _stands(request: HttpRequest, what: str, at: datetime) -> HttpResponse:
    """A factor stands: the session has proved two things, under a new key, and every other session of theirs ends."""
    _keep(request, "factor_set_up", what, at)
    proved_anew(request, at=at, two=True)
    sessions.end_all(person=request.user, but=request.session.session_key)
    codes.make_recovery_codes(request.user)
    written_down.factors_changed(request, what="set_up")
    return HttpResponseRedirect(reverse("sign_in_recovery"))


@require_http_methods(["GET", "POST"])
@policy("own_sign_in")
def recovery(request: HttpRequest) -> HttpResponse:
    """The recovery codes, until they are written down. A session that proved one thing alone never reads them."""
    if not request.session.get(TWO_FACTORS):
        return HttpResponseRedirect(reverse("sign_in_set_up"))
    if request.method == "POST":
        codes.recovery_codes_are_kept(request.user)
        return go_on(request)
    shown, left = codes.recovery_codes(request.user)
    return show(request, RecoveryPage(codes=shown, left=left))


@require_POST
@policy("signed_in")
@proved_again(minutes=5)
def new_recovery(request: HttpRequest) -> HttpResponse:
    """Puts new recovery codes in the place of the old ones."""
    if has_factor(person=request.user):
        codes.make_recovery_codes(request.user, anew=True)
        written_down.factors_changed(request, what="recovery_codes_anew")
        _keep(request, "recovery_codes_made", "New recovery codes were made", now())
    return HttpResponseRedirect(reverse("sign_in_recovery"))


@require_safe
@policy("signed_in")
def mine(request: HttpRequest) -> HttpResponse:
    """Where one is signed in, with what one proves it, and what changed. Nobody else's, and no network address."""
    at = now()
    by = _practitioner(request, at)
    held = sessions.open_for(person=request.user, session=request.session.session_key, at=at)
    page = MinePage(
        devices=tuple(
            DeviceLine(
                id=one.id, words=one.words, since=at_time(one.since).words, here=one.here, shared=one.shared
            )
            for one in held
        ),
        factors=tuple(
            FactorLine(id=one.id, words=one.words, since=at_time(one.since).words)
            for one in factors_of(person=request.user)
        ),
        changes=_changes(by),
        recovery_left=codes.recovery_codes(request.user)[1],
        demo=settings.KITH_DEMO,
        passkeys=passkeys.can_be_used(request),
        ring=frame_for(request).desk_phone,
        agency=agency.name if (agency := agency_that_proves(request.user, by)) else "",
        keeps=_keeps(by, at),
    )
    return show(request, page)


def _changes(by: Actor | None) -> tuple[ChangeLine, ...]:
    told = lettings_in.changes_of_sign_in(practitioner=by.id, limit=CHANGES_TOLD) if by else ()
    return tuple(ChangeLine(when=at_time(one.done_at).words, words=one.sentence) for one in told)


def _keeps(by: Actor | None, at: datetime) -> str:
    if by and keepers.is_keeper(by=by, at=at):
        return "Let a colleague in again"
    return "Who was let in again" if by and keepers.guards(by=by, at=at) else ""


def _practitioner(request: HttpRequest, at: datetime) -> Actor | None:
    """Who it is; None for a sign-in that belongs to nobody who works here, which still has its own factors."""
    try:
        return acting(request, at=at)
    except Refused:
        return None


def _keep(request: HttpRequest, what: str, words: str, at: datetime) -> None:
    by = _practitioner(request, at)
    if by:
        agencies.keep_factor_change(what=what, sentence=f"{words}, on {device_words(request)}.", by=by, at=at)


@require_POST
@policy("signed_in")
def end_session(request: HttpRequest) -> HttpResponse:
    """Ends one session of one's own, or every one: this one too."""
    chosen = request.POST.get("device", "")
    if chosen == "everywhere":
        sessions.end_all(person=request.user)
        written_down.session_ended(request, why="everywhere")
        request.session.flush()
        answer = HttpResponseRedirect(reverse("sign_in"))
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer
    try:
        ended = sessions.end(person=request.user, device=UUID(chosen))
    except ValueError:
        ended = False
    if not ended:
        raise Http404
    written_down.session_ended(request, why="one_device")
    say_next(request, "That device is signed out.")
    return HttpResponseRedirect(reverse("sign_in_mine"))


@require_POST
@policy("signed_in")
@proved_again(minutes=5)
def take_factor_away(request: HttpRequest) -> HttpResponse:
    """Takes a factor away that is lost or not used; never the last one."""
    taken = take_away(person=request.user, factor=request.POST.get("factor", ""))
    if taken is None:
        raise Http404
    _keep(request, "factor_taken_away", f"{taken.words} was taken away", now())
    sessions.end_all(person=request.user, but=request.session.session_key)
    written_down.factors_changed(request, what="taken_away")
    say_next(request, "It opens Kith no longer. You are signed out on every other device.")
    return HttpResponseRedirect(reverse("sign_in_mine"))
