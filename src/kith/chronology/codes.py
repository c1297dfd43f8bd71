"""The closed lists of the chronology: codes that a row may hold, with what each means."""

VOICES = {
    "child": "the child",
    "family": "the family",
    "public": "a member of the public",
    "professional": "a professional",
    "anonymous": "somebody who gave no name",
}
CLAIMS = {
    "observed": "seen or heard by who says it",
    "reported": "passed on from somebody else",
    "opinion": "what who says it thinks",
    "hypothesis": "one possible explanation among others",
}
HOWS = {
    "said": "the agency says it itself",
    "told": "somebody told the agency",
    "delivered": "it was put where the agency reads",
    "opened": "a person of the agency opened it",
    "acknowledged": "a person of the agency said that they had taken it in",
}
HOLDING = ("said", "told", "delivered")
"""An agency holds from these; a person knows from ``opened``."""
PERSONAL = ("opened", "acknowledged")
"""What only a named person does."""
RELATIONS = {
    "answers": "is an answer to",
    "settles": "settles",
    "ends": "ends",
    "about": "is about",
    "corrects": "corrects",
    "withdraws": "withdraws",
    "same_occurrence_as": "tells of the same occurrence as",
}
REPLACING = ("corrects", "withdraws")
"""What takes an entry out of what counts, from the moment at which it was recorded."""
CHOICES = {
    "promote": "shown on a line of its own",
    "fold": "counted with others",
    "as_it_was": "as Kith shows it",
}
"""What a person may do with a line of the story so far."""
