"""Somebody who may learn who told of a worry does so: the look at the child, the reason and the name in one."""

from dataclasses import replace
from datetime import datetime

from kith.access import operations as access
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people.operations.referrers import MAY_KNOW_WHO_TOLD
from kith.people.referrer_types import Referrer, RevealedReferrer


def reveal_who_told(*, referrer: Referrer, purpose: str, by: Actor, at: datetime) -> RevealedReferrer:
    """Who told, for whoever holds one of the three roles or answers for it now by the rota. Raises Refused, which is kept.

    A door sends nothing to anybody before this has been committed; call it outside a transaction.
    """
    answered = (role for role in MAY_KNOW_WHO_TOLD if agencies.answers_as(role=role, by=by, at=at))
    answering = replace(by, roles=tuple(sorted({*by.roles, *answered})))
    if MAY_KNOW_WHO_TOLD & set(answering.roles):
        access.look_to_answer(child=referrer.child, purpose="learn who told of a worry", by=by, at=at)
    return people.reveal_referrer(referrer=referrer, purpose=purpose, by=answering, at=at)
