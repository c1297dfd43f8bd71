"""Questions that wait for a person: evidence quoted from entries, what would make it wrong, owner, due."""

from datetime import datetime

from kith.agencies import queries as agencies
from kith.chronology.types import EntryView
from kith.grammar.patterns import Pattern
from kith.kernel.clock import LONDON
from kith.patterns import queries as patterns
from kith.patterns.types import PromptView
from kith.web.child.reading import Reading
from kith.web.child.telling import day_of, day_words, entry_href, quotation, said_by
from kith.web.dates import clock_time
from kith.web.parts.ask import Ask, Evidence, Step

SHOWN, MOST_EVIDENCE = 3, 4


def open_prompts(reading: Reading) -> tuple[PromptView, ...]:
    """The prompts about the child that were open at the moment read, the earliest due first."""
    found = patterns.prompts_about(child=reading.child.id, open_only=not reading.is_past)
    return tuple(
        one
        for one in found
        if one.opened_at <= reading.as_at and (one.answered_at is None or one.answered_at > reading.as_at)
    )


def questions(reading: Reading, prompts: tuple[PromptView, ...]) -> tuple[Ask, ...]:
    """At most three; each has one named owner and one next step."""
    shown = prompts[:SHOWN]
    owners = agencies.practitioners(ids={one.owner for one in shown})
    return tuple(
        _ask(one, owners[one.owner].name if one.owner in owners else "nobody who works here", reading)
        for one in shown
    )


def more_words(prompts: tuple[PromptView, ...]) -> str:
    """How many wait beyond those that are shown."""
    more = len(prompts) - SHOWN
    if more <= 0:
        return ""
    return f"{more} more {'question waits' if more == 1 else 'questions wait'}; each is with its owner."


def silence(reading: Reading) -> str:
    """Said where nothing is asked: that is not the same as safe."""
    verb = "asked nothing then" if reading.is_past else "asks nothing today"
    return f"Kith {verb}. That is not the same as safe: it asks only about what it has been told."


def _ask(prompt: PromptView, owner: str, reading: Reading) -> Ask:
    step, pattern = reading.book.steps[prompt.step], _pattern(prompt, reading)
    due, kind = _due(prompt, reading)
    seen = [reading.by_id[entry] for entry in prompt.evidence if entry in reading.by_id]
    href = f"/prompts/{prompt.id}/"
    return Ask(
        id=str(prompt.id),
        question=_question(pattern, prompt, reading),
        evidence=tuple(_evidence(entry, reading) for entry in seen[:MOST_EVIDENCE]),
        owner=owner,
        due=due,
        due_kind=kind,
        step=Step(words=step.does, href=href),
        href=href,
        decline_href="",
        wrong_if=pattern.wrong_if.removeprefix("It would be wrong if ") if pattern else "",
        more_evidence=_more(prompt, seen, reading),
    )


def _pattern(prompt: PromptView, reading: Reading) -> Pattern | None:
    """The first pattern that fired about this child, unless it rests on entries that this reader may not see.

    A question can say as much as its evidence: then what the step asks of anybody is asked instead.
    """
    for firing in prompt.firings:
        if firing.child == reading.child.id and not reading.left_out & set(firing.evidence):
            return reading.book.patterns.get(firing.pattern)
    return None


def _question(pattern: Pattern | None, prompt: PromptView, reading: Reading) -> str:
    asks = pattern.asks if pattern else reading.book.steps[prompt.step].asks
    return asks.format(child=reading.name)


def _evidence(entry: EntryView, reading: Reading) -> Evidence:
    told = f"{said_by(entry, reading).label}, {day_words(entry.when, reading)}."
    taken = any(row.how == "acknowledged" for row in entry.known_to)
    return Evidence(
        words=quotation(entry, reading),
        said=told if taken else f"{told} Not acknowledged.",
        href=entry_href(entry.id, reading),
    )


def _more(prompt: PromptView, seen: list[EntryView], reading: Reading) -> str:
    more = len(seen[MOST_EVIDENCE:])
    unseen = len(prompt.evidence) - len(seen)
    parts = []
    if more:
        parts.append(f"{more} more {'entry is' if more == 1 else 'entries are'} on the question’s own page.")
    if unseen:
        exist = "One more exists" if unseen == 1 else f"{unseen} more exist"
        parts.append(
            f"{exist} that are about another child, or that you may not see: ring the desk, {reading.desk}."
        )
    return " ".join(parts)


def _due(prompt: PromptView, reading: Reading) -> tuple[str, str]:
    due: datetime = prompt.due_at.astimezone(LONDON)
    day = f"{due:%A} {due.day} {due:%B}" + ("" if due.year == reading.today.year else f" {due.year}")
    if prompt.due_at < reading.as_at:
        return f"Was due {day}, {clock_time(due)}", "over"
    if day_of(prompt.due_at) == reading.today:
        return f"Due today by {clock_time(due)}", "due"
    return f"At the latest {day}", ""
