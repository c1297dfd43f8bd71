"""However people are joined and parted again, every entry stands where it stood, and the past reads as it did."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.chronology import operations as ledger
from kith.chronology import queries as chronology
from kith.chronology.types import NewEntry
from kith.identity import operations, queries
from kith.kernel.errors import BadInput, Refused
from tests.rooms.identity_world import AMIRA, AREA, SAM, minutes
from tests.rooms.test_identity_properties import links_now, undone

pytestmark = pytest.mark.django_db
NAMES = ("Amira Rahman", "Leo Brandt", "Ada Nowak", "Tomas Pascoe")
AGENCIES = ("school", "police")


class Town:
    """Four children, each described by two agencies, who are joined and parted as chance will have it."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.minute = 0
        self.stack: list[tuple] = []
        self.read: list[tuple] = []
        self.said: dict = {}
        people = [self._child(name, year) for year, name in enumerate(NAMES, start=2010)]
        self.everybody = tuple(dict.fromkeys(people))
        assert len(self.everybody) == len(NAMES)

    @property
    def now(self):
        self.minute += 1
        return minutes(self.minute)

    def _child(self, name: str, year: int):
        """A child of whom two agencies have told something, each through its own description."""
        school, police = (self._said(name, year, agency) for agency in AGENCIES)
        first = operations.resolve(description=school, by=SAM, at=self.now)
        second = operations.resolve_known(description=police, person=first.person, by=SAM, at=self.now)
        for found, agency in ((first, "school"), (second, "police")):
            self.tell(found.description, agency)
        return first.person

    def _said(self, name: str, year: int, agency: str):
        born = date(year, 3, 4)
        return replace(
            AMIRA, full_name=name, born_from=born, born_to=born, said_by=agency, sender_key=name, postcode="",
            guardian_names=(f"{name} senior",), sex="",
        )  # fmt: skip

    def tell(self, description, agency: str) -> None:
        at = self.now
        new = NewEntry(
            area=AREA, kind="other", said_by=agency, happened_from=at, happened_to=at, about=(description,),
            text="Something was seen.", precision="time",
        )  # fmt: skip
        self.said[ledger.append(new, by=SAM, at=at)] = description

    def more(self) -> None:
        """Something new is said through one of the descriptions."""
        description = self.draw(st.sampled_from(sorted(links_now())))
        self.tell(description, queries.description(id=description).said_by)

    def merge(self) -> None:
        keep, other = (self.draw(st.sampled_from(self.everybody)) for _ in "12")
        before = links_now()
        try:
            step = operations.merge(keep=keep, other=other, because="One.", by=SAM, at=self.now)
        except (BadInput, Refused):
            return
        self.stack.append((step, before))

    def unmerge(self) -> None:
        """The last joining is undone: what was said by then is where it was, and so is what was said since through the same."""
        if not self.stack:
            return
        step, before = self.stack.pop()
        operations.unmerge(step=step, because="Two.", by=SAM, at=self.now)
        assert links_now() == before
        assert self.shown() == self.as_linked(before)

    def look(self) -> None:
        """Somebody reads every page now; the same moment is read again at the end."""
        self.minute += 1
        self.read.append((minutes(self.minute), self.shown()))

    def shown(self, at=None) -> dict:
        """Each child's page: its entries."""
        at = at or minutes(self.minute)
        return {
            child: {one.id for one in chronology.entries_for_page(child=child, as_at=at)}
            for child in self.everybody
        }

    def as_linked(self, links: dict) -> dict:
        return {
            child: {entry for entry, description in self.said.items() if links[description] == child}
            for child in self.everybody
        }


@settings(max_examples=4, deadline=None)
@given(st.data(), st.lists(st.sampled_from(["merge", "merge", "unmerge", "more", "look"]), max_size=9))
def test_after_undoing_every_entry_is_where_it_was_and_the_past_is_as_it_was_read(data, doings):
    with undone():
        town = Town(data.draw)
        start = links_now()
        for what in doings:
            getattr(town, what)()
            assert set().union(*town.shown().values()) == set(town.said), "an entry is on nobody's page"
        while town.stack:
            town.unmerge()
        assert town.shown() == town.as_linked(start)
        for at, page in town.read:
            assert town.shown(at) == page
