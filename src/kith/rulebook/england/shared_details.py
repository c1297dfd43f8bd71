"""Details that several kinds share, so that one list is written once."""

from collections.abc import Mapping
from typing import Any

from kith.grammar.choices import Choice
from kith.grammar.details import Detail
from kith.grammar.entry_kinds import by, either, key, number, one_of, people, person, prose, truth
from kith.rulebook.england.agencies import agencies, agency
from kith.rulebook.england.body_map import colours, regions, shape, side, size, view
from kith.rulebook.england.challenges import ABOUT
from kith.rulebook.england.steps import STEPS


def nature(ask: str = "What sort of harm is the worry about?") -> Choice:
    """The sort of harm that a worry is about."""
    return one_of(
        *("physical", "neglect", "emotional", "sexual", "domestic_abuse", "exploitation", "welfare"),
        ask=ask,
        words={
            "physical": "physical harm",
            "emotional": "emotional harm",
            "sexual": "sexual harm",
            "exploitation": "exploitation outside the family",
            "welfare": "general welfare",
        },
    )


def carer_account() -> Choice:
    """How what a carer said was recorded; it is what the agency wrote, not the truth."""
    return one_of(
        *("consistent", "inconsistent", "changed", "none_given", "not_asked"),
        ask="How did the carer’s account fit what was seen?",
        hint="What your agency made of it, not the truth.",
        label="Carer’s account",
        words={
            "consistent": "consistent with what was seen",
            "inconsistent": "not consistent with what was seen",
            "changed": "changed between tellings",
        },
    )


ACCOUNT_WAYS = {
    "consistent": "; the carer’s account was thought to fit",
    "inconsistent": "; the carer’s account was thought not to fit",
    "changed": "; the carer’s account changed",
    "none_given": "; no account of it was given",
    "not_asked": "; nobody was asked how it came about",
}


def delay_in_seeking_help() -> Detail:
    return truth(ask="Was help sought later than one would expect?")


def others_present(ask: str = "Who else was there?") -> Detail:
    return people(ask=ask, hint="By name; leave empty if it is not known.")


def injury() -> Mapping[str, Detail]:
    """The details of an injury, seen or described."""
    return {
        "site": regions(ask="Where on the body?"),
        "appearance": one_of(
            *("bruise", "bite", "burn", "fracture", "cut", "mark", "head_injury", "other"),
            ask="What did it look like?",
            words={
                "bruise": "a bruise",
                "bite": "a bite",
                "burn": "a burn",
                "fracture": "a fracture",
                "cut": "a cut",
                "mark": "a mark",
                "head_injury": "a head injury",
                "other": "an injury",
            },
        ),
        "carer_account": carer_account(),
        "explained_by": person(ask="Who explained how it came about?"),
        "explanation_text": prose(ask="How did they explain it, in their words?", label="Explanation"),
        "child_asked_alone": truth(ask="Was the child asked about it alone?"),
        "child_mobile": truth(ask="Can the child roll, crawl or walk?"),
        "age_months": number(
            low=0, high=216, ask="How old was the child, in months?", label="Age", unit="months"
        ),
        "delay_in_seeking_help": delay_in_seeking_help(),
        "side": side(),
        "view": view(),
        "length_mm": size("How long is it, in millimetres?", "Length"),
        "width_mm": size("How wide is it, in millimetres?", "Width"),
        "colour": colours(),
        "shape": shape(),
        "others_present": others_present(),
    }


HOW_IT_LOOKED = (
    by(
        "side",
        {
            "left": "; on the left",
            "right": "; on the right",
            "middle": "; in the middle",
            "both": "; on both sides",
        },
    ),
    either("; {length_mm} mm by {width_mm} mm", "; {length_mm} mm long", "; {width_mm} mm wide"),
    "; colour: {colour}",
    "; shape: {shape}",
    "; also there: {others_present}",
)
"""How a mark was told, after where it is, in the sentences of an injury."""


def attended(ask: str = "Which agencies were there?") -> Detail:
    return agencies(ask=ask)


def absent(ask: str = "Which agencies were asked and were not there?") -> Detail:
    return agencies(ask=ask, hint="Choose none if all who were asked came.")


def step(ask: str) -> Choice:
    """One of the steps that a prompt can ask for."""
    return one_of(*STEPS, ask=ask, words={code: found.label for code, found in STEPS.items()})


def started_or(*others: str, ask: str = "Did it start or end?", **form: Any) -> Choice:
    """A stage of a piece of work."""
    return one_of("started", *others, ask=ask, **form)


def disagreement_stage() -> Choice:
    """How far up, or where, a professional disagreement was voiced ([P]; levels differ between partnerships)."""
    return one_of(
        *("practitioners", "line_managers", "senior_managers", "directors", "partners", "scrutineer"),
        *("strategy_discussion", "conference", "core_group", "court_hearing"),
        ask="At what level, or in which meeting?",
        unchecked=True,
        words={
            "practitioners": "between practitioners",
            "line_managers": "between line managers",
            "senior_managers": "between senior managers",
            "directors": "between directors",
            "partners": "before the safeguarding partners",
            "scrutineer": "before the independent scrutineer",
            "strategy_discussion": "at a strategy discussion",
            "conference": "at a conference",
            "core_group": "at a core group",
            "court_hearing": "at a court hearing",
        },
    )


def of_a_disagreement() -> Mapping[str, Detail]:
    """What a disagreement is about, whom it is put to, and where in Kith it stands."""
    return {
        "about": one_of(*ABOUT, ask="What is it about?", label="About", words=ABOUT, unchecked=True),
        "to": agency(ask="With which agency?", label="Put to"),
        "decision": key(ask="With which decision?"),
    }
