"""Somebody agreed, or did not, to something for the child."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, person, prose, truth

consent_or_agreement = entry_kind(
    label="Consent or agreement",
    sentence=(
        by(
            "withdrawn",
            {True: "consent was withdrawn"},
            unknown=by(
                "given",
                {True: "consent was given", False: "consent was not given"},
                unknown="consent was considered",
            ),
            otherwise=by(
                "given",
                {True: "consent was given and stands", False: "consent was not given"},
                unknown="consent stands",
            ),
        ),
        "by {by_whom}",
        ": “{scope}”",
        "; on the basis of {basis}",
    ),
    details={
        "by_whom": person(ask="Who was asked?", label="By whom"),
        "basis": one_of(
            *("parental_responsibility", "child_understands", "court"),
            ask="On what basis may they agree?",
            words={"child_understands": "the child’s understanding", "court": "a court’s direction"},
        ),
        "scope": prose(ask="To what?", label="To what"),
        "given": truth(ask="Was it given?"),
        "withdrawn": truth(ask="Was it withdrawn later?"),
    },
)
