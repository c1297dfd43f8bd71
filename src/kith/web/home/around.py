"""Adults who do not live with the child: those who are around the home, and kin elsewhere."""

from kith.access.types import HomeSeen
from kith.web.child.reading import Reading
from kith.web.home.homes import person_row
from kith.web.home.page import PersonRow
from kith.web.home.tellers import Tellers


def adults_around(reading: Reading, seen: HomeSeen, tellers: Tellers) -> tuple[PersonRow, ...]:
    """Those around the home now, those who were, then kin who live elsewhere. Who lives there is not said again.

    Of somebody who is held closely, and of whom no relation may be said, it is not said either where they live.
    """
    near = [one for one in seen.stays if not one.stay.lives_there and one.stay.spell.withdrawn is None]
    near.sort(key=lambda one: not one.stay.spell.holds(reading.today))
    named = {one.person for one in near}
    elsewhere = [one for one in seen.adults if one.person not in named and not one.who.lives_there]
    return (
        *(person_row(one.who, one.stay.spell, reading, tellers, more="around the home") for one in near),
        *(
            person_row(
                one.who, one.related, reading, tellers, more="lives elsewhere" if one.who.relation else ""
            )
            for one in elsewhere
        ),
    )
