"""Rulebook: one nation's law and practice as values, found by their files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kith.grammar.closed_lists import (
    NOW,
    AgencyCode,
    ChallengeStage,
    ClosingReason,
    ContactOutcome,
    Due,
    LawfulStep,
    Proposed,
    Role,
    Seat,
    Step,
)
from kith.grammar.durations import Duration
from kith.grammar.entry_kinds import EntryKind

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, eq=False)
class Rulebook:
    """Every declaration of a rulebook by name, in the order of their names; closed lists in their own order."""

    path: str
    entry_kinds: Mapping[str, EntryKind]
    agencies: Mapping[str, AgencyCode]
    steps: Mapping[str, Step]
    roles: Mapping[str, Role]
    patterns: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    clocks: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    contact_outcomes: Mapping[str, ContactOutcome] = field(default_factory=lambda: NOTHING)
    closing_reasons: Mapping[str, ClosingReason] = field(default_factory=lambda: NOTHING)
    lawful_steps: Mapping[str, LawfulStep] = field(default_factory=lambda: NOTHING)
    how_soon: Mapping[str, Due] = field(default_factory=lambda: NOTHING)
    """By when a contact is to be decided, by how soon whoever told said that it is needed."""
    comes_back: Mapping[str, Due] = field(default_factory=lambda: NOTHING)
    """By when somebody looks again at a contact that came back, by why."""
    history_after: Duration = field(default_factory=lambda: Duration(0, "days"))
    """How long after it happened something that another system sends is still for the front door to decide on."""
    asked_waits_for: Duration = field(default_factory=lambda: Duration(0, "days"))
    """How long what was asked and never answered speaks against closing a contact."""
    screened_again_one_in: int = 0
    """Of the decisions on contacts, one in so many is made a second time, blind. 0: none."""
    screened_again_within: Due = NOW
    """By when that is done."""
    accepted_within: Due = NOW
    """By when whoever takes a family on, after the front door's decision, says yes or no."""
    actions_asked: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    not_shared: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    may_be_told: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """What an agency may be asked to do, why it may not tell, whether parents may be told: words by code."""
    spoken_to: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Whether whoever told was spoken to, in words, by code."""

    quorum: Mapping[str, tuple[Seat, ...]] = field(default_factory=lambda: NOTHING)
    """By step, who must be there for a decision to be a joint one."""
    proposed: tuple[Proposed, ...] = ()
    """Who is proposed for a discussion beside those who are always asked."""
    expertise: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    not_alone: tuple[str, ...] = ()
    """What somebody may be authorised for, in words by code; those of them who should not be alone on an enquiry."""
    for_a_child: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    medicals: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    agreed_actions: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """What may be decided for a child, what was thought of a medical, the sorts of action: words by code."""
    challenge_about: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """What a professional disagreement may be about, in words, by code."""
    challenge_stages: Mapping[str, ChallengeStage] = field(default_factory=lambda: NOTHING)
    """Who answers a disagreement at each stage and by when, from the first to the last."""
    challenges_that_climb: tuple[str, ...] = ()
    """What a disagreement is about that goes a stage up by itself when nobody answers."""
    conference_backed_by: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Who backs a professional's request for a conference, in words, by code."""
    conference_answered_within: Due = NOW
    override_reviewed_within: Due = NOW
    """By when whoever did not decide has looked at a decision that was made against somebody's view."""
    overrides_reviewed_of: tuple[str, ...] = ()
    """Steps of which a joint decision against an agency's dissent is reviewed without anybody asking."""

    def entry_kind(self, name: str) -> EntryKind:
        """The kind of that name. Raises KeyError that lists the kinds."""
        if name not in self.entry_kinds:
            raise KeyError(f"{name} is not a kind of entry; there are: {', '.join(self.entry_kinds)}")
        return self.entry_kinds[name]

    def worries(self) -> tuple[str, ...]:
        """The kinds that are worries for the story and for cumulative patterns."""
        return tuple(name for name, kind in self.entry_kinds.items() if kind.is_a_worry)

    def kiths_own(self) -> tuple[str, ...]:
        """The kinds of Kith's own workings, which patterns do not count unless they say so."""
        return tuple(name for name, kind in self.entry_kinds.items() if kind.is_kiths_own)

    def chain(self, role: str) -> tuple[str, ...]:
        """The role and who stands in for it, in order; always ends with one who is staffed day and night."""
        chain = [role]
        while stand_in := self.roles[chain[-1]].stand_in:
            chain.append(stand_in)
        return tuple(chain)
