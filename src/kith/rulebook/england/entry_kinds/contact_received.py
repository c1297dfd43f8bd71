"""Somebody told an agency of a worry about a child."""

from kith.grammar.entry_kinds import by, either, entry_kind, moment, one_of, person, prose
from kith.rulebook.england.shared_details import delay_in_seeking_help, nature

# A worry: what a person took the trouble to say counts, whoever they are and whatever came of it.
contact_received = entry_kind(
    label="Contact received",
    sentence=(
        either("a worry about {nature} was received", "a worry was received"),
        either("from {referrer_role}", "from {informant}"),
        by("delay_in_seeking_help", {True: "; help was sought late"}),
        "; the child is now {where_now}",
        either("; {collected_by} collects at {collected_at}", "; to be collected at {collected_at}"),
    ),
    is_a_worry=True,
    redaction=("informant", "third_party"),
    details={
        "nature": nature(),
        "informant": person(
            ask="Who told you?",
            hint="The same key each time for the same person, so that three calls are one informant.",
            gives_away=("informant", "third_party"),
        ),
        "referrer_role": prose(ask="Who are they to the child, or in what post?", label="Told by"),
        "where_now": one_of(
            *(
                "home",
                "school",
                "early_years",
                "hospital",
                "with_relatives",
                "with_worker",
                "police_station",
                "elsewhere",
            ),
            ask="Where is the child now?",
            gives_away=("location",),
            unchecked=True,
            words={
                "home": "at home",
                "school": "at school",
                "early_years": "at nursery",
                "hospital": "in hospital",
                "with_worker": "with a worker",
                "police_station": "at a police station",
            },
        ),
        "collected_by": person(ask="Who is to collect the child?"),
        "collected_at": moment(
            ask="When will the child be collected?", hint="It sets the time by which an answer is due."
        ),
        "delay_in_seeking_help": delay_in_seeking_help(),
    },
)
