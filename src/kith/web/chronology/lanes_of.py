"""In which lane each entry stands: the child's own words, an agency's group, or family and neighbours."""

from dataclasses import replace

from kith.agencies.types import SOCIAL_CARE
from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import FAMILY_VOICES
from kith.web.parts.agency import FAMILY, HEALTH, Agency, agency, childs_words

WORDS = "child"
LONGEST_NAME = 9
ALWAYS = ("school", "police", "social", "health")
"""Lanes that are drawn also where they are empty: silence is drawn, never left out."""


def lanes_of(entry: EntryView) -> tuple[str, ...]:
    """The lanes of an entry. What a relative told stands in the family's; words of the child's stand in their own too."""
    own = "family" if entry.voice in FAMILY_VOICES else agency(entry.said_by).group
    return (WORDS, own) if entry.childs_words else (own,)


def _words_lane(name: str) -> Agency:
    """The child's own lane; a name that is long for the picture is left out of its label."""
    lane = childs_words(name)
    return lane if len(name) <= LONGEST_NAME else replace(lane, label="Own words")


def lane_agencies(reading: Reading) -> tuple[Agency, ...]:
    """Every lane of this child, in the order in which they are drawn."""
    used = {lane for entry in reading.counting for lane in lanes_of(entry)}
    known = {
        WORDS: _words_lane(reading.name),
        "school": agency("school"),
        "police": agency("police"),
        "social": agency(SOCIAL_CARE),
        "health": HEALTH,
        "family": FAMILY,
    }
    return tuple(one for group, one in known.items() if group in used or group == WORDS or group in ALWAYS)
