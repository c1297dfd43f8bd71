"""Every request of the matrix, and what an answer was, read from its bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from uuid import UUID, uuid4

from kith.config.routes import ANY, Route, every_route
from tests.guard.matrix.people import ANONYMOUS, NOBODY, Person
from tests.guard.matrix.promised import (
    ASKS_FIRST,
    AT_ITS_OWN_DOOR,
    BY_TOKEN,
    PAGES,
    PUBLIC,
    Answer,
    Asked,
    promised,
    sees,
)
from tests.guard.matrix.world import Held, World
from tests.guard.standing_still import taken_back

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
BODY = {
    "question": "What keeps her safe?", "also_ask": "", "done": "We saw her at home.", "why": "not_needed",
    "words": "Her aunt came.", "challenge": "Nobody saw her.", "looked_again": "We saw her.", "answer": "agree",
    "reasons": "We saw her.", "most_protective": "An order.", "outcome": "yes", "outcome_reasons": "All agree.",
    "parents_told": "yes", "step": "strategy_discussion", "decision": "same", "because": "I asked his mother.",
    "name": "Robin", "what": "review", "found": "needed", "category": "nothing", "search_was_for": "work",
    "leaning": "advice", "view": "A hard week.", "spoke_with": "her", "came_of_it": "told_nothing", "then": "later",
}  # fmt: skip
NOBODYS = UUID(int=7)
_CHANGES = re.compile(
    rb'name="csrfmiddlewaretoken" value="\w+"|[0-9a-f]{8}-[0-9a-f-]{27}|value="[0-9a-f-]{36}"'
)
_OUR_WORDS = re.compile(rb"Zq[a-z]+word")
KNOWN = {*PAGES, *PUBLIC, *BY_TOKEN, *ASKS_FIRST, *AT_ITS_OWN_DOOR}


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as it is sent, with the promise that it is held against."""

    asked: Asked
    method: str
    path: str
    methods: tuple[str, ...]


def unknown_routes() -> list[str]:
    """Addresses that Kith answers and of which the table says nothing."""
    return sorted({route.address for route in every_route()} - KNOWN)


def requests(world: World) -> Iterator[Request]:
    """Every route, every method and everybody; everything that the address may name where the method is answered."""
    for route in every_route():
        if route.address not in KNOWN or route.address in AT_ITS_OWN_DOOR:
            continue
        for method, who in product(METHODS, world.people):
            things = list(_things(world, route.address))
            answers = method in route.methods and who not in (ANONYMOUS, NOBODY)
            for about, thing, path in things if answers else _few(things):
                asked = Asked(
                    who=who, address=route.address, about=about, thing=thing, is_there=thing != "not there"
                )  # fmt: skip
                yield Request(asked=asked, method=method, path=path, methods=_methods(route))


def _methods(route: Route) -> tuple[str, ...]:
    return METHODS if route.methods == ANY else route.methods


def _few(things: list[Any]) -> list[Any]:
    """Where nothing of the thing is asked, its tiers and the one that is not there do."""
    return [*things[:3], *things[-1:]]


def _things(world: World, address: str) -> Iterator[tuple[Held | None, str, str]]:
    """(about whom, which thing, the path) of everything that may stand in an address's brackets."""
    kind = PAGES[address][0] if address in PAGES else ""
    if address in BY_TOKEN:
        path = address.replace("<id>", str(world.held[0].entry)).replace("<slug:feed>", "police_notice")
        yield None, "", f"/{path}"
        return
    if kind == "":
        yield None, "", f"/{address}"
        return
    yield from {"child": _children, "entry": _nested, "step": _nested, "told": _nested, "task": _nested}.get(
        kind, _single
    )(world, address, kind)


def _children(world: World, address: str, kind: str) -> Iterator[tuple[Held | None, str, str]]:
    for held in world.held:
        yield held, "own", f"/{address}".replace("<uuid:child>", str(held.id))
    yield None, "not there", f"/{address}".replace("<uuid:child>", str(NOBODYS))


def _nested(world: World, address: str, kind: str) -> Iterator[tuple[Held | None, str, str]]:
    """A child's own entry or step; then, under the same child's address, that of another child, and one of nobody."""
    other = world.of("none", "restricted")
    for about, _, path in _children(world, address, kind):
        bracket = f"<uuid:{kind}>"
        for held in (about, other) if about and about is not other else (other,):
            if (id := getattr(held, kind, None)) is not None:
                yield about, "own" if held is about else "other's", path.replace(bracket, str(id))
        yield about, "other's", path.replace(bracket, str(NOBODYS))


