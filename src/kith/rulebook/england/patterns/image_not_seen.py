"""A photograph or film was handed over, and those who decide have not seen it."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.selections import where

viewed = where("image_viewed", by_role="decision_maker")
unseen = where("image_supplied").not_followed_by(viewed, relation="answers").in_the_last(days(90))

WORDS = {
    unseen: (
        "a picture or film not yet seen by who decides",
        "pictures or films not yet seen by who decides",
    ),
}


@pattern(
    prompts="share_information",
    owner=manager_in(unseen),
    because="A photograph or film was handed to an agency, and no entry shows that the person who decides has seen it.",
    asks="Who will see that the person deciding about {child} looks at the image?",
    wrong_if="It would be wrong if the person who decides has looked at it and it was not written down.",
    cited="National review 2022: photographs of bruising were not passed between agencies",
    catalogue="P4",
    in_force_from="2026-04-01",
)
def image_not_seen():
    return unseen.exist()
