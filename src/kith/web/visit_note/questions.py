"""What is asked after a visit, and what must be answered."""

from collections.abc import Mapping
from datetime import date, datetime

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.web.parts.form import Choice, Problem
from kith.web.reading.when import HappenedWhen, read_when

REQUIRED = ("seen", "where", "said_or_did", "worry", "next_step")
"""The least that a visit note says. Each answers a question of the child page."""

WHY_REQUIRED = {
    "seen": "Whether the child was seen, and alone, is what a visit is for (Working Together 2023: see and speak to the "
    "child alone).",
    "where": "A child speaks differently at home and away from it.",
    "said_or_did": "The child's own words stand; for a child who was not seen, why not is asked instead.",
    "worry": "“Nothing new” is an answer; silence is not.",
    "next_step": "A visit without a next step is the last one until somebody notices.",
}
FOLLOW_UPS = {
    "not_alone": ("others_present", "Say who was there with {called}"),
    "not_seen": ("why_not_seen", "Say why {called} was not seen"),
}
"""Asked as a part of the first question, by its answer. For a child who was not seen it stands in for their words."""

OPTIONAL = (
    *("day", "month", "year", "hour", "minute", "others_present", "reason_not_alone", "why_not_seen"),
    *("did_not_speak", "worry_about", "next_day", "next_month", "next_year"),
    *("rooms_seen", "announced", "how_communicated", "also_about"),
)
FIELDS = (
    *(
        "seen",
        "others_present",
        "reason_not_alone",
        "why_not_seen",
        "where",
        "day",
        "month",
        "year",
        "hour",
        "minute",
    ),
    *(
        "said_or_did",
        "did_not_speak",
        "worry",
        "worry_about",
        "next_step",
        "next_day",
        "next_month",
        "next_year",
    ),
    *("announced", "rooms_seen", "how_communicated", "also_about"),
)
"""Every input, in the order of the page."""
IN_WORDS = frozenset(("said_or_did", "worry", "next_step"))
"""Answers that may have many lines."""

SEEN = (
    Choice(value="alone", words="Yes, alone", hint="Out of sight and hearing of anyone who lives there."),
    Choice(value="not_alone", words="Yes, but not alone"),
    Choice(value="not_seen", words="No, not seen"),
)
REASON_NOT_ALONE = (
    Choice(value="carer_stayed", words="A carer stayed"),
    Choice(value="child_asked", words="The child asked for somebody to stay"),
    Choice(value="too_young", words="Too young to be left alone with a worker"),
    Choice(value="no_private_place", words="There was nowhere private"),
    Choice(value="no_interpreter", words="There was no interpreter"),
    Choice(value="not_tried", words="It was not tried"),
)
WHY_NOT_SEEN = (
    Choice(value="no_reply", words="Nobody answered"),
    Choice(value="refused", words="I was not let in"),
    Choice(value="restricted", words="I was let in, but not to the child"),
    Choice(value="not_there", words="The child was somewhere else"),
    Choice(value="cancelled_by_carer", words="The carer cancelled"),
    Choice(value="cancelled_by_worker", words="I, or we, cancelled"),
)
ANNOUNCED = (
    Choice(value="yes", words="They knew that I was coming"),
    Choice(value="no", words="They did not know"),
)
WORRY_ABOUT = (
    Choice(
        value="injury",
        words="A mark or an injury",
        hint="Then record a concern too: it asks where on the body.",
    ),
    Choice(value="neglect", words="How the child is cared for"),
    Choice(value="hunger", words="Hunger, weight or growth"),
    Choice(value="behaviour", words="What the child does: fear, distress"),
    Choice(value="carer", words="How a parent or carer is"),
)
CHOICES = {
    "seen": SEEN,
    "reason_not_alone": REASON_NOT_ALONE,
    "why_not_seen": WHY_NOT_SEEN,
    "announced": ANNOUNCED,
    "worry_about": WORRY_ABOUT,
}
ASKED = {
    "seen": "Whether the child was seen",
    "others_present": "Who was there",
    "where": "Where",
    "day": "When",
    "said_or_did": "What the child said or did",
    "worry": "What worried you",
    "next_step": "What happens next",
    "next_day": "When it is tried again",
    "rooms_seen": "Which rooms",
    "how_communicated": "How you communicated",
}
"""At the head of what is wrong with an answer."""


def problems_in(answers: Mapping[str, str], *, called: str) -> tuple[Problem, ...]:
    """What stops the note from being kept as finished; an unfinished one is still saved as a draft."""
    needed = {
        "seen": f"Say if {called} was seen",
        "where": "Say where you were",
        "said_or_did": f"Write what {called} said or did, or why {called} was not seen",
        "worry": "Write what worried you, or that nothing new did",
        "next_step": "Write what happens next, who does it, and by when",
    }
    if answers.get("seen") == "not_seen":
        needed.pop("said_or_did")
    if follow_up := FOLLOW_UPS.get(answers.get("seen", "")):
        field, words = follow_up
        needed = {"seen": needed["seen"], field: words.format(called=called)} | needed
    return tuple(Problem(field=name, words=words) for name, words in needed.items() if not answers.get(name))


def wrong_dates(answers: Mapping[str, str], *, at: datetime) -> tuple[Problem, ...]:
    """Dates that cannot have been, or that are past where they must be ahead."""
    found = []
    for read in (happened, next_attempt):
        try:
            read(answers, at=at)
        except BadInput as bad:
            found.append(Problem(field=bad.field, words=bad.problem))
    return tuple(found)


def happened(answers: Mapping[str, str], *, at: datetime) -> HappenedWhen:
    """When the visit was; now, where nothing was typed. Raises BadInput on ``day``."""
    typed = (answers.get("day", ""), answers.get("month", ""), answers.get("year", ""))
    clock = (answers.get("hour", ""), answers.get("minute", ""))
    if not any((*typed, *clock)):
        return HappenedWhen(happened_from=at, happened_to=at, precision="time")
    return read_when(field="day", typed=typed, clock=clock, at=at)


def next_attempt(answers: Mapping[str, str], *, at: datetime) -> date | None:
    """The day on which it is tried again, where one was given. Raises BadInput on ``next_day``."""
    typed = [answers.get(f"next_{part}", "") for part in ("year", "month", "day")]
    if not any(typed):
        return None
    try:
        year, month, day = (int(part) for part in typed)
        found = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        raise BadInput(
            "next_day", "Enter the whole date in figures, like 5 12 2026, or leave it out"
        ) from None
    if found < at.astimezone(LONDON).date():
        raise BadInput("next_day", "Enter a date that has not passed")
    return found
