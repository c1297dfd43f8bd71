"""Chains: links appended one after another, each sealing all before it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kith.kernel import roots
from kith.kernel.canonical import canonical
from kith.kernel.models import ChainLink
from kith.kernel.roots import Root
from kith.kernel.rows import add_rows

LINK_TAG = b"kith.link.v1\x00"
BEFORE_THE_FIRST = bytes(32)
"""What the first link of every chain names as the one before it."""


@dataclass(frozen=True, kw_only=True)
class NewLink:
    """What a link seals: ``payload`` is put into canonical bytes; ``subject`` is the row that it stands for."""

    kind: str
    subject: UUID
    payload: Any


def digest_of(*, chain: str, seq: int, kind: str, subject: UUID, payload: bytes, previous: bytes) -> bytes:
    """The 32 bytes that seal a link: SHA-256 of the domain tag and the canonical list of its six fields."""
    return hashlib.sha256(LINK_TAG + canonical([chain, seq, kind, subject, payload, previous])).digest()


def hold(*, chain: str) -> None:
    """Wait for one's turn to append to the chain. The turn ends with the transaction, which must be open."""
    if not connection.in_atomic_block:
        raise RuntimeError("a chain is held inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_turn(chain)])


def append_links(*, chain: str, items: Sequence[NewLink], at: datetime) -> Root | None:
    """Append to a chain, in order, inside the caller's transaction; the last link is published once that has committed.

    Returns what will be published, or None where there was nothing to append. Read committed is the isolation that this
    needs: under a stricter one a second writer fails on the link's number, and nothing is written.
    """
    if not items:
        return None
    hold(chain=chain)
    links = _linked(chain, items, *_tail(chain))
    add_rows(links)
    last = Root(chain=chain, seq=links[-1].seq, digest=bytes(links[-1].digest), at=at)
    transaction.on_commit(lambda: roots.publish_root(last), robust=True)
    return last


def tail(*, chain: str, at: datetime) -> Root | None:
    """The last link as it stands, to publish again, or None for a chain that has not begun."""
    seq, digest = _tail(chain)
    return Root(chain=chain, seq=seq, digest=digest, at=at) if seq else None


def _tail(chain: str) -> tuple[int, bytes]:
    last = ChainLink.objects.filter(chain=chain).order_by("-seq").values_list("seq", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, BEFORE_THE_FIRST)


def _linked(chain: str, items: Sequence[NewLink], seq: int, previous: bytes) -> list[ChainLink]:
    links = []
    for seq, item in enumerate(items, start=seq + 1):  # noqa: B020  the number goes on from the tail's
        payload = canonical(item.payload)
        digest = digest_of(
            chain=chain, seq=seq, kind=item.kind, subject=item.subject, payload=payload, previous=previous
        )
        links.append(
            ChainLink(
                chain=chain,
                seq=seq,
                kind=item.kind,
                subject=item.subject,
                payload=payload,
                previous=previous,
                digest=digest,
            )
        )
        previous = digest
    return links


def _turn(chain: str) -> int:
    """The number of the chain's advisory lock: 64 bits, signed."""
    return int.from_bytes(hashlib.sha256(b"kith.turn\x00" + chain.encode()).digest()[:8], "big", signed=True)
