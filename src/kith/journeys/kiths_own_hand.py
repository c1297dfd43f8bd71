"""Kith itself as the ``by`` of what no person did: raising a prompt, never answering one."""

from uuid import UUID

from kith.kernel.types import Actor

KITH = UUID("00000000-0000-7000-8000-000000000001")


def kith_itself(*, area: str) -> Actor:
    return Actor(id=KITH, area=area, agency="kith", name="Kith")
