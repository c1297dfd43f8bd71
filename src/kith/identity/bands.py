"""The policy that turns weights into bands and links: bits, bands and margins. The weights themselves are a trained model's."""

from math import log2

POLICY_VERSION = "3"

SENDER_KEY_SAME = 40.0
"""An agency gives one key to one person: enough to outweigh a new name, a new address and a corrected number."""

CHAIN_LEAST = -5.0
"""Nobody joins a person with one of whose descriptions they agree this little (before the prior)."""
MARGIN = 4.0
"""How much better than the second person the first must be."""
AUTOMATIC_LEAST = 10.0
"""Nothing is linked without a person below this weight, in bits: at the band's own 95% one link in twenty would be wrong."""
AUTOMATIC_ALONE = 14.0
"""What names and a birth must weigh where neither a household nor a number speaks for them: a name that hardly anybody has."""

CONFIRMED, POSSIBLE = 0.95, 0.85
"""The bands that the Department for Education's matcher shows."""
CONFIRMED_AT = log2(CONFIRMED / (1 - CONFIRMED))
EVENS, ASKED_AT, NEVER_ASKED_BELOW = 0.0, -5.0, -9.0
"""From evens on a person is asked; from the second unless they are plainly two, from the third where nothing speaks against it.

Where things speak for and against, the model thinks too little of the chance: of those asked about below evens one
in three is a child who would have been taken for new (docs/explanation/identity.md).
"""
WORTH_KEEPING = 0.001
"""Below this chance nobody is kept as a possible match at all."""
KEPT_AT = log2(WORTH_KEEPING / (1 - WORTH_KEEPING))


def chance(weight: float) -> float:
    """The chance that two descriptions are of one person, from their weight in bits (the prior included)."""
    return 1.0 / (1.0 + 2.0 ** min(60.0, max(-60.0, -weight)))


def band(weight: float) -> str:
    """``confirmed`` (95% or more), ``possible`` (85% or more) or ``low``."""
    likely = chance(weight)
    return "confirmed" if likely >= CONFIRMED else "possible" if likely >= POSSIBLE else "low"
