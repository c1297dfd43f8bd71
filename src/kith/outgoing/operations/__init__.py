"""Everything that leaves is compiled, held, released, kept back and handed over here; each takes ``by`` and ``at``."""

from kith.outgoing.operations.compiling import check_for, compile_for
from kith.outgoing.operations.handing_over import hand_over, read_held
from kith.outgoing.operations.releasing import keep_back, release_first, release_second

__all__ = [
    "check_for",
    "compile_for",
    "hand_over",
    "keep_back",
    "read_held",
    "release_first",
    "release_second",
]
