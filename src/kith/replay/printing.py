"""What a replay prints as JSON: one object a case, in the words of the case format."""

from collections.abc import Iterable
from typing import Any

from kith.clocks.due import local_day
from kith.patterns.types import Said
from kith.replay.history import History
from kith.rulebook import Rulebook


def as_json(found: History, lines: Iterable[tuple[Said, str | None]], rulebook: Rulebook) -> dict[str, Any]:
    """One case. A line that carries an agency is what that agency alone could have been asked."""
    prompts = [
        _prompt(found, saying, rulebook) | ({"agency": agency} if agency else {}) for saying, agency in lines
    ]
    return {"slug": found.case.slug, "prompts": prompts}


def _prompt(found: History, saying: Said, rulebook: Rulebook) -> dict[str, Any]:
    names = {found.case.child_id(child.key): child.key for child in found.case.children}
    cited = [found.cited_as[e.entry] for e in saying.evidence]
    return {
        "raised_at": local_day(saying.said_at).isoformat(),
        "patterns": list(saying.patterns),
        "asks_for": saying.step,
        "strength": rulebook.steps[saying.step].strength,
        "owner_role": saying.owner_role,
        "due": local_day(saying.due_at).isoformat(),
        "because": " ".join(dict.fromkeys(rulebook.patterns[name].because for name in saying.patterns)),
        "children": [names[child] for child in saying.children],
        "evidence": list(dict.fromkeys(cited)),
    }
