"""Raising: which firings open a prompt, which join one that stands, and when it is said again. Pure; journeys write it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from kith.grammar.closed_lists import Step
from kith.patterns.types import Evidence, Firing, Said, Standing

QUIET = timedelta(days=14)
"""A standing prompt is not said again within this time, unless a rule reaches a new stage. [P]"""

Key = str
"""A household's prompts are told apart by their step."""


def raise_at(
    firings: Iterable[Firing], *, standing: Mapping[Key, Standing], steps: Mapping[str, Step]
) -> tuple[dict[Key, Standing], list[Said]]:
    """One household's firings of one moment, taken into its prompts.

    Returns the prompts that changed by step, and what is said. ``standing`` holds the latest prompt for each step, open
    or answered.
    """
    changed: dict[Key, Standing] = {}
    said: list[Said] = []
    for step, together in _by_prompt(firings, standing, steps).items():
        before = standing.get(step)
        new = news(together, before)
        if not new:
            continue
        after, saying = _open(step, new) if before is None or before.answered_at else _join(before, together)
        changed[step] = after
        said += [saying] if saying else []
    return changed, said


def _by_prompt(
    firings: Iterable[Firing], standing: Mapping[Key, Standing], steps: Mapping[str, Step]
) -> dict[Key, list[Firing]]:
    """Firings under the step of the prompt that carries them: their own, or an open or new one that answers it."""
    firings = list(firings)
    asked = {firing.step for firing in firings} | {
        step for step, held in standing.items() if not held.answered_at
    }
    together: dict[Key, list[Firing]] = defaultdict(list)
    for firing in firings:
        answering = (step for step in sorted(asked) if firing.step in steps[step].answers)
        own_is_open = firing.step in standing and not standing[firing.step].answered_at
        together[firing.step if own_is_open else next(answering, firing.step)].append(firing)
    return together


def news(firings: list[Firing], before: Standing | None) -> list[Firing]:
    """Firings that bring something: later evidence or, while the prompt is open, another pattern or a higher stage."""
    if before is None:
        return firings
    open_still = before.answered_at is None
    return [
        firing
        for firing in firings
        if any(e.entry not in before.evidence for e in firing.evidence)
        or (open_still and before.stages.get(firing.pattern, -1) < firing.stage)
    ]


def _open(step: str, firings: list[Firing]) -> tuple[Standing, Said]:
    first = min(firings, key=lambda firing: firing.due_at)
    saying = Said(
        household=first.household,
        step=step,
        said_at=first.as_at,
        why="opened",
        firings=tuple(firings),
        owner_role=first.owner_role,
        due_at=first.due_at,
        evidence=_evidence(firings),
    )
    opened = Standing(
        household=first.household,
        step=step,
        opened_at=first.as_at,
        owner_role=saying.owner_role,
        due_at=saying.due_at,
        evidence=frozenset(e.entry for e in saying.evidence),
        agencies=frozenset(e.agency for e in saying.evidence),
        stages=_stages({}, firings),
        last_said_at=saying.said_at,
    )
    return opened, saying


def _join(before: Standing, firings: list[Firing]) -> tuple[Standing, Said | None]:
    evidence = _evidence(firings)
    new = [e for e in evidence if e.entry not in before.evidence]
    at = firings[0].as_at
    stages = _stages(before.stages, firings)
    higher = any(stage > before.stages[name] for name, stage in stages.items() if name in before.stages)
    another = bool({e.agency for e in new} - before.agencies) and at - before.last_said_at >= QUIET
    due_at = min([before.due_at, *(firing.due_at for firing in firings)])
    after = replace(before, evidence=before.evidence | {e.entry for e in new}, stages=stages, due_at=due_at)
    if not (higher or another):
        return after, None
    saying = Said(
        household=before.household,
        step=before.step,
        said_at=at,
        why="new_stage" if higher else "another_agency",
        firings=tuple(firings),
        owner_role=_owner(before, firings, higher),
        due_at=max(at, due_at) if not higher else min(firing.due_at for firing in firings),
        evidence=evidence,
    )
    agencies = frozenset(e.agency for e in evidence)
    return replace(after, last_said_at=at, agencies=agencies, owner_role=saying.owner_role), saying


def _owner(before: Standing, firings: list[Firing], higher: bool) -> str:
    """The first owner stays, unless a stage asks higher up."""
    if not higher:
        return before.owner_role
    return max(firings, key=lambda firing: firing.stage).owner_role


def _stages(before: Mapping[str, int], firings: Iterable[Firing]) -> dict[str, int]:
    stages = dict(before)
    for firing in firings:
        stages[firing.pattern] = max(stages.get(firing.pattern, 0), firing.stage)
    return stages


def _evidence(firings: Iterable[Firing]) -> tuple[Evidence, ...]:
    """All evidence, each entry once, newest first."""
    each = {e.entry: e for firing in firings for e in firing.evidence}
    return tuple(sorted(each.values(), key=lambda e: (e.happened_to, e.entry), reverse=True))
