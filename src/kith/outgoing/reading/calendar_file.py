"""Calendar files (ICS): folded lines made whole, and what stands behind a backslash as it is meant."""

import re

from kith.outgoing.reading.gathered import Inside
from kith.outgoing.reading.plain import text_of

_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([nN,;\\])")


def read_calendar(inside: Inside) -> None:
    """Every line: the place of an appointment, its description, who invites; and its position where it gives one."""
    whole = _FOLDED.sub("", text_of(inside.body))
    plain = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], whole)
    inside.gathered.say(inside.at("the calendar"), plain)
    if "\nGEO:" in f"\n{plain.upper()}":
        inside.gathered.located.append(inside.at("the calendar"))
