"""Answers the page on which a change of a home is told, one change at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from kith.access import queries as access
from kith.access.types import Basis, HomeSeen
from kith.journeys.change_of_home import Joined, tell_joined, tell_left, tell_moved, tell_wrong_address
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.birth.questions import read_day
from kith.web.child.reading import Reading, read
from kith.web.frame import say_next
from kith.web.home_change.filling import (
    home_change_page,
    is_hidden,
    may_join,
    may_leave,
    right_or_wrong,
)
from kith.web.home_change.questions import (
    ASKED,
    FIELDS,
    HOW,
    IN_WORDS,
    SOMEBODY_ELSE,
    WRONG,
    day_or_none,
    not_chosen,
    read_address,
)
from kith.web.parts.form import Form, Problem
from kith.web.reading.typed import read_typed
from kith.web.show import show

TO_MEND = 422
WHERE = ("address", "postcode")
"""What is not given back onto the page where it is to be kept secret."""
ROOM_FIELDS = {
    "joined": {"since": "since", "name": "name"},
    "left": {"to_on": "until", "until": "until"},
    "moved": {"to_on": "moved", "moved": "moved"},
    "wrong": {"lines": "right_address", "because": "because"},
}
FIRST = {"joined": "who", "left": "left_who", "moved": "address", "wrong": "wrong_address"}
"""Where a problem stands that is of no one field."""


class _ToMend(Exception):
    def __init__(self, *problems: Problem) -> None:
        self.problems = problems


@dataclass(frozen=True, kw_only=True)
class _Change:
    """Who tells what of whom."""

    child: Person
    by: Actor
    at: datetime
    basis: Basis
    answers: Mapping[str, str]


@sensitive_post_parameters(*WHERE, "right_address", "right_postcode")
@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="tell a change of the home")
def home_change(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis
) -> HttpResponse:
    """What changed, in one of four short forms."""
    what = request.POST.get("what", "")
    if request.method != "POST" or what not in FIELDS:
        return show(request, home_change_page(child=child, by=by, at=at, basis=basis))
    typed = read_typed(
        request.POST, asked={name: ASKED.get(name, "This") for name in FIELDS[what]}, in_words=IN_WORDS
    )
    change = _Change(child=child, by=by, at=at, basis=basis, answers=typed.answers)
    problems = typed.problems
    if not problems:
        try:
            say_next(request, TELLS[what](change))
            return redirect(f"/children/{child.id}/home/#said")
        except _ToMend as found:
            problems = found.problems
        except BadInput as bad:
            problems = (Problem(field=_field(what, bad.field), words=bad.problem),)
        except Refused as refusal:
            problems = (Problem(field=FIRST[what], words=refusal.reason),)
    return _to_mend(request, change, what, Form(answers=typed.shown, problems=problems))


def _field(what: str, field: str) -> str:
    return field if field in FIELDS[what] else ROOM_FIELDS[what].get(field, FIRST[what])


def _to_mend(request: HttpRequest, change: _Change, what: str, form: Form) -> HttpResponse:
    if form.answers.get("secret"):
        shown = {name: words for name, words in form.answers.items() if name not in WHERE}
        form = replace(form, answers=shown)
    page = home_change_page(
        child=change.child, by=change.by, at=change.at, basis=change.basis, form=form, opened=what
    )
    return show(request, page, status=TO_MEND)


def _seen(change: _Change) -> tuple[Reading, HomeSeen]:
    """What this reader may see now: nobody tells of people or addresses that they may not see."""
    reading = read(child=change.child, by=change.by, at=change.at, basis=change.basis, kinds=())
    seen = access.home_over_time(child=change.child.id, by=change.by, at=change.at, as_at=change.at)
    return reading, seen


def _joined(change: _Change) -> str:
    _, seen = _seen(change)
    who, answers = change.answers.get("who", ""), change.answers
    problems = [
        *not_chosen(answers, "who", may_join(seen), "Choose who it is, or somebody else"),
        *not_chosen(answers, "how", HOW, "Choose whether they live there"),
    ]
    if who == SOMEBODY_ELSE:
        problems += _somebody_else(answers.get("name", ""), seen)
    if problems:
        raise _ToMend(*problems)
    joined = Joined(
        person=None if who == SOMEBODY_ELSE else UUID(who),
        name=answers.get("name", ""),
        lives_there=answers["how"] == "lives",
        since=day_or_none(answers, "since", at=change.at),
        checks_done={"yes": True, "no": False}.get(answers.get("checks", "")),
    )
    tell_joined(child=change.child.id, joined=joined, by=change.by, at=change.at)
    return "It is written down who came, under your name, here and in the chronology."


def _somebody_else(name: str, seen: HomeSeen) -> tuple[Problem, ...]:
    """Sent twice, or known already: nobody becomes two people by it."""
    if not name:
        return (Problem(field="name", words="Say who it is, or what people call them"),)
    known = {one.who.name.casefold() for one in seen.adults}
    if name.casefold() not in known:
        return ()
    return (
        Problem(field="name", words=f"{name} is written down already: see the home, or choose them above"),
    )


def _left(change: _Change) -> str:
    leaving = {str(one.stay.id): one.stay for one in may_leave(*_seen(change))}
    if change.answers.get("left_who", "") not in leaving:
        raise _ToMend(Problem(field="left_who", words="Choose who left"))
    until = read_day(change.answers, "until", at=change.at)
    stay = leaving[change.answers["left_who"]]
    tell_left(child=change.child.id, stay=stay, to_on=until, by=change.by, at=change.at)
    return "It is written down who left, under your name."


@sensitive_variables()
def _moved(change: _Change) -> str:
    reading, seen = _seen(change)
    moved_on = read_day(change.answers, "moved", at=change.at)
    to = read_address(change.answers, "address", "postcode", from_on=moved_on)
    secret = bool(change.answers.get("secret")) or is_hidden(reading, seen)
    tell_moved(child=change.child.id, to=to, is_secret=secret, by=change.by, at=change.at)
    if secret:
        return "The move is written down. Where to is in the vault: it stands on no page."
    return "The move is written down, under your name, here and in the chronology."


def _wrong(change: _Change) -> str:
    reading, seen = _seen(change)
    offered = () if is_hidden(reading, seen) else right_or_wrong(reading, seen)
    problems = (
        *not_chosen(change.answers, "wrong_address", offered, "Choose which address was wrong"),
        *not_chosen(change.answers, "because", WRONG, "Choose how it was wrong"),
    )
    if problems:
        raise _ToMend(*problems)
    known = change.answers.get("right_address") or change.answers.get("right_postcode")
    to = read_address(change.answers, "right_address", "right_postcode") if known else None
    tell_wrong_address(
        child=change.child.id,
        address=UUID(change.answers["wrong_address"]),
        because=change.answers["because"],
        to=to,
        by=change.by,
        at=change.at,
    )
    return "The address is put right. Whoever opens the child’s page in the next 90 days is told that it was wrong."


TELLS: Mapping[str, Callable[[_Change], str]] = {
    "joined": _joined,
    "left": _left,
    "moved": _moved,
    "wrong": _wrong,
}
