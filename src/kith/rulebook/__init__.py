"""The rulebook: law and practice, declared one idea to a file, found by walking the files."""

import importlib
from functools import cache

from kith.rulebook.discovery import declarations
from kith.rulebook.types import Rulebook

__all__ = ["Rulebook", "load"]


LISTS = ("agencies", "steps", "roles", "contacts", "discussions", "lawful_steps", "challenges")
"""The closed lists of a rulebook, each a file."""


@cache
def load(path: str) -> Rulebook:
    """The rulebook at a module path such as ``kith.rulebook.england``; the same object each time.

    Raises ImportError where a file does not declare what its name promises: half a rulebook is never loaded.
    """
    lists = {name: importlib.import_module(f"{path}.{name}") for name in LISTS}
    return Rulebook(
        path=path,
        entry_kinds=declarations(f"{path}.entry_kinds"),
        patterns=declarations(f"{path}.patterns"),
        clocks=declarations(f"{path}.clocks"),
        agencies=lists["agencies"].AGENCIES,
        steps=lists["steps"].STEPS,
        roles=lists["roles"].ROLES,
        contact_outcomes=lists["contacts"].OUTCOMES,
        closing_reasons=lists["contacts"].CLOSING_REASONS,
        lawful_steps=lists["lawful_steps"].LAWFUL_STEPS,
        how_soon=lists["contacts"].HOW_SOON,
        comes_back=lists["contacts"].COMES_BACK,
        history_after=lists["contacts"].HISTORY_AFTER,
        asked_waits_for=lists["contacts"].ASKED_WAITS_FOR,
        screened_again_one_in=lists["contacts"].SCREENED_AGAIN_ONE_IN,
        screened_again_within=lists["contacts"].SCREENED_AGAIN_WITHIN,
        accepted_within=lists["contacts"].ACCEPTED_WITHIN,
        actions_asked=lists["contacts"].ACTIONS_ASKED,
        not_shared=lists["contacts"].NOT_SHARED,
        may_be_told=lists["contacts"].MAY_BE_TOLD,
        spoken_to=lists["contacts"].REFERRER_SPOKEN_TO,
        quorum=lists["discussions"].QUORUM,
        proposed=lists["discussions"].PROPOSED,
        expertise=lists["discussions"].EXPERTISE,
        not_alone=lists["discussions"].NOT_ALONE,
        for_a_child=lists["discussions"].FOR_A_CHILD,
        medicals=lists["discussions"].MEDICALS,
        agreed_actions=lists["discussions"].ACTIONS,
        challenge_about=lists["challenges"].ABOUT,
        challenge_stages=lists["challenges"].STAGES,
        challenges_that_climb=lists["challenges"].CLIMB_BY_THEMSELVES,
        conference_backed_by=lists["challenges"].BACKED_BY,
        conference_answered_within=lists["challenges"].CONFERENCE_ANSWERED_WITHIN,
        override_reviewed_within=lists["challenges"].OVERRIDE_REVIEWED_WITHIN,
        overrides_reviewed_of=lists["challenges"].OVERRIDES_REVIEWED_OF,
    )
