"""What stands in the margins of a printed page about a child."""

from datetime import datetime

from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.telling import day_of
from kith.web.dates import clock_time, long_day
from kith.web.print_head import PrintHead


def head_for(child: Person, *, by: Actor, at: datetime) -> PrintHead:
    """Initials, recipient, copy and time: paper is left on printers, so never the name."""
    found = agencies.practitioner(id=by.id)
    title = f", {found.title}" if found and found.title else ""
    return PrintHead(
        initials=initials(child.display_name),
        recipient=f"{by.name}{title}",
        copy="copy 1 of 1",
        printed=f"{long_day(day_of(at))}, {clock_time(at)}",
        foot="Addresses withheld.",
    )


def initials(name: str) -> str:
    """``T.O.``"""
    return "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())
