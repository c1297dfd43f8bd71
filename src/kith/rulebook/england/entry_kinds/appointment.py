"""The child had an appointment."""

from kith.grammar.entry_kinds import by, either, entry_kind, having, one_of, prose, truth

appointment = entry_kind(
    label="Appointment",
    sentence=(
        either("appointment ({service})", "appointment"),
        by(
            "outcome",
            {
                "attended": ": the child was there",
                "was_not_brought": ": the child was not brought",
                "cancelled_by_carer": ": cancelled by the carer",
                "cancelled_by_service": ": cancelled by the service",
                "left_before_seen": ": left before being seen",
            },
            unknown=": what came of it is not said",
        ),
        by("needed", {True: "; it was needed for treatment or safety", False: "; it was a routine one"}),
    ),
    location_bearing=True,
    routine_when=(having(outcome="attended"),),
    details={
        "service": prose(ask="With which service or clinic?"),
        "needed": truth(
            ask="Was it needed for treatment or safety, rather than routine?",
            label="Needed",
        ),
        "outcome": one_of(
            *(
                "attended",
                "was_not_brought",
                "cancelled_by_carer",
                "cancelled_by_service",
                "left_before_seen",
            ),
            ask="What came of it?",
        ),
    },
)
