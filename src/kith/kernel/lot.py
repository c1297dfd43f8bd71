"""A lot that nobody draws: it falls, or does not, by the id of the thing itself."""

from hashlib import sha256
from uuid import UUID


def falls_on(id: UUID, *, one_in: int) -> bool:
    """Whether it falls on this id, as it does on one in so many; asking again answers the same. Of 0 it falls on none."""
    return bool(one_in) and int.from_bytes(sha256(id.bytes).digest()[:8], "big") % one_in == 0
