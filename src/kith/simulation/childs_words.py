"""What children say when somebody listens: short, their own, seldom about what the grown-ups came for."""

from random import Random

from kith.simulation.types import Told

SPEAKS_FROM, TEENAGER_FROM = 4.0, 12.0
WRITTEN_DOWN = 0.3
"""Share of times a worker wrote the child's words. [assumption]"""

AT_HOME = (
    "I like it best when we make pancakes.",
    "My bed is by the window so I can see the cats.",
    "Mum is tired but she does the voices when she reads.",
    "We had tea at Nana's. She lets me stir.",
    "I was a bit sad but then we watched the film.",
    "The baby cries and I get the blanket.",
    "I don't like it when people shout. It's better now.",
    "I've got my own drawer now.",
    "Dad comes Saturdays and we go to the park with the big slide.",
    "Can you come on Tuesday? On Tuesday we have pizza.",
    "I lost a tooth and it was in a sandwich.",
    "It's quieter since we moved.",
    "I want to stay at this school.",
    "I told you already, I'm fine. Do you want to see my snail?",
)
OLDER = (
    "It's alright. Better than last year.",
    "I just want everyone to stop asking me the same thing.",
    "Mum's doing well, you should write that down.",
    "I do the school run with my sister, I don't mind.",
    "I'd rather talk at school, if that's OK.",
    "Nobody shouts now. It's boring, in a good way.",
    "You're the third one. Are you staying?",
    "I want to do catering. Put that.",
    "I went out because I needed air. I wasn't running away.",
)
BETWEEN_PARENTS = (
    "I like Mum's and I like Dad's. I don't like the car park bit.",
    "They both ask me what the other one said.",
    "I have two toothbrushes.",
    "I wish they would send the messages to each other and not to me.",
    "Can I keep my football boots in one place?",
)
TO_A_TEACHER = (
    "I got told off and my arm hurt after. I don't want to go on about it.",
    "It was an accident but I was scared to say.",
    "He grabbed my hood. It was outside, it was about the ball.",
    "I don't want anybody to be in trouble.",
)


def words_of(told: Told, *, years: float, stratum: str, chance: Random) -> str:
    """The child's own words in this telling: empty where the child is too small, or nobody wrote them down."""
    if told.words is not None:
        return told.words
    if years < SPEAKS_FROM or not _was_listened_to(told) or chance.random() > WRITTEN_DOWN:
        return ""
    return chance.choice(_drawer(told, years=years, stratum=stratum))


def _drawer(told: Told, *, years: float, stratum: str) -> tuple[str, ...]:
    if told.kind == "disclosure":
        return TO_A_TEACHER
    if stratum == "contested":
        return BETWEEN_PARENTS
    return OLDER if years >= TEENAGER_FROM else AT_HOME


def _was_listened_to(told: Told) -> bool:
    if told.kind == "visit":
        return told.details.get("seen") is True and told.details.get("seen_alone") is not False
    return told.kind in ("disclosure", "return_interview", "child_seen")
