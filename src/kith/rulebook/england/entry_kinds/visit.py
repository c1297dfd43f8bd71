"""Somebody went to see the child, at home or elsewhere."""

from kith.grammar.entry_kinds import by, day, entry_kind, having, one_of, prose, truth, unknown
from kith.grammar.sentences import By, Part
from kith.rulebook.england.shared_details import others_present

ALONE = {True: ", alone", False: ", not alone"}
SEEN: dict[bool, Part] = {
    True: (": seen", by("seen_alone", ALONE, unknown="; whether alone is not said")),
    False: ": the child was not seen",
}
SEEN_TOO: dict[bool, Part] = {
    True: ("; the child was seen", by("seen_alone", ALONE, unknown="; whether alone is not said")),
    False: "; the child was not seen",
}
"""Whether the child was seen and seen alone, after a colon or after what came of the visit."""


def seen_or(otherwise: str) -> By:
    """Where only whether the child was seen alone is known."""
    return by("seen_alone", {True: ": seen, alone", False: ": not seen alone"}, unknown=otherwise)


visit = entry_kind(
    label="Visit",
    sentence=(
        by("announced", {True: "announced visit", False: "unannounced visit"}, unknown="visit"),
        by(
            "purpose",
            {
                "statutory": ", as plan or law requires",
                "welfare_check": ", to check that the child is well",
                "assessment": ", for an assessment",
                "health": ", about health",
                "school": ", about school",
                "joint": ", made jointly",
                "private_fostering": ", about private fostering",
            },
        ),
        "({by_role})",
        by(
            "outcome",
            {
                "completed": by(
                    "seen", SEEN, unknown=seen_or(": made; whether the child was seen is not said")
                ),
                "restricted": (": not let in to all of it", by("seen", SEEN_TOO)),
                "refused": (": not let in", by("seen", SEEN_TOO)),
                "no_reply": (": nobody answered", by("seen", SEEN_TOO)),
                "cancelled_by_carer": (": cancelled by the carer", by("seen", SEEN_TOO)),
                "cancelled_by_worker": (": cancelled by the worker", by("seen", SEEN_TOO)),
                "cancelled": (": cancelled; by whom is not said", by("seen", SEEN_TOO)),
            },
            unknown=by("seen", SEEN, unknown=seen_or(": what came of it is not said")),
        ),
        "; present: {others_present}",
        "; why not alone: {reason_not_alone}",
        "; rooms seen: “{rooms_seen}”",
        "; to be tried again on {next_attempt}",
    ),
    location_bearing=True,
    routine_when=(
        having(outcome="completed", seen=True, seen_alone=True),
        having(outcome="completed", seen=True, seen_alone=unknown),
    ),
    details={
        "outcome": one_of(
            *("completed", "refused", "no_reply", "cancelled_by_carer", "cancelled_by_worker", "restricted"),
            "cancelled",
            ask="What came of the visit?",
            hint="Cancelled, without saying by whom, is for older data.",
            words={
                "completed": "made",
                "refused": "not let in",
                "no_reply": "nobody answered",
                "restricted": "let in, but not to all of it",
                "cancelled": "cancelled, by whom is not known",
            },
        ),
        "announced": truth(ask="Did the family know that you were coming?"),
        "seen": truth(ask="Was the child seen?"),
        "seen_alone": truth(ask="Was the child seen alone?"),
        "others_present": others_present("Who else was in the home or the room?"),
        "reason_not_alone": one_of(
            *("carer_stayed", "child_asked", "too_young", "no_private_place", "no_interpreter", "not_tried"),
            ask="If not alone, why not?",
            label="Why not alone",
            unchecked=True,
            words={
                "carer_stayed": "a carer stayed",
                "child_asked": "the child asked for somebody to stay",
                "too_young": "the child is too young to be left alone with a worker",
                "no_private_place": "there was nowhere private",
                "no_interpreter": "there was no interpreter",
                "not_tried": "it was not tried",
            },
        ),
        "how_communicated": prose(ask="How did you and the child communicate?"),
        "rooms_seen": prose(ask="Which rooms did you see?"),
        "next_attempt": day(ask="When will it be tried again?"),
        "by_role": prose(ask="In what role did you visit?", label="Role", gives_away=()),
        "purpose": one_of(
            *("statutory", "welfare_check", "assessment", "health", "school", "joint"),
            "private_fostering",
            ask="What was the visit for?",
            words={"statutory": "required by plan or law", "joint": "joint visit"},
        ),
    },
)
