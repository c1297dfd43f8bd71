"""Who saw a description on whose page, so that they can be told when the link was wrong."""

from uuid import UUID

from kith.access import queries as access
from kith.access.types import Look, Looked
from kith.identity.queries.held import shown_on
from kith.identity.queries.looking_back import spans_on
from kith.identity.types import Step

MOST_LOOKS = 10_000


def seen_through(*, description: UUID, person: UUID) -> tuple[Look, ...]:
    """The looks at a person while a description was linked to them, the newest first.

    A look is at a child, not at a line: these people *may* have read it there. No table of its own is kept for this.
    """
    spans = [
        (link.from_at, link.to_at) for link in shown_on(description=description) if link.person == person
    ]
    return tuple(
        look
        for look in access.looks_at(child=person, limit=MOST_LOOKS)
        if any(
            from_at <= look.looked_at and (to_at is None or look.looked_at < to_at)
            for from_at, to_at in spans
        )
    )


def who_saw(*, step: Step) -> tuple[Looked, ...]:
    """Everybody who looked at the wrong page while anything that ``step`` took from it stood there, each once, by name.

    ``step`` took descriptions from its ``other``: it undid a merge, or took one description away. Whoever looked *may*
    have read them; nobody is left out because there are many.
    """
    if step.other is None:
        return ()
    return access.who_looked(child=step.other, spans=spans_on(step=step))
