"""A message comes in: it is kept as it came, then read, and each of its parts is taken or waits for a person."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import IntegrityError, transaction

from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology import queries as ledger
from kith.journeys.catch_up import catch_up
from kith.journeys.feeding.found import feed as feed_called
from kith.journeys.feeding.found import feeds
from kith.journeys.feeding.schools import tell_schools, to_be_told
from kith.journeys.feeding.senders import team_of
from kith.journeys.feeding.types import CameOf, Feed, Letter, LetterKept, Part, Reading
from kith.journeys.receive_concern import keep_concern
from kith.journeys.types import Concern
from kith.kernel import dead_letters, messages, outbox
from kith.kernel.dead_letters import Sender, Wrong
from kith.kernel.errors import BadInput
from kith.kernel.messages import DoneBefore, Message, NewMessage
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor

Before = Callable[[], None]
"""What runs first in the transaction that keeps a part, so that neither stands without the other."""
RECEIVED = "message_received"
"""The outbox's topic: payload ``{"message": id}``."""
FOR_THE_REQUEST = timedelta(seconds=30)
"""So long the request that brought a message has to finish it, before a worker goes on with it."""
IN_THE_REQUEST, IN_A_ROUND = 100, 500
"""Parts that are dealt with while a sender waits, and in one go of a worker; the rest of a long file follows."""
TRIES = 3
"""After so many failures of ours a part becomes a letter: a person sees it, and nothing is tried for ever."""
OUR_FAULT = "Kith failed at this part, more than once. It is not the sender’s fault: tell whoever keeps Kith."
NOT_OURS = "Kith cannot take this as it stands."
_QUOTES = re.compile(r"['\"“”‘]|\d{3,}")
logger = structlog.get_logger(__name__)


@acts_for_the_partnership
def receive_message(*, feed: Feed, media_type: str, body: bytes, by: Actor, at: datetime) -> CameOf:
    """Take a message in, for the agency of ``by``. Raises BadInput for one that is too large to be kept.

    It is kept first, in a transaction of its own: whatever happens afterwards, it is not lost. The same message again has
    no second effect.
    """
    kept, item = _keep(feed, media_type, body, by, at)
    if item is None:
        messages.heard_again(kept.id, at=at)
    if not kept.is_done:
        if _guarded(kept, at, most=IN_THE_REQUEST) and item:
            outbox.done(item, at=at)
        catch_up(at=at)
        tell_schools(at=at)
    return came_of(kept.id, came_before=item is None)


@acts_for_the_partnership
def finish_received(*, at: datetime, limit: int = 100) -> int:
    """Go on with messages that were kept and not finished: a process died, or something failed. Returns how many were done."""
    with transaction.atomic():
        waiting = outbox.take(topic=RECEIVED, at=at, limit=limit)
    return sum(_go_on(item, at) for item in waiting)


def came_of(message: UUID, *, came_before: bool = True) -> CameOf:
    """What became of a message so far. Raises LookupError where there is none such."""
    kept = messages.message(message)
    if kept is None:
        raise LookupError("no such message")
    came = messages.came_of(message)
    found = [one for id in came.letters if (one := dead_letters.letter(id)) is not None]
    return CameOf(
        message=message,
        taken=came.taken,
        letters=tuple(LetterKept(id=one.id, place=one.place, wrong=one.wrong) for one in found),
        says_nothing=kept.says_nothing,
        came_before=came_before,
        is_done=kept.is_done,
    )


def reading_of(feed: Feed, letter: Letter) -> Reading:
    """What a feed makes of a message. Where the feed itself fails, the whole message is what a person must look at."""
    try:
        return feed.receive(letter)
    except Exception as error:  # whatever it was, the message is kept and somebody must see it
        logger.error("feed_failed", feed=feed.code, error=type(error).__name__)
        place = "whole message"
        return Reading(
            parts=(Part(body=letter.body, place=place, wrong=(Wrong(words=OUR_FAULT, place=place),)),)
        )


