"""The child death review partners are told of the death of a child within 48 hours."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import where

death_review_notified = clock(
    starts=where("death", who_died="child"),
    due=hours(48),
    stops=where("serious_incident", step="death_review_told"),
    asks="Tell the child death review partners of the death of {child}",
    owner="designated_doctor",
    cited="Child death review guidance 2018: every death of a child, within 48 hours [GK].",
    steps=("share_information",),
    in_force_from="2018-06-29",
)
