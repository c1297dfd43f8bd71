"""What is asked after a visit, and what must be answered."""

from collections.abc import Mapping

from kith.web.parts.form import Choice, Problem

REQUIRED = ("seen", "where", "said_or_did", "worry", "next_step")
"""The least that a visit note says. Each answers a question of the child page."""

OPTIONAL = (
    "day",
    "month",
    "year",
    "hour",
    "minute",
    "others_present",
    "rooms_seen",
    "announced",
    "how_communicated",
    "also_about",
)

SEEN = (
    Choice(value="alone", words="Yes, alone", hint="Out of sight and hearing of anyone who lives there."),
    Choice(value="not_alone", words="Yes, but not alone"),
    Choice(value="not_seen", words="No, not seen"),
)

ANNOUNCED = (
    Choice(value="yes", words="They knew that I was coming"),
    Choice(value="no", words="They did not know"),
)


def problems_in(answers: Mapping[str, str], *, called: str) -> tuple[Problem, ...]:
    """What stops the note from being kept as finished; an unfinished one is still saved as a draft."""
    needed = {
        "seen": f"Say if {called} was seen",
        "where": "Say where you were",
        "said_or_did": f"Write what {called} said or did, or why {called} was not seen",
        "worry": "Write what worried you, or that nothing new did",
        "next_step": "Write what happens next, who does it, and by when",
    }
    return tuple(Problem(field=name, words=words) for name, words in needed.items() if not answers.get(name))