# ── kept first ────────────────────────────────────────────────────────────────────────────────────────────────────


def _keep(feed: Feed, media_type: str, body: bytes, by: Actor, at: datetime) -> tuple[Message, UUID | None]:
    """The message as it is kept, and the work that it makes; None for that where it came before."""
    digest = hashlib.sha256(body).digest()
    team = team_of(by=by, at=at)
    new = NewMessage(
        id=UUID(int=0),
        area=by.area,
        agency=by.agency,
        team=team,
        feed=feed.code,
        media_type=media_type,
        digest=digest,
    )
    if held := messages.before(new):
        return held, None
    try:
        with acting(by=by):
            envelope = chronology.keep_envelope(area=by.area, media_type=media_type, body=body, by=by, at=at)
            kept = messages.begin(replace(new, id=envelope), by=by.id, at=at)
            work = {"message": str(kept.id)}
            item = outbox.put(topic=RECEIVED, payload=work, area=by.area, at=at, due_at=at + FOR_THE_REQUEST)
    except IntegrityError:  # the same came by another process at this very moment
        if (held := messages.before(new)) is None:
            raise
        return held, None
    return kept, item


# ── then read, part by part ───────────────────────────────────────────────────────────────────────────────────────


def _go_on(item: outbox.Item, at: datetime) -> int:
    """Some more of a message; where that was not the last of it, the rest is put down as work of its own."""
    message = UUID(item.payload["message"])
    kept = messages.message(message)
    before = len(messages.parts_done(message))
    if kept is None or kept.is_done or _guarded(kept, at, most=IN_A_ROUND, attempts=item.attempts):
        outbox.done(item, at=at)
        return 1
    with transaction.atomic():
        if len(messages.parts_done(message)) - before >= IN_A_ROUND:
            outbox.put(topic=RECEIVED, payload=item.payload, area=item.area, at=at)
            outbox.done(item, at=at)
            return 1
        outbox.put_back(item, error="a part failed", at=at)
    return 0


def _guarded(kept: Message, at: datetime, *, most: int, attempts: int = 0) -> bool:
    """Whether every part is done now. What fails here is written down by its kind alone, and is tried again."""
    try:
        return _take_all(kept, at, most, attempts)
    except Exception as error:  # the sender is told that it is kept, which it is
        logger.error("message_failed", feed=kept.feed, error=type(error).__name__)
        return False


def _take_all(kept: Message, at: datetime, most: int, attempts: int) -> bool:
    envelope = ledger.envelope(id=kept.id)
    feed = feed_called(kept.feed)
    if envelope is None or feed is None:
        raise LookupError("the feed or the envelope is not here")
    by = agencies.actor(practitioner=kept.received_by, at=at)
    letter = Letter(body=envelope.body, media_type=kept.media_type, agency=kept.agency, area=kept.area, at=at)
    reading = reading_of(feed, letter)
    done = messages.parts_done(kept.id)
    waiting = [(number, part) for number, part in enumerate(reading.parts, start=1) if number not in done]
    last = attempts + 1 >= TRIES
    taken = [_take(kept, feed, number, part, by, at, last=last) for number, part in waiting[:most]]
    if not all(taken) or len(waiting) > most:
        return False
    messages.finish(kept.id, says_nothing=reading.says_nothing, at=at)
    return True


def _take(kept: Message, feed: Feed, number: int, part: Part, by: Actor, at: datetime, *, last: bool) -> bool:
    """Whether this part needs nothing more: it was taken, it is a letter, or another process did it meanwhile."""
    wrong = part.wrong
    try:
        if part.concern is not None and not wrong:
            try:
                take_part(
                    part, feed=feed, envelope=kept.id, before=_say_done(kept, number, None, at), by=by, at=at
                )
                return True
            except BadInput as problem:
                wrong = (of_room(problem, part),)
        _become_letter(kept, number, part, wrong or (Wrong(words=NOT_OURS, place=part.place),), at)
        return True
    except DoneBefore:
        return True
    except Exception as error:  # one part that fails by our fault does not hold the others back
        logger.error("part_failed", feed=kept.feed, part=number, error=type(error).__name__)
        if last:
            _become_letter(kept, number, part, (Wrong(words=OUR_FAULT, place=part.place),), at)
        return last


