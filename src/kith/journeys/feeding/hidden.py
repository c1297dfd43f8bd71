"""Whether a letter says where somebody is who must not be found: then nobody is shown what it says."""

from datetime import datetime

from kith.kernel.types import Actor
from kith.outgoing.circle import circle_of, family_of
from kith.outgoing.reading.gathered import Piece
from kith.people import operations as people

BECAUSE = "a letter of a feed that is to be shown"


def says_a_hidden_address(text: str, *, by: Actor, at: datetime) -> bool:
    """Whether a confidential address of anybody whom it names, or of their family, stands in it, in any form.

    The vault is searched without being opened, and each search is on its trail. Who is named in no way that Kith knows is
    not looked for.
    """
    circle = circle_of(about=(), pieces=[Piece(text=text, place="")], area=by.area, at=at)
    children = [one.id for one in circle.named if one.kind != "adult"]
    everyone = circle.everyone | family_of(children=children, at=at)
    return bool(people.search_for_hidden(texts=[text], persons=everyone, because=BECAUSE, by=by, at=at))
