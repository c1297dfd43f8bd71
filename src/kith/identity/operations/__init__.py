"""Everything that says whose a description is; each takes ``by`` and ``at``, and appends to the room's trail."""

from kith.identity.operations.ask_of_bulk import ask_of_bulk
from kith.identity.operations.known import resolve_known
from kith.identity.operations.merge import merge, unmerge
from kith.identity.operations.move import relink, unlink
from kith.identity.operations.resolve import resolve, resolve_many
from kith.identity.operations.review import decide_review
from kith.identity.operations.say import say_not_the_same, withdraw_not_the_same

__all__ = [
    "ask_of_bulk",
    "decide_review",
    "merge",
    "relink",
    "resolve",
    "resolve_known",
    "resolve_many",
    "say_not_the_same",
    "unlink",
    "unmerge",
    "withdraw_not_the_same",
]
