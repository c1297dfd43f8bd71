"""What settled a worry, in the page's values."""

from kith.chronology.story import types as told
from kith.web.child.reading import Reading
from kith.web.child.telling import entry_href
from kith.web.parts.story import Settled


def settled_of(found: told.Settled, reading: Reading) -> Settled:
    """The same, with a link to the entry that settled it where the reader may see it."""
    linked = found.entry is not None and found.entry in reading.by_id
    return Settled(
        state=found.state,
        words=found.words,
        derived=found.derived,
        href=entry_href(found.entry, reading) if linked and found.entry else "",
    )
