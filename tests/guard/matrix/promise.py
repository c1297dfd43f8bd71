"""What a promise is made of: who sees whom by which relationship and tier, what may be answered, and how one is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from tests.guard.matrix.people import Person
from tests.guard.matrix.world import TIERS, WHO_OPENED, Held, World

SEEN: Mapping[str, frozenset[str]] = {
    "personal": frozenset(TIERS),
    "invited": frozenset(TIERS),
    "named": frozenset(TIERS),
    "writing up": frozenset(TIERS),
    "team": frozenset({"normal"}),
    "agency": frozenset({"normal"}),
    "none": frozenset(),
    "ended": frozenset(),
    "duty over": frozenset(),
    "request over": frozenset(),
    "treating over": frozenset(),
    "emergency over": frozenset(),
    "shut out later": frozenset(),
    "recorded": frozenset(),
    "written up": frozenset(),
}
"""The relationship in which somebody stands to a child, to the tiers in which they see that child by it."""


class Answer(Enum):
    """What may be answered."""

    SHOWN = "shown"
    REFUSED = "refused, with the reason and whom to ring"
    RESTRICTED = "refused: a record exists, ring the desk"
    NOT_INVOLVED = "refused: not involved, ring whoever is"
    NOTHING = "refused like a child who is not there"
    NOT_DONE = "not done, and the page says so"
    SIGN_IN = "asked to sign in"
    NOT_THIS_WAY = "no such method"
    NOT_HERE = "no such page"
    NO_TOKEN = "asked for a token"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request: who asks whom by which address; ``about`` is the child, and ``thing`` what hangs on them."""

    who: Person
    address: str
    about: Held | None = None
    thing: str = ""
    """A name in ``World.others``; ``"own"`` and ``"other's"`` for what is nested under a child's address."""
    is_there: bool = True


Rule = Callable[[World, Asked, str], Answer]


def sees(world: World, who: Person, held: Held) -> bool:
    """Whether somebody sees a child, by the table, or because a question or a decision let them in."""
    if not who.works_here:
        return False
    id = world.ids[who.key]
    if (id, held.id) in world.let_in:
        return True
    if (
        held.relationship == "none"
        and held.tier == "normal"
        and who.code == WHO_OPENED
        and who.area == world.area.code
    ):
        return True
    if who.area != world.area.code or held.tier not in SEEN[held.relationship]:
        return False
    if held.relationship in ("writing up", "written up"):
        return who.code == "folasade-adeyemi"
    return bool(who.team) if held.relationship == "team" else True


def refusal(held: Held | None) -> Answer:
    """How somebody who does not see a child is refused."""
    if held is None or held.tier == "sealed":
        return Answer.NOTHING
    return Answer.RESTRICTED if held.tier == "restricted" else Answer.NOT_INVOLVED
