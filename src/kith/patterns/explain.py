"""Explaining a rule: its graph in the words of a social worker, with a glossary of the words that practice gave it."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.grammar.clocks import Clock
from kith.grammar.patterns import ManagerIn, Pattern
from kith.grammar.questions import StateOpen
from kith.grammar.selections import Selection
from kith.patterns.explain_phrases import without_article
from kith.patterns.explain_questions import QuestionWords
from kith.patterns.explain_selections import Glossary, SelectionWords
from kith.rulebook import Rulebook


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A rule in English. ``when`` is a list from top to bottom; ``glossary`` pairs words with what they mean."""

    when: tuple[str, ...]
    then: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        meanings = [f"- {words}: {meaning}" for words, meaning in self.glossary]
        parts = ["\n".join(self.when), "\n".join(self.then)]
        return "\n\n".join([*parts, *(["What the words mean:\n" + "\n".join(meanings)] if meanings else [])])


def explain(pattern: Pattern, rulebook: Rulebook) -> str:
    """The whole rule in plain English: when it asks, whom, how it climbs, and what its words mean."""
    return str(explanation(pattern, rulebook))


def explanation(pattern: Pattern, rulebook: Rulebook) -> Explanation:
    """The same in its parts, for pages."""
    words = SelectionWords(rulebook, Glossary(), _own_words(pattern, rulebook))
    questions = QuestionWords(words)
    first, *more = questions.lines(pattern.question)
    when = (f"Kith asks when {first}{'' if more else '.'}", *more)
    then = (*_whom(pattern, words), *_stages(pattern, words))
    return Explanation(when=when, then=then, glossary=_glossary(words, questions))


def explain_clock(clock: Clock, rulebook: Rulebook) -> str:
    """A time limit in plain English: what starts it, when it is due, what stops it, ends it or starts it again."""
    return str(clock_explanation(clock, rulebook))


def clock_explanation(clock: Clock, rulebook: Rulebook) -> Explanation:
    """The same in its parts, for pages."""
    words = SelectionWords(rulebook, Glossary())
    means = {
        "It starts with": clock.starts,
        "It stops with": clock.stops,
        "It starts again with": clock.repeats_from,
        "It pauses with": clock.pauses,
        "It goes on after a pause with": clock.resumes,
        "It falls away with": clock.ends,
    }
    said = [f"{verb} {words.phrase(of).inside().one}." for verb, of in means.items() if of is not None]
    due = f"It is due {clock.bound} {_counted(clock)}; sooner if the child needs it."
    whose = (
        "An area may set another limit: there is no national figure."
        if clock.maximum is None
        else f"An area may set a shorter limit, never one longer than {clock.maximum}."
    )
    when = (said[0], due, *said[1:])
    return Explanation(when=when, then=(whose,), glossary=_glossary(words, QuestionWords(words)))


def _counted(clock: Clock) -> str:
    """How the limit is counted: ``10 working days after it starts``."""
    if clock.first_day_counts:
        return f"{clock.due} from its start, the day on which it starts being the first"
    return f"{clock.due} after {'what starts it has ended' if clock.from_the_end else 'it starts'}"


def _own_words(pattern: Pattern, rulebook: Rulebook) -> Mapping[Any, tuple[str, ...]]:
    """The words that a pattern's own file has for its selections, where it is one of the rulebook's."""
    if rulebook.patterns.get(pattern.name) is not pattern:
        return {}
    file = importlib.import_module(f"{rulebook.path}.patterns.{pattern.name}")
    return getattr(file, "WORDS", {})


def _whom(pattern: Pattern, words: SelectionWords) -> tuple[str, ...]:
    asked = f"It asks {owner_in_words(pattern.owner, words)}."
    if pattern.questions is None:
        return (asked,)
    return asked, f"It never asks whoever recorded {words.phrase(pattern.questions).inside().one}."


def owner_in_words(owner: str | ManagerIn, words: SelectionWords) -> str:
    if isinstance(owner, ManagerIn):
        last = without_article(words.last_of(words.phrase(owner.of)))
        return f"a manager in the agency that said the {last}"
    return f"the {words.rulebook.roles[owner].label}"


def _stages(pattern: Pattern, words: SelectionWords) -> tuple[str, ...]:
    """How it asks again, higher up, as the number grows."""
    steps = words.rulebook.steps
    higher = [
        f"from {stage.at_least}: {steps[stage.prompts or pattern.prompts].label},"
        f" asked of {owner_in_words(stage.owner, words)}"
        for stage in pattern.stages
    ]
    return (
        ("As the number grows it asks again, higher up:", *(f"- {line}" for line in higher)) if higher else ()
    )


def _glossary(words: SelectionWords, questions: QuestionWords) -> tuple[tuple[str, str], ...]:
    """What each name means, unfolded once; names inside a meaning join the glossary in their turn."""
    meanings: list[tuple[str, str]] = []
    done = 0
    while done < len(words.glossary.used):
        node, name = list(words.glossary.used.items())[done]
        done += 1
        if isinstance(node, StateOpen):
            meanings.append((name, questions.state_unfolded(node)))
        elif isinstance(node, Selection):
            meanings.append((name, words.unfolded(node).one))
    return tuple((name, meaning) for name, meaning in meanings if name != meaning)
