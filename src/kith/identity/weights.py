"""The weights, in bits, that comparisons carry, with the bands that they fall in."""

# All of these are PROVISIONAL: round figures from the arithmetic written beside each, not learned from data. What
# decides is in guards.py. A learned set takes their place under a new MODEL_VERSION; link steps keep the one they used.

MODEL_VERSION = "provisional-1"
POLICY_VERSION = "provisional-1"

PRIOR = -18.0
"""Any two descriptions are the same person about once in 2^18: an area of a quarter of a million people."""

NHS_NUMBER_SAME, NHS_NUMBER_DIFFERS = 14.0, -8.0
"""Not the 23 bits of ten digits: brothers' and sisters' numbers are copied onto one another."""
UPN_SAME, UPN_DIFFERS = 12.0, -6.0

FIRST_NAME_SAME, FIRST_NAME_CALLED, FIRST_NAME_ALIKE, FIRST_NAME_UNSURE, FIRST_NAME_DIFFERS = (
    7.0,
    5.0,
    6.0,
    1.0,
    -6.0,
)
"""Two people share a first name about once in 2^7.6 pairs; a common name is worth less (term frequencies come later)."""
LAST_NAME_SAME, LAST_NAME_ALIKE, LAST_NAME_DIFFERS = 9.0, 7.0, -3.0
"""About once in 2^10 pairs; surnames do change, so a difference says little."""

BIRTH_SAME, BIRTH_CLOSE, BIRTH_DIFFERS = 12.0, 4.0, -6.0
"""A childhood has 6,574 days: 2^12.7. Close is one part of the date wrong, or day and month changed over."""
BIRTH_EXPECTED = 6.0
"""Born within the weeks around the day that an unborn child was expected."""
SEX_SAME, SEX_DIFFERS = 1.0, -3.0

POSTCODE_SAME, POSTCODE_DIFFERS, UPRN_SAME, PHONE_SAME, GUARDIAN_SAME = 8.0, -1.0, 9.0, 8.0, 7.0
HOUSEHOLD_MOST = 12.0
"""Postcode, address, telephone and guardian say one thing, *same household*, so together they carry no more than this."""

SENDER_KEY_SAME = 40.0
"""An agency gives one key to one person: enough to outweigh a new name, a new address and a corrected number."""

CHAIN_LEAST = -5.0
"""Nobody joins a person with one of whose descriptions they agree this little (before the prior)."""
MARGIN = 4.0
"""How much better than the second person the first must be."""

CONFIRMED, POSSIBLE = 0.95, 0.85
"""The bands that the Department for Education's matcher shows."""
WORTH_KEEPING = 0.005
"""Below this chance nobody is kept as a possible match at all."""


def chance(weight: float) -> float:
    """The chance that two descriptions are of one person, from their weight in bits (the prior included)."""
    return 1.0 / (1.0 + 2.0 ** min(60.0, max(-60.0, -weight)))


def band(weight: float) -> str:
    """``confirmed`` (95% or more), ``possible`` (85% or more) or ``low``."""
    likely = chance(weight)
    return "confirmed" if likely >= CONFIRMED else "possible" if likely >= POSSIBLE else "low"
