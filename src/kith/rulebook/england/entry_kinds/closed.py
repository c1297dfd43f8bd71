"""An agency ended its involvement with the child."""

from kith.grammar.entry_kinds import by, either, entry_kind, prose, truth

closed = entry_kind(
    label="Closed",
    sentence=(
        either("{said_by} ended their involvement", "an agency ended its involvement"),
        ": “{reason}”",
        by(
            "information_outstanding",
            {
                True: "; something that had been asked for was still to come",
                False: "; nothing that had been asked for was still to come",
            },
        ),
        by(
            "stated_known_to_social_care",
            {True: "; social care was said to be working with the child"},
        ),
        "; closed all the same, because “{despite}”",
    ),
    details={
        "reason": prose(ask="Why did your agency end its involvement?"),
        "information_outstanding": truth(ask="Was something that you had asked for still to come?"),
        "stated_known_to_social_care": truth(
            ask="Did you close because social care is working with the child?",
            label="Said to be known to social care",
        ),
        "despite": prose(
            ask="Why was it closed, although something speaks against it?", label="Closed all the same"
        ),
    },
)
