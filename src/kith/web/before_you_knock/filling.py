"""Fills the page that is read before a visit; every statement is on the entry that it rests on."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from kith.access import queries as access
from kith.access.types import Basis
from kith.chronology.types import EntryView
from kith.grammar.words import initial
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.before_you_knock.page import BeforeYouKnockPage
from kith.web.child.guard import in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.own_words import with_words
from kith.web.child.reading import Reading, read
from kith.web.child.resting import in_its_words, resting
from kith.web.child.sightings import sightings
from kith.web.child.story import told_story
from kith.web.child.telling import cut, typed
from kith.web.child.well_worrying import three_of
from kith.web.child.wrong_address import before_you_go
from kith.web.dates import clock_time, weekday_day
from kith.web.jinja import number_word
from kith.web.parts.resting import Resting, RestingLine
from kith.web.tonight.at_the_door import before_the_door, lives_there, must_not_be_there

VISITS, WORDS, ASKED = 4, 2, 6
"""How many of each stand on one side of paper."""
ON_PAPER = 3
"""Statements of one line on paper, so that all of it stays on one side; how many more there are is said."""
INTERPRETER = re.compile(r"\b(interpret\w*|BSL|Makaton|sign language|non-?verbal|PECS)\b", re.IGNORECASE)
NOT_LET_IN = ("refused", "no_reply", "restricted")


def before_you_knock_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, for_paper: bool = False, print_sheet: str = ""
) -> BeforeYouKnockPage:
    """The page, for the screen or for paper: there nothing folds, and places stay unsaid."""
    reading = read(child=child, by=by, at=at, basis=basis, for_paper=for_paper)
    seen = access.home_over_time(child=child.id, by=by, at=at, as_at=at)
    guards, here = in_force(reading), f"/children/{child.id}"
    who = identity_of(reading, guards=guards, responsible=responsible_now(reading), current="tonight")
    lines = [
        before_the_door(reading, question="Your own safety"),
        must_not_be_there(reading, guards),
        lives_there(reading, seen),
        _last_times(reading),
        _seen_alone(reading),
        _speaking(reading),
    ]
    safety, must_not, home, last_times, alone, speaking = map(_for_paper, lines) if for_paper else lines
    return BeforeYouKnockPage(
        who=replace(who, tabs=()) if for_paper else who,
        called=reading.name,
        as_at=f"{weekday_day(reading.today)}, {clock_time(at)}",
        address=before_you_go(reading),
        safety=safety,
        # What hides from this reader is said once, with the worker's own safety.
        behind_the_door=(replace(must_not, ring=""), home),
        last_times=last_times,
        unanswered=tuple(_unanswered(reading))[:ASKED],
        unanswered_silence="Nobody has told us of a worry that nothing has settled. Ask how things are, and look.",
        seen_alone=alone,
        speaking=speaking,
        print_href="" if for_paper else f"{here}/before-you-knock/print/",
        child_href=f"{here}/",
        visit_href=f"{here}/visit/",
        print_sheet=print_sheet,
    )


def _for_paper(line: RestingLine) -> RestingLine:
    """Cut to what fits one side; what is not there is counted, never left out silently."""
    more = len(line.said) - ON_PAPER
    counted = f"{number_word(more)} more on the page itself." if more > 0 else ""
    return replace(
        line,
        said=line.said[:ON_PAPER],
        shown=ON_PAPER,
        ring=" ".join(part for part in (counted, line.ring) if part),
    )


def _visits(reading: Reading) -> list[EntryView]:
    return [row for row in reversed(reading.of_kind("visit")) if row.details.get("outcome") != "cancelled_by_worker"]  # fmt: skip


def _last_times(reading: Reading) -> RestingLine:
    """The last visits, each with what came of it and in its writer's words what was found."""
    said = []
    for row in _visits(reading)[:VISITS]:
        found = in_its_words(row)
        words = f"{initial(typed(row, reading)).rstrip('.')}. {found}".strip()
        said.append(resting(row, words, reading))
    return RestingLine(
        question="Behind the door last times",
        said=tuple(said),
        shown=VISITS,
        silence=f"Nobody has told us of a visit to {reading.name}.",
        ring=_count(reading),
    )


def _count(reading: Reading) -> str:
    """How often of the last ten visits nobody was let in, and how often the child was seen, and alone."""
    rows = _visits(reading)[:10]
    if not rows:
        return ""
    kept_out = sum(row.details.get("outcome") in NOT_LET_IN for row in rows)
    seen = sum(row.details.get("seen") is True for row in rows)
    alone = sum(row.details.get("seen_alone") is True for row in rows)
    what = "Of the only visit" if len(rows) == 1 else f"Of the last {len(rows)} visits"
    return f"{what} written down: {kept_out} not let in, or only in part; {reading.name} seen on {seen}, alone on {alone}."


def _unanswered(reading: Reading) -> Iterator[Resting]:
    """Worries that nothing has settled, the newest first, then what nobody has said or answered."""
    three = three_of(reading, told_story(reading))
    for point in (*three.worrying, *three.unknown):
        yield Resting(words=point.words, rests_on=point.said)


def _seen_alone(reading: Reading) -> RestingLine:
    """The last time alone, and what the child said last, in their words."""
    alone = [one.entry for one in sightings(reading) if one.alone is True][-1:]
    said = [resting(row, f"Seen alone {row.when_in_words(as_at=reading.as_at)}.", reading) for row in alone]
    for row in reversed(with_words(reading)[-WORDS:]):
        own = cut(row.childs_words.strip('“”"'))
        said.append(resting(row, f"“{own}”", reading))
    return RestingLine(
        question=f"{reading.name} alone, and in {reading.name}’s words",
        said=tuple(said),
        shown=3,
        silence=f"Nobody has told us that {reading.name} was seen alone, or what {reading.name} said.",
        ring="" if alone else f"Nobody has told us that {reading.name} was seen alone.",
    )


def _speaking(reading: Reading) -> RestingLine:
    """The language that is written down, and what entries say of interpreters and of how the child communicates."""
    said: list[Resting] = []
    if reading.child.language:
        said.append(Resting(words=f"Speaks {reading.child.language}.", rests_on="Written down of the child"))
    for row in reversed(reading.counting):
        words = _how(row)
        if words and len(said) < ON_PAPER:
            said.append(resting(row, words, reading))
    return RestingLine(
        question="Language, and how to speak",
        said=tuple(said),
        shown=3,
        silence="Nobody has told us which language is spoken, or whether an interpreter is needed.",
    )


def _how(row: EntryView) -> str:
    if how := row.details.get("how_communicated"):
        return f"“{cut(str(how))}”"
    if row.details.get("reason_not_alone") == "no_interpreter":
        return "Not seen alone: there was no interpreter."
    sentence = next((one for one in re.split(r"(?<=[.!?])\s+|\n", row.text) if INTERPRETER.search(one)), "")
    return f"“{cut(sentence.strip())}”" if sentence else ""
