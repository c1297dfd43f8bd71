"""What one recipient must not learn from a document, and where it stands in the document's texts."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string
from django.views.decorators.debug import sensitive_variables

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.outgoing.circle import Circle, circle_of
from kith.outgoing.clearance import Clearance, clearance_of
from kith.outgoing.reading.gathered import Piece
from kith.outgoing.types import Finding, Recipient
from kith.people import operations as people_operations
from kith.people import queries as people
from kith.people.address_forms import forms_of_address, forms_of_name, forms_of_place, forms_of_telephone
from kith.people.ages import day_of
from kith.people.hidden_words import Hidden, Prepared, forms_found, prepared
from kith.people.types import Address, HiddenHome, Person

SEALED_SINCE = datetime.fromisoformat("1900-01-01T00:00:00+00:00")
"""Everything that was ever told of somebody who is sealed counts."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question to the gate: may this recipient have these texts, about these children?"""

    recipient: Recipient
    about: tuple[UUID, ...]
    pieces: tuple[Piece, ...]
    by: Actor
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was found, whom the document concerns, and to whose home it goes."""

    findings: tuple[Finding, ...]
    circle: Circle
    goes_to_household: UUID | None
    is_guarded: bool
    """Whether somebody of the circle must not be found, and this recipient is not cleared for them."""


@sensitive_variables("asked", "views", "looking")
def look_through(asked: Asked) -> Answer:
    """Searches every text for everything that the recipient must not learn. Writes the trail of each search of the vault."""
    circle = circle_of(about=asked.about, pieces=asked.pieces, area=asked.by.area, at=asked.at)
    homes = people.confidential_homes(people=circle.everyone, as_at=asked.at)
    residents = {one for home in homes for one in home.lived_there}
    clearance = clearance_of(
        recipient=asked.recipient, people_asked=circle.everyone | residents, homes=homes, at=asked.at
    )
    views = [prepared(piece.text) for piece in asked.pieces]
    looking = _Looking(asked=asked, circle=circle, homes=homes, clearance=clearance, views=views)
    in_vault, goes_to = looking.for_addresses()
    if goes_to in clearance.own_homes:
        looking = replace(looking, goes_home=goes_to)
    found = [*in_vault, *looking.for_words_told(), *looking.for_schools_and_teams(), *looking.for_names()]
    found += list(looking.for_a_home_that_was_left())
    return Answer(
        findings=tuple(dict.fromkeys(found)),
        circle=circle,
        goes_to_household=goes_to,
        is_guarded=bool(looking.guarded),
    )


@dataclass(frozen=True, kw_only=True, repr=False)
class _Looking:
    asked: Asked
    circle: Circle
    homes: Sequence[HiddenHome]
    clearance: Clearance
    views: Sequence[Sequence[Prepared]]
    goes_home: UUID | None = None
    """The hidden home in which the recipient lives and to which it goes: its school and numbers are theirs to know."""

    @property
    def guarded(self) -> dict[UUID, datetime]:
        """Who must not be found, since when, but for those whom the recipient is cleared for."""
        since = {
            person: home.since
            for home in self.homes
            if home.household not in self.clearance.homes and home.household != self.goes_home
            for person in home.live_there
        }
        everyone = people.persons(ids=self.circle.family).values()
        since |= {one.id: SEALED_SINCE for one in everyone if one.tier == "sealed"}
        return {person: when for person, when in since.items() if person not in self.clearance.cleared}

    def _texts(self) -> list[str]:
        """The texts, then what stands on the seam of each two, then the label of the envelope."""
        texts = [piece.text for piece in self.asked.pieces]
        seams = [f"{one[-150:]}\n{other[:150]}" for one, other in itertools.pairwise(texts)]
        return [*texts, *seams, self.asked.recipient.goes_to]

    def for_addresses(self) -> tuple[list[Finding], UUID | None]:
        """Confidential addresses in the texts and on the envelope; and whose home the envelope goes to."""
        texts = self._texts()
        told = people_operations.search_for_hidden(
            texts=texts,
            persons=self.circle.everyone,
            but_not=self.clearance.homes,
            because="a document that is to leave",
            by=self.asked.by,
            at=self.asked.at,
        )
        label = len(texts) - 1
        goes_to = next((one.household for one in told if one.text == label), None)
        own = {goes_to} & self.clearance.own_homes
        kept = [one for one in told if one.household not in own]
        whole = {(one.address) for one in kept if one.text < len(self.views)}
        findings = [
            Finding(
                kind="address_label" if one.text == label else "confidential_address",
                place="the envelope" if one.text == label else self._place(one.text),
                form=form,
            )
            for one in kept
            if one.text < len(self.views) or one.text == label or one.address not in whole
            for form in one.forms
        ]
        return findings, goes_to

    def _place(self, text: int) -> str:
        """Where a text stands; a seam is named by the two that it joins."""
        if text < len(self.views):
            return self.asked.pieces[text].place
        first = text - len(self.views)
        return f"{self.asked.pieces[first].place} to {self.asked.pieces[first + 1].place}"

    def for_words_told(self) -> Iterator[Finding]:
        """Words of other rooms: each room searches for its own, and says only where they stand."""
        since = self.guarded
        for name in settings.KITH_TOLD_ELSEWHERE:
            told_in: Any = import_string(name)
            for one in told_in(
                views=self.views, hidden_since=since, about=self.asked.about, at=self.asked.at
            ):
                if one.kind == "referrer" and one.person in self.clearance.cleared:
                    continue
                for form in one.forms:
                    yield Finding(kind=one.kind, place=self.asked.pieces[one.text].place, form=form)

    def for_schools_and_teams(self) -> Iterator[Finding]:
        """Who works with somebody hidden says where they are, to whoever may not see that child; and a sealed one's home does."""
        own_teams = agencies.teams_of(practitioner=self.asked.by.id, at=self.asked.at)
        for person, since in self.guarded.items():
            if since == SEALED_SINCE:
                yield from self._stands("told_home", self._ordinary_homes(person))
            if person in self.clearance.seen and self.asked.recipient.practitioner:
                continue
            for one in access.involved_with(child=person, at=self.asked.at):
                if one.whom.team and one.whom.team not in own_teams:
                    yield from self._stands(
                        "school_or_team",
                        [
                            forms_of_place(one.name),
                            forms_of_telephone(one.phone),
                            forms_of_telephone(one.out_of_hours_phone),
                        ],
                    )

    def _ordinary_homes(self, person: UUID) -> list[Hidden]:
        told = people.home_over_time(child=person, as_at=self.asked.at).addresses
        return [forms_of_address(words_of(one.address)) for one in told if isinstance(one.address, Address)]

    def for_names(self) -> Iterator[Finding]:
        """Other children whom the recipient may not see, and kin who are held closely."""
        meant = self._meant()
        for one in self.circle.named:
            if one.kind == "adult" or one.id in self.clearance.seen:
                continue
            names = [name for name in one.names if " ".join(name.lower().split()) not in meant]
            yield from self._stands("another_child", [forms_of_name(name) for name in names])
        for kin in people.persons(ids=self.circle.family - set(self.asked.about)).values():
            if kin.tier != "normal" and not self._may_know(kin):
                names = [name for name in (kin.display_name, kin.known_as) if name]
                yield from self._stands("held_closely", [forms_of_name(name) for name in names])

    def _may_know(self, kin: Person) -> bool:
        if kin.id == self.asked.recipient.person:
            return True
        return bool(self.asked.recipient.practitioner) and kin.id in self.clearance.seen

    def _meant(self) -> set[str]:
        """Names that somebody bears who may be meant: of the family, of those whom the recipient sees, of people who work here."""
        ids = {*self.circle.family, *self.clearance.seen}
        ids |= {one.id for one in self.circle.named if one.kind == "adult"}
        names = {
            name
            for one in people.persons(ids=ids).values()
            for name in (one.display_name, one.known_as)
            if name
        }
        names |= {one.name for one in agencies.practitioners_in(area=self.asked.by.area)}
        return {" ".join(name.lower().split()) for name in (*names, self.asked.recipient.name)}

    def for_a_home_that_was_left(self) -> Iterator[Finding]:
        """The envelope goes to a home of the recipient's that they have left: whoever lives there opens it."""
        recipient = self.asked.recipient
        if recipient.person is None or not recipient.goes_to:
            return
        label = prepared(recipient.goes_to)
        told = people.home_over_time(child=recipient.person, as_at=self.asked.at)
        today = day_of(self.asked.at)
        here = {
            stay.household
            for stay in told.stays
            if stay.person == recipient.person and stay.spell.holds(today)
        }
        fits = [
            one.household in here and one.spell.holds(today)
            for one in told.addresses
            if isinstance(one.address, Address)
            and forms_found(label, forms_of_address(words_of(one.address)))
        ]
        if fits and not any(fits):
            yield Finding(kind="former_home", place="the envelope")

    def _stands(self, kind: str, hidden: Sequence[Hidden]) -> Iterator[Finding]:
        for piece, view in zip(self.asked.pieces, self.views, strict=True):
            for one in hidden:
                for form in forms_found(view, one):
                    yield Finding(kind=kind, place=piece.place, form=form)


def words_of(address: Address) -> str:
    """An ordinary address as the vault would keep it."""
    return "\n".join(part for part in (*address.lines, address.postcode, address.uprn) if part)
