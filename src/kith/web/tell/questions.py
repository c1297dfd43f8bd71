"""What the public door asks: seven questions, one a page, and then the words once more before they are sent."""

from dataclasses import dataclass

DANGER, CHILD, SEEN, WHEN, PHOTOGRAPHS, WHO, CONTACT, CHECK = (
    "now", "child", "seen", "when", "photographs", "who", "contact", "check",
)  # fmt: skip
STEPS = (DANGER, CHILD, SEEN, WHEN, PHOTOGRAPHS, WHO, CONTACT, CHECK)
QUESTIONS = STEPS[:-1]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One field. ``choices`` are (value, key of its words) of radio buttons; otherwise it is typed."""

    name: str
    step: str
    words: str
    """The key of its question."""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    in_words: bool = False
    """Whether it has many lines."""


def _choice(name: str, step: str, *values: str, hint: str = "") -> Asked:
    choices = tuple((value, f"{step}_{value}") for value in values)
    return Asked(name=name, step=step, words=f"{step}_title", hint=hint, choices=choices)


FIELDS = (
    _choice("danger", DANGER, "yes", "not_sure", "no", hint="now_hint"),
    Asked(name="child_name", step=CHILD, words="child_name"),
    Asked(name="child_age", step=CHILD, words="child_age"),
    Asked(name="child_place", step=CHILD, words="child_place", hint="child_place_hint"),
    Asked(name="seen", step=SEEN, words="seen_title", hint="seen_hint", in_words=True),
    _choice("happened", WHEN, "today", "week", "before", "often", "not_known"),
    Asked(name="how_often", step=WHEN, words="how_often", in_words=True),
    _choice("who", WHO, "family", "neighbour", "friend", "work", "other", "unsaid", hint="who_hint"),
    _choice("contact", CONTACT, "quietly", "openly", "no", hint="contact_hint"),
    Asked(name="name", step=CONTACT, words="name"),
    Asked(name="telephone", step=CONTACT, words="number"),
    Asked(name="safe_way", step=CONTACT, words="safe_way", hint="safe_way_hint"),
    Asked(name="safe_hours", step=CONTACT, words="safe_hours"),
)
BY_NAME = {one.name: one for one in FIELDS}
OF_THE_TELLER = ("name", "telephone", "safe_way", "safe_hours")
"""Typed by somebody who then chooses to stay unnamed, these are not kept."""


def fields_of(step: str) -> tuple[Asked, ...]:
    """What one page asks."""
    return tuple(one for one in FIELDS if one.step == step)


def next_step(step: str) -> str:
    """The page after this one."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def step_before(step: str) -> str:
    """The page before this one."""
    return STEPS[max(STEPS.index(step) - 1, 0)]


def stays_unnamed(answers: dict[str, str]) -> bool:
    """Whether whoever tells asked that nobody says it was them: unless they said that somebody may."""
    return answers.get("contact") != "openly"
