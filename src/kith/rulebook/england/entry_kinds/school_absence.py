"""A spell away from school."""

from kith.grammar.entry_kinds import by, entry_kind, having, number, truth

school_absence = entry_kind(
    label="School absence",
    sentence=(
        by(
            "authorised",
            {
                True: "the child was away from school with leave",
                False: "the child was away from school without leave",
            },
            unknown="the child was away from school",
        ),
        by("days", {1: "for a day"}, otherwise="for {days} days"),
    ),
    routine_when=(having(authorised=True),),
    details={
        "authorised": truth(ask="Did the school give leave?"),
        "days": number(low=0, high=400, ask="For how many school days?", unit="days"),
    },
)