def _single(world: World, address: str, kind: str) -> Iterator[tuple[Held | None, str, str]]:
    """A question or a decision of a child; or something of which there is one; or none such."""
    path = re.sub(r"<slug:key>", "child", f"/{address}").replace("<uuid:action>", str(NOBODYS))
    path = re.sub(r"<uuid:\w+>", "{}", path)
    for held in world.held:
        if kind == "prompt" and held.prompt:
            yield held, "own", path.format(held.prompt)
        if kind == "decision" and held.decision:
            yield held, "open", path.format(held.decision)
            yield held, "closed", path.format(held.closed_decision)
        if kind in ("challenge", "conference", "override") and held.challenge:
            yield held, "own", path.format(getattr(held, kind))
    for name, id in world.others.items():
        if name.split()[0] == kind:
            yield None, name, path.format(id)
    yield None, "not there", path.format(NOBODYS)


class Asking:
    """Sends requests, each taken back, and says what is wrong with an answer."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._cookies = {
            key: client.cookies.output(header="", sep=";") for key, client in world.clients.items()
        }
        self._nothing: dict[tuple[str, str, str], bytes] = {}

    def wrong(self, request: Request) -> str:
        """What is wrong, in words; empty where the answer is the promised one."""
        answer = self._send(request.asked.who, request.method, request.path)
        wanted = promised(self.world, request.asked, request.method, request.methods)
        problem = self._differs(request, wanted, answer) or self._leaks(request.asked.who, wanted, answer)
        if not problem:
            return ""
        asked = request.asked
        about = f"{asked.about.relationship}, {asked.about.tier}" if asked.about else "-"
        return f"{request.method} /{asked.address} by {asked.who.key} ({about}; {asked.thing}): {problem}"

    def _send(self, who: Person, method: str, path: str) -> Any:
        client = self.world.clients[who.key]
        client.cookies.load(self._cookies[who.key])  # whoever signed out is signed in again
        with taken_back():
            data = BODY if method == "POST" else None
            answer = client.generic(method, path) if data is None else client.post(path, data)
            answer.body = b"" if answer.streaming else answer.content  # type: ignore[attr-defined]
        return answer

    def _differs(self, request: Request, wanted: Answer, answer: Any) -> str:
        words = f"promised {wanted.name}, answered {answer.status_code}"
        if (answer.status_code != 403 and wanted in REFUSALS) or (
            wanted not in REFUSALS and not _is(wanted, answer)
        ):
            return words
        if request.method == "HEAD":
            return ""
        said = answer.body.decode(errors="replace")
        if wanted is Answer.NOTHING and _plain(answer) != self._of_nobody(request):
            return "promised NOTHING, and the bytes differ from those for a child who is not there"
        if wanted is Answer.RESTRICTED and "A record exists" not in said:
            return "promised RESTRICTED, without its words"
        if wanted is Answer.NOT_INVOLVED and "You are not involved with this child" not in said:
            return "promised NOT_INVOLVED, without its words"
        return ""

    def _of_nobody(self, request: Request) -> bytes:
        """What this person is answered at this address for something that is not there."""
        key = (request.asked.who.key, request.method, request.asked.address)
        if key not in self._nothing:
            path = re.sub(r"<slug:key>", "child", f"/{request.asked.address}")
            path = re.sub(r"<uuid:\w+>", lambda _: str(uuid4()), path)
            self._nothing[key] = _plain(self._send(request.asked.who, request.method, path))
        return self._nothing[key]

    def _leaks(self, who: Person, wanted: Answer, answer: Any) -> str:
        """Words about a child whom this person does not see, or of a draft that is not theirs."""
        sent = answer.body + repr(sorted(answer.headers.items())).encode()
        unseen = [
            one.canary
            for one in self.world.held
            if not sees(self.world, who, one) and one.canary.encode() in sent
        ]
        if who.key != "martha-hale" and b"Zqdraftword" in sent:
            unseen.append("Zqdraftword")
        if wanted not in (Answer.SHOWN, Answer.NOT_DONE) and _OUR_WORDS.search(sent):
            unseen.append("a refusal that quotes an entry")
        return f"says {', '.join(unseen)}" if unseen else ""


REFUSALS = frozenset({Answer.REFUSED, Answer.RESTRICTED, Answer.NOT_INVOLVED, Answer.NOTHING})


def _is(wanted: Answer, answer: Any) -> bool:
    to_sign_in = answer.status_code == 302 and answer.url.startswith("/sign-in?")
    return {
        Answer.SHOWN: answer.status_code in (200, 302, 409, 422) and not to_sign_in,
        Answer.SIGN_IN: to_sign_in,
        Answer.NOT_THIS_WAY: answer.status_code == 405,
        Answer.NOT_HERE: answer.status_code == 404,
        Answer.NOT_DONE: answer.status_code in (403, 422),
        Answer.NO_TOKEN: answer.status_code == 401,
    }[wanted]


def _plain(answer: Any) -> bytes:
    """The bytes without what differs from request to request: the form's token, and the id that was asked for."""
    return _CHANGES.sub(b"", answer.body)
