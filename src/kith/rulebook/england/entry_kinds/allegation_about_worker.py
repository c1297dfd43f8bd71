"""A step after somebody said that a person who works with children may have harmed a child, or be a risk to one."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, person

# Not a worry of its own: what the child or another told is, and is told by its own entry. Few need to know of the worker.
STEPS = {
    "known": "an employer came to know of an allegation about somebody who works with children",
    "officer_told": "the designated officer was told of an allegation about somebody who works with children",
    "closed": "the designated officer closed an allegation about somebody who works with children",
}

allegation_about_worker = entry_kind(
    label="Allegation about a worker",
    sentence=(
        by("step", STEPS, unknown="an allegation about somebody who works with children"),
        "; about {who}",
    ),
    visible_to="decision_or_visit",
    redaction=("informant", "third_party", "worker"),
    details={
        "step": one_of(
            *STEPS,
            ask="What happened?",
            words={
                "known": "the employer came to know",
                "officer_told": "the designated officer was told",
                "closed": "the designated officer closed it",
            },
        ),
        "who": person(ask="About whom?", gives_away=("worker", "third_party")),
    },
)
