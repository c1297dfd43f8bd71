"""What is asked of a night: what happened, what was done, and what must be done in the morning."""

from collections.abc import Mapping
from datetime import datetime

from kith.kernel.errors import BadInput
from kith.web.parts.form import Problem
from kith.web.visit_note.questions import happened

WHEN = ("day", "month", "year", "hour", "minute")
FIELDS = ("happened", "was_done", "morning", *WHEN)
IN_WORDS = frozenset(("happened", "was_done", "morning"))
ASKED = {
    "happened": "What happened",
    "was_done": "What was done",
    "morning": "What must be done in the morning",
    **dict.fromkeys(WHEN, "When"),
}
NEEDED = {
    "happened": "Write what happened, or what somebody rang about",
    "was_done": "Write what was done; “nothing yet” is an answer",
}


def problems_in(answers: Mapping[str, str], *, at: datetime) -> tuple[Problem, ...]:
    """What stops the note from being kept as finished; an unfinished one is saved as a draft."""
    found = [Problem(field=name, words=words) for name, words in NEEDED.items() if not answers.get(name)]
    try:
        happened(answers, at=at)
    except BadInput as bad:
        found.append(Problem(field=bad.field, words=bad.problem))
    return tuple(found)
