"""Every address that answers a plain request, by everybody: which shows what somebody wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.test import Client

from tests.guard.hostile.judged import Made, made_of
from tests.guard.matrix import asking
from tests.guard.matrix.world import World
from tests.guard.standing_still import taken_back

ALSO = ("/sign-in/mine", "/sign-in/recovery", "/sign-in/set-up", "/sign-in", "/looks/?all=1")
WHO = ("martha-hale", "philippa-venn", "dana-ferris")
"""A school, the guardian of information, the front door: between them they are shown every page."""
OF_OTHERS_TOO = ("children/<uuid:child>/open/", "prompts/<uuid:prompt>/")
"""What is opened first in an emergency; and questions that are not answered yet."""
TOPICS = ("where", "child", "others", "seen", "injury", "urgent", "check")
AS_WELL = {
    "children/<uuid:child>/chronology/": ("?as_at=2026-11-16",),
}
"""Other ways of asking for a page that shows more of it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    who: str
    address: str
    path: str

    def __str__(self) -> str:
        return f"/{self.address} by {self.who}"


def everything(world: World) -> Iterator[Asked]:
    """Each route that is read, with everything that its address may name, by everybody who works here."""
    for one in asking.requests(world):
        if one.method == "GET" and "GET" in one.methods and one.asked.is_there and _is_asked(one):
            for path in _paths(one):
                yield Asked(who=one.asked.who.key, address=one.asked.address, path=path)
    for who in (WHO[0], "tomasz-wilk"):
        yield from (Asked(who=who, address=path.lstrip("/"), path=path) for path in ALSO)


def _paths(one: asking.Request) -> list[str]:
    if "<slug:key>" in one.asked.address:
        return [one.path.replace("/child/", f"/{key}/") for key in TOPICS]
    return [one.path + more for more in ("", *AS_WELL.get(one.asked.address, ()))]


def _is_asked(one: asking.Request) -> bool:
    """A few people do, and the one family of whom everything is known."""
    about = one.asked.about
    known = about is None or (about.relationship, about.tier) == ("personal", "normal")
    return one.asked.who.key in WHO and (known or one.asked.address in OF_OTHERS_TOO)


def ask(world: World, asked: Asked, client: Client | None = None) -> tuple[Any, bytes]:
    """The answer and its bytes; what was written on the way is taken back."""
    with taken_back():
        answer = (client or world.clients[asked.who]).get(asked.path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer, body


def answers(world: World) -> Iterator[tuple[Asked, Any, bytes]]:
    """Everything, asked. Once somebody was shown a page nobody else is asked for it, but where it differs by who asks."""
    shown: set[str] = set()
    for asked in everything(world):
        if asked.path not in shown or asked.address in THEIR_OWN:
            answer, body = ask(world, asked)
            if answer.status_code == 200:
                shown.add(asked.path)
            yield asked, answer, body


def that_show_words(world: World) -> dict[Asked, Made]:
    """The requests that are worth asking again: each shows a column at an address where none before it did."""
    shown: set[tuple[str, int]] = set()
    found: dict[Asked, Made] = {}
    for asked, answer, body in answers(world):
        if b"Zq" not in body:
            continue
        made = made_of(answer, body)
        new = {(asked.address, number) for number in made.said} - shown
        if new or answer.headers["Content-Type"].startswith("text/css"):
            shown |= new
            found[asked] = made
    return found


THEIR_OWN = (
    "", "concern/", "children/<uuid:child>/visit/", "sign-in/mine", "looks/", "openings/", "held/<uuid:outgoing>/",
    "prompts/<uuid:prompt>/", "decisions/<uuid:decision>/",
)  # fmt: skip
"""Pages that offer one person what they do not offer another."""
