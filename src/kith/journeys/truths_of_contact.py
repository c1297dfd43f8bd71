"""What is true of a contact and should be known before it is closed: each in one sentence, and never a stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Responsible
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as entries
from kith.chronology.types import EntryView
from kith.files import queries as files
from kith.grammar.words import initial, named
from kith.kernel.types import Actor
from kith.pathway.types import ContactView, Screened
from kith.patterns.queries import rulebook
from kith.people import queries as people

ASKED = {"information_requested": "information_provided", "action_requested": "action_answered"}
MOST = 500


@dataclass(frozen=True, kw_only=True)
class Truth:
    """One sentence. ``code`` is why a contact that is closed against it comes back; empty where it does not."""

    code: str
    words: str

    def speaks_against(self, screened: Screened) -> bool:
        """Whether somebody who decides so must say why they do all the same."""
        if self.code == "images_not_seen":
            return True
        if not rulebook().contact_outcomes[screened.outcome].closes:
            return False
        return self.code != "known_to_social_care" or screened.closing_reason == "known_to_social_care"


def truths_of(*, contact: ContactView, by: Actor, at: datetime) -> tuple[Truth, ...]:
    """What speaks against closing, the gravest first: pictures not seen, nobody working with a child, answers that wait."""
    children = entries.children_of(entry=contact.told)
    found = (
        _images(contact, by),
        *nobody_works(children=children, at=at),
        *outstanding(children=children, at=at),
    )
    return tuple(one for one in found if one)


def images_of(*, contact: ContactView, by: Actor) -> str:
    """Whether whoever decides has opened every picture that came with it: ``none``, ``seen`` or ``not_seen``."""
    pictures = [one for held in files.files_of(entries=told_together(contact)).values() for one in held]
    if not pictures:
        return "none"
    return "seen" if all(by.id in {look.by for look in one.opened} for one in pictures) else "not_seen"


def told_together(contact: ContactView) -> list[UUID]:
    """The entry that told it, and those that are said to be the same occurrence."""
    told = entries.entry(contact.told)
    if told is None:
        return []
    linked = (*told.refers_to, *told.referred_to_by)
    return [told.id, *(one.entry for one in linked if one.relation == "same_occurrence_as")]


def _images(contact: ContactView, by: Actor) -> Truth | None:
    if images_of(contact=contact, by=by) != "not_seen":
        return None
    return Truth(
        code="images_not_seen", words="Pictures came with this, and you have not opened all of them."
    )


def nobody_works(*, children: Sequence[UUID], at: datetime) -> Iterator[Truth]:
    """Social care has a child whom a named person works with; a record of earlier work is not that."""
    held = access.responsible_for_each(children=children, at=at)
    alone = [child for child in children if held[child].worker is None]
    if not alone:
        return
    names = named(one.name for one in people.persons(ids=alone).values())
    yield Truth(
        code="known_to_social_care",
        words=f"Nobody in social care is working with {names} now. {_last_work(alone[0], held[alone[0]], at)}".strip(),
    )


def _last_work(child: UUID, held: Responsible, at: datetime) -> str:
    if held.held_by:
        return (
            f"{held.held_by.name} holds it as {str(held.held_role).replace('_', ' ')}, with no worker named."
        )
    closed = entries.entries_for_page(
        child=child, as_at=at, kinds=("closed", "referral_decision"), limit=MOST
    )
    mine = [one for one in closed if one.counts and one.said_by == SOCIAL_CARE]
    if not mine:
        return "Kith knows of no work that social care did."
    last = max(mine, key=lambda one: one.place)
    return f"The last that social care said was {last.when_in_words(as_at=at)}."


def outstanding(
    *, children: Sequence[UUID], at: datetime, asked_by: tuple[str, str] | None = None
) -> Iterator[Truth]:
    """What was lately asked of other agencies, by anybody or by one agency of an area, and nobody has answered."""
    asked: list[EntryView] = []
    since = at - rulebook().asked_waits_for.exact
    for child in children:
        rows = entries.entries_for_page(child=child, as_at=at, kinds=tuple(ASKED), limit=MOST)
        asked += [one for one in rows if _waits(one, since, asked_by)]
    if not asked:
        return
    whom = tuple(dict.fromkeys(_asked_of(one) for one in asked))
    yield Truth(
        code="information_outstanding",
        words=f"{initial(named(whom))} {'has' if len(whom) == 1 else 'have'} been asked, and not answered.",
    )


def _waits(asked: EntryView, since: datetime, asked_by: tuple[str, str] | None) -> bool:
    if not asked.counts or asked.recorded_at < since or _is_answered(asked):
        return False
    return asked_by in (None, (asked.said_by, asked.said_by_area))


def _is_answered(asked: EntryView) -> bool:
    answers = (one for one in asked.referred_to_by if one.relation == "answers")
    return any(one.kind in ASKED.values() for one in answers)


def _asked_of(asked: EntryView) -> str:
    code = str(asked.details.get("to", ""))
    held = agencies.agency(area=asked.area, code=code)
    return held.name if held else "another agency"
