"""Whether somebody has a password here, or their agency proves them; and whom they ring when they cannot get in."""

from typing import Any

from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.web.sign_in.agencies_that_prove import AgencyProvider, proves


def agency_that_proves(person: Any, by: Actor | None) -> AgencyProvider | None:
    """The agency's own sign-in, for somebody without a password whose agency has one; else None."""
    if by is None or person.has_usable_password():
        return None
    return proves(area=by.area, agency=by.agency)


def number_of(by: Actor) -> str:
    """The telephone that the area registered for somebody's agency; empty where it registered none."""
    held = agencies.agency(area=by.area, code=by.agency)
    return held.phone if held else ""
