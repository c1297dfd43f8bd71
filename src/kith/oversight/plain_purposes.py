"""Why somebody looked, in words that a family can read; what is not listed is said in general, for it may name somebody."""

PLAIN = {
    "read the child’s page": "to see how things are for the child",
    "read the chronology": "to read what has happened so far",
    "print the chronology": "to print what has happened so far",
    "say that an entry was read": "to read something new",
    "write down a visit": "to write down a visit",
    "tell of a birth": "to write down a birth",
    "tell a change of the home": "to put right who lives at home",
    "record a concern": "to write down a worry",
    "open in an emergency": "because of an emergency",
    "open a joint decision about this child": "to decide something together with others",
    "make a joint decision about this child": "to decide something together with others",
    "read a joint decision about this child": "to decide something together with others",
    "write a position on a joint decision about this child": "to decide something together with others",
    "challenge a question about this child": "to check a decision",
    "answer whether two descriptions are of one child": "to make sure that this is the right child",
    "review who looked at this child": "to check who has looked",
    "prepare who looked for the family": "to answer a family who asked who has looked",
}
GENERAL = "to do their work"


def in_plain_words(purpose: str) -> str:
    """The listed words, or the general ones."""
    return PLAIN.get(purpose, GENERAL)