def _say_done(kept: Message, number: int, letter: UUID | None, at: datetime) -> Before:
    def say() -> None:
        messages.part_done(kept.id, area=kept.area, number=number, letter=letter, at=at)

    return say


def _become_letter(kept: Message, number: int, part: Part, wrong: tuple[Wrong, ...], at: datetime) -> None:
    with transaction.atomic():
        letter = dead_letters.keep(
            area=kept.area,
            came_by=kept.feed,
            media_type=kept.media_type,
            body=part.body,
            problem=wrong[0].words,
            place=part.place,
            wrong=wrong,
            sender=Sender(agency=kept.agency, team=kept.team, post=kept.received_by, message=kept.id),
            at=at,
        )
        messages.part_done(kept.id, area=kept.area, number=number, letter=letter, at=at)


# ── one part, from a message or from a mended letter ──────────────────────────────────────────────────────────────


def take_part(part: Part, *, feed: Feed, envelope: UUID, before: Before, by: Actor, at: datetime) -> UUID:
    """Keep what a part says, in one transaction with ``before``, and what follows from it. Returns the entry's id.

    Raises BadInput for what the ledger cannot take, and whatever ``before`` raises; then nothing was kept.
    """
    if part.concern is None:
        raise BadInput("", NOT_OURS)
    problem: BadInput | None = None
    for concern in _named(part, part.concern, feed, envelope, by):
        try:
            return _kept(concern, feed, before, by, at)
        except BadInput as found:
            problem = found
            if not found.field.endswith(("references", "sender_key")):
                break
    assert problem is not None  # nosec B101: there is always one way, and it failed
    raise problem


def _kept(concern: Concern, feed: Feed, before: Before, by: Actor, at: datetime) -> UUID:
    with acting(by=by):
        before()
        received = keep_concern(concern=concern, by=by, at=at)
        (entry,) = received.entries.values()
        if concern.entries[0].kind in feed.tells_schools:
            to_be_told(entry=entry, by=by, at=at)
    return entry


def _named(part: Part, concern: Concern, feed: Feed, envelope: UUID, by: Actor) -> Iterator[Concern]:
    """The concern under the reference by which it is kept once; and first as telling of the same as another feed's entry.

    What was sent before in another message rests on that one.
    """
    (said,) = concern.entries
    own = key_of(part, feed=feed)
    siblings = [code for code, one in feeds().items() if one.agency == feed.agency and code != feed.code]
    others = [_key(code, part.occurrence) for code in siblings if part.occurrence]
    sent = ledger.sent_before(said_by=by.agency, said_by_area=by.area, sender_keys=[own, *others])
    alone = replace(
        concern,
        envelope=None if own in sent else envelope,
        entries=(replace(said, sender_key=own),),
    )
    for key in others:
        if key in sent:
            same = (("same_occurrence_as", sent[key].entry),)
            yield replace(alone, entries=(replace(said, sender_key=own, references=same),))
            break
    yield alone


def key_of(part: Part, *, feed: Feed) -> str:
    """The reference of a part's entry: the sender's own where there is one, else its bytes'."""
    return _key(feed.code, part.occurrence or part.key or hashlib.sha256(part.body).hexdigest())


def _key(feed: str, said: str) -> str:
    """On one line, and no longer than a reference may be."""
    plain = " ".join(said.split())
    if len(plain) > 100:
        plain = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{feed}#{plain}"


def of_room(problem: BadInput, part: Part) -> Wrong:
    """What a room would not take, in words that repeat nothing of what was sent."""
    if problem.field == "sender_key":
        words = "This reference came before, with something else said under it. Give it another reference, or correct the entry."
        return Wrong(words=words, place=part.place)
    return Wrong(words=NOT_OURS if _QUOTES.search(problem.problem) else problem.problem, place=part.place)
