"""Takes the items of a letter in, one by one: each is a concern of its own, kept whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

import structlog

from kith.api import findings, reading, references
from kith.api.concern import THE_ENTRY, concern_of, without_references
from kith.api.desk import Desk, own_reference
from kith.api.findings import Finding
from kith.api.item import EntryItem
from kith.api.types import Letter, NotTaken, Outcome, Problem
from kith.chronology import queries as chronology
from kith.chronology.types import SentBefore
from kith.journeys.catch_up import catch_up
from kith.journeys.receive_concern import keep_concern
from kith.journeys.types import Concern
from kith.kernel.errors import BadInput

TWICE = "Another entry of this request has this reference."
OTHERS = 100
"""What waits from before is asked about first, and must not keep this letter's own from being asked about."""
SEND_AGAIN = "Something went wrong here. Send the same with the same Idempotency-Key: nothing is kept twice."
logger = structlog.get_logger(__name__)


def take(letter: Letter, *, desk: Desk) -> list[Outcome]:
    """What became of each item, in their order. NotTaken(500) where one failed by our fault.

    What this very letter was kept for before, as far as it got, is not kept again.
    """
    taking = _taking(letter, desk)
    outcomes = [_guarded(taking, index) for index in range(len(letter.items))]
    catch_up(at=desk.caller.at, limit=len(outcomes) + OTHERS)
    if failed := [index for index, outcome in enumerate(outcomes) if outcome is None]:
        raise NotTaken(500, *(Problem(field=f"entries[{index}]", problem=SEND_AGAIN) for index in failed))
    return [outcome for outcome in outcomes if outcome is not None]


@dataclass
class _Taking:
    """``keys`` are the references under which the items are kept, ``twice`` the items whose own was used before them.

    ``envelope`` is the letter itself until its first item is kept, and then the id under which it lies.
    """

    letter: Letter
    desk: Desk
    keys: tuple[str, ...]
    twice: frozenset[int]
    sent: Mapping[str, SentBefore]
    envelope: tuple[str, bytes] | UUID

    def item(self, index: int) -> Outcome:
        if index not in self.twice and (before := self._kept_before(index)):
            return Outcome(index=index, id=before)
        item, wrong = reading.read(self.letter.items[index], desk=self.desk)
        if index in self.twice:
            wrong.append((("sender_reference",), TWICE))
        if item is None or wrong:
            return self._refused(index, wrong)
        pairs, wrong = references.found(item, desk=self.desk)
        if wrong:
            return self._refused(index, wrong)
        return self._received(index, item, pairs)

    def _kept_before(self, index: int) -> UUID | None:
        """The entry that this item of this very letter, byte for byte, became when it came before."""
        before = self.sent.get(self.keys[index])
        if before is None or before.digest != self.letter.digest:
            return None
        self.envelope = before.envelope or self.envelope
        return before.entry

    def _received(self, index: int, item: EntryItem, pairs: tuple[tuple[str, UUID], ...]) -> Outcome:
        concern = concern_of(item, sender_key=self.keys[index], references=pairs, desk=self.desk)
        try:
            return self._kept(index, concern)
        except BadInput as problem:
            if not (problem.field.endswith("references") and references.may_be_left_out(item)):
                return self._refused(index, [findings.of_room(problem, item=self.letter.items[index])])
        try:
            return self._kept(index, without_references(concern))
        except BadInput as problem:
            return self._refused(index, [findings.of_room(problem, item=self.letter.items[index])])

    def _kept(self, index: int, concern: Concern) -> Outcome:
        """What the agency sent before in another letter rests on that one: this letter is then not kept for it."""
        caller, is_old = self.desk.caller, self.keys[index] in self.sent
        concern = replace(concern, envelope=None if is_old else self.envelope)
        received = keep_concern(concern=concern, by=caller.by, at=caller.at)
        self.envelope = received.envelope or self.envelope
        return Outcome(index=index, id=received.entries[THE_ENTRY])

    def _refused(self, index: int, wrong: list[Finding]) -> Outcome:
        problems = findings.as_problems(wrong, item=self.letter.items[index], index=index)
        return Outcome(index=index, problems=problems)


def _taking(letter: Letter, desk: Desk) -> _Taking:
    code, area = desk.whose
    own = [_reference_in(item) for item in letter.items]
    keys = tuple(one or own_reference(key=letter.key, index=index) for index, one in enumerate(own))
    return _Taking(
        letter=letter,
        desk=desk,
        keys=keys,
        twice=frozenset(index for index, key in enumerate(keys) if key in keys[:index]),
        sent=chronology.sent_before(said_by=code, said_by_area=area, sender_keys=keys),
        envelope=(letter.media_type, letter.body),
    )


def _reference_in(item: object) -> str | None:
    """The sender's own reference, if it is one that could be kept."""
    given = item.get("sender_reference") if isinstance(item, dict) else None
    return given if isinstance(given, str) and given and not reading.NOT_TEXT.search(given) else None


def _guarded(taking: _Taking, index: int) -> Outcome | None:
    """One item that fails by our fault does not hold the others back."""
    try:
        return taking.item(index)
    except Exception as problem:  # whatever it was, the sender has its letter and sends it again
        logger.error("api_item_failed", index=index, error=type(problem).__name__)
        return None
