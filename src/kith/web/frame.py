"""What stands around every page: who is signed in, where else to go, whom to ring."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest

from kith.agencies import queries as agencies
from kith.decisions.challenges.policies import SCRUTINEER
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.pathway.policies import BY_NIGHT, MANAGER, SCREENER
from kith.web.proof import SHARED
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class Place:
    """One link of the main menu."""

    section: str
    """Which pages it stands for; the page's ``section`` is compared with it to mark the current one."""
    words: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The same for every page that one person opens."""

    area: str = "Kith"
    """The area's name, such as ``Tolland Bay``."""
    desk_phone: str = ""
    """The duty desk's number, day and night."""
    person: str = ""
    """Who is signed in, and as what: ``Dana Ferris, duty``. Empty before signing in."""
    shared: bool = False
    """Whether colleagues share this device: the way to hand it on then stands at the top."""
    places: tuple[Place, ...] = ()
    invented: str = ""
    """Said across the top of the demo and of examples, so that nobody takes these families for real."""
    said: str = ""
    """What the last submit came to, said once on the page that follows it; pages that follow one show it."""


PLACES = (
    Place(section="needs_me", words="What needs me", href="/"),
    Place(section="children", words="Children", href="/children/"),
    Place(section="concern", words="Record a concern", href="/concern/"),
    Place(section="discussions", words="Discussions", href="/decisions/"),
)

FRONT_DOOR = Place(section="contacts", words="The front door", href="/contacts/")
"""For those who screen there; whoever stands in for them comes by what needs them."""

SCRUTINY = Place(section="scrutiny", words="Scrutiny", href="/scrutiny/")

_INVENTED = "Invented area. Every person here is made up; no real family is described."


_SAID = "said"


def say_next(request: HttpRequest, words: str) -> None:
    """Have the page that this person opens next say what their submit came to."""
    request.session[_SAID] = words


def frame_for(request: HttpRequest) -> Frame:
    """The frame of this request: menu and area once somebody is signed in, the only area's desk before."""
    plain = Frame(invented=_INVENTED if getattr(settings, "KITH_DEMO", False) else "")
    try:
        by = acting(request, at=now()) if request.user.is_authenticated else None
    except Refused:
        return plain
    if by is None:
        held = agencies.areas()
        return _of_area(plain, held[0]) if len(held) == 1 else plain
    person = agencies.practitioner(id=by.id)
    title = f", {person.title}" if person and person.title else ""
    return replace(
        _of_area(plain, by.area),
        person=f"{by.name}{title}",
        places=_places(by),
        said=_said(request),
        shared=bool(request.session.get(SHARED)),
    )


def _places(by: Actor) -> tuple[Place, ...]:
    if SCRUTINEER in by.roles:
        return (*PLACES, SCRUTINY)
    screens = {SCREENER, MANAGER, BY_NIGHT} & set(by.roles)
    return (PLACES[0], FRONT_DOOR, *PLACES[1:]) if screens else PLACES


def _said(request: HttpRequest) -> str:
    """What the last submit came to: said once, however often this request asks for its frame."""
    if not hasattr(request, "kith_said"):
        request.kith_said = request.session.pop(_SAID, "")  # type: ignore[attr-defined]
    return request.kith_said  # type: ignore[attr-defined, no-any-return]


def _of_area(frame: Frame, area: str) -> Frame:
    return replace(frame, area=agencies.area_name(area=area), desk_phone=agencies.duty_desk(area=area))
