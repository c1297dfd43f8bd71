"""What was done about a worry, and what no entry shows: told in short sentences, each with its entry."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from kith.agencies.types import SOCIAL_CARE
from kith.chronology.story.occurrences import Occurrence, answers_to
from kith.chronology.story.types import Done
from kith.chronology.types import EntryView
from kith.chronology.when import words
from kith.rulebook import Rulebook

FAMILY_VOICES = {"family", "public", "anonymous"}
HOLDING = {"said", "told", "delivered"}
CLOSING = {"referral_decision": {"no_further_action", "advice"}, "assessment": {"no_further_action"}}


def done_about(
    occurrence: Occurrence, entries: Sequence[EntryView], rulebook: Rulebook, as_at: datetime
) -> tuple[Done, ...]:
    """The answers, who rang whom back, where an image is, and who was never told."""
    answers = answers_to(occurrence, entries)
    done = list(_answered_each(answers, occurrence, rulebook, as_at))
    if occurrence.is_a_worry(rulebook):
        done += _rung_back(occurrence, answers, entries)
        done += _image(occurrence, entries, rulebook, as_at)
        done += _told(occurrence, rulebook)
    return tuple(done)


def _answered_each(
    answers: Sequence[EntryView], occurrence: Occurrence, rulebook: Rulebook, as_at: datetime
) -> Iterator[Done]:
    """Each answer; of questions declined again and again the last one, with how many there were."""
    declined = [entry for entry in answers if entry.kind == "prompt_declined"]
    for entry in answers:
        said = answered(entry, occurrence, rulebook, as_at)
        if len(declined) > 1 and entry.kind == "prompt_declined":
            if entry is not declined[-1]:
                continue
            said = f"{said.rstrip('.')}. Declined {len(declined)} times in all."
        yield Done(words=said, entry=entry.id)


def answered(entry: EntryView, occurrence: Occurrence, rulebook: Rulebook, as_at: datetime) -> str:
    """``Police, the same day: declined a welfare check.``"""
    label = rulebook.agencies[entry.said_by].short
    told = rulebook.entry_kind(entry.kind).tell(entry.details, said_by_label=label)
    same_day = entry.when.happened_to.date() == occurrence.first.when.happened_to.date()
    return f"{label[:1].upper()}{label[1:]}, {'the same day' if same_day else words(entry.when, as_at=as_at)}: {told[:1].lower()}{told[1:]}"


def _rung_back(
    occurrence: Occurrence, answers: Sequence[EntryView], entries: Sequence[EntryView]
) -> Iterator[Done]:
    """A relative's or neighbour's contact shows whether anybody spoke to them again."""
    contact = next(
        (e for e in occurrence.entries if e.kind == "contact_received" and e.voice in FAMILY_VOICES), None
    )
    if contact is None or any(answer.kind == "referrer_told" for answer in answers):
        return
    later = [e for e in entries if e.kind == "referrer_told" and e.counts and e.place > contact.place]
    if not any(e.said_by == contact.said_by for e in later):
        yield Done(words="No entry shows anyone ringing them back.")


def _image(
    occurrence: Occurrence, entries: Sequence[EntryView], rulebook: Rulebook, as_at: datetime
) -> Iterator[Done]:
    """Who holds an image, whether those who decide have it, and whether it came after their decision."""
    image = next((entry for entry in occurrence.entries if entry.kind == "image_supplied"), None)
    if image is None:
        return
    holders = sorted({row.agency for row in image.known_to if row.how in HOLDING})
    names = _list([rulebook.agencies[code].short for code in holders])
    if SOCIAL_CARE not in holders:
        yield Done(
            words=f"{names} alone {'holds' if len(holders) == 1 else 'hold'} the image; no entry shows that social care has it."
        )
    elif decision := _closed_before(image, entries):
        yield Done(
            words=f"It came after social care’s decision of {words(decision.when, as_at=as_at)}.",
            entry=decision.id,
        )
    if not any(e.kind == "image_viewed" and _refers_to(e, image) for e in entries):
        yield Done(words="No entry shows that the person who decides has looked at it.")


def _refers_to(entry: EntryView, image: EntryView) -> bool:
    referred = [r.entry for r in entry.refers_to if r.relation == "answers"]
    return image.id in referred if referred else entry.place > image.place and entry.said_by == image.said_by


def _closed_before(image: EntryView, entries: Sequence[EntryView]) -> EntryView | None:
    """Social care's latest decision that no more would be done, in the 60 days before the image came."""
    before = [
        e
        for e in entries
        if e.said_by == SOCIAL_CARE
        and e.details.get("outcome") in CLOSING.get(e.kind, ())
        and e.place < image.place
        and (image.when.happened_to - e.when.happened_to).days <= 60
    ]
    return max(before, key=lambda e: e.place) if before else None


def _told(occurrence: Occurrence, rulebook: Rulebook) -> Iterator[Done]:
    """Which other agencies held it; silence about that is said too."""
    own = {entry.said_by for entry in occurrence.entries}
    others = sorted({r.agency for e in occurrence.entries for r in e.known_to if r.how in HOLDING} - own)
    if others:
        yield Done(words=f"Told: {_list([rulebook.agencies[code].short for code in others])}.")
    else:
        yield Done(words="No other agency told.")


def _list(names: Sequence[str]) -> str:
    first = names[0][:1].upper() + names[0][1:] if names else "Nobody"
    rest = [first, *names[1:]]
    return rest[0] if len(rest) == 1 else f"{', '.join(rest[:-1])} and {rest[-1]}"
