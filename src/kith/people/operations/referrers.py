"""Who told of a worry: held apart, counted without a name, and revealed to three roles for a stated purpose."""

import json
import secrets
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.views.decorators.debug import sensitive_variables

from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.referrer_types import TOLD_AS, NewReferrer, Referrer, RevealedReferrer
from kith.people.same_teller import informant_of

MAY_KNOW_WHO_TOLD = frozenset({"information_guardian", "mash_manager", "area_on_call_manager"})
LONGEST = 300
_KEPT = ("name", "telephone", "relation", "safe_way", "safe_hours", "asked_to_stay_unnamed")


@sensitive_variables("referrer")
def hold_referrer(*, referrer: NewReferrer, child: UUID, by: Actor, at: datetime) -> Referrer:
    """Keep who told of a worry about a child; answers the value that stands for them.

    Raises BadInput on the field, and never with the database's own error, which quotes the failing row.
    """
    _check(referrer)
    held = _held(referrer, child, by, at)
    if held is None:
        raise BadInput("referrer", "Who told could not be held. Nothing was saved.")
    return held


def _check(referrer: NewReferrer) -> None:
    if referrer.told_as not in TOLD_AS:
        raise BadInput("told_as", "Say whether they are a relative or a member of the public.")
    if not referrer.name.strip() and not referrer.telephone.strip() and referrer.unnamed_as is None:
        raise BadInput("name", "There is nothing to keep apart: they gave neither a name nor a number.")
    for name in _KEPT[:-1]:
        if len(getattr(referrer, name)) > LONGEST:
            raise BadInput(name, f"At most {LONGEST} characters can be kept.")


@sensitive_variables()
def _held(referrer: NewReferrer, child: UUID, by: Actor, at: datetime) -> Referrer | None:
    id = new_id()
    try:
        with transaction.atomic():
            trail.person_to_change(child, field_name="child")
            done = _keep(
                "referrer_held", f"Who told is held apart, as {TOLD_AS[referrer.told_as]}.", id, by, at
            )
            informant = informant_of(referrer=referrer, child=child, key=_key(by.area, done))
            row = models.Referrer.objects.create(
                id=id,
                area=by.area,
                child_id=child,
                told_as=referrer.told_as,
                informant=informant,
                known_at=at,
                known_by=by.id,
            )
            kept = {name: getattr(referrer, name) for name in _KEPT}
            words = json.dumps(
                {name: value.strip() if isinstance(value, str) else value for name, value in kept.items()}
            )
            models.ReferrerVault.objects.bulk_create(
                [models.ReferrerVault(referrer=row, area=by.area, words=words)]
            )
    except DatabaseError:
        return None
    return Referrer(id=id, child=child, informant=informant, told_as=referrer.told_as)


@sensitive_variables()
def _key(area: str, done: UUID) -> bytes:
    """The area's secret, made the first time; two who make it at once keep the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(done)])
        key = models.ReferrerKey.objects.filter(area=area).values_list("key", flat=True).first()
        if key is None:
            made = models.ReferrerKey(area=area, key=secrets.token_bytes(32))
            models.ReferrerKey.objects.bulk_create([made], ignore_conflicts=True)
            key = models.ReferrerKey.objects.filter(area=area).values_list("key", flat=True).get()
        cursor.execute("SELECT set_config('kith.revealing', '', true)")
    return bytes(key)


def reveal_referrer(*, referrer: Referrer, purpose: str, by: Actor, at: datetime) -> RevealedReferrer:
    """The only way to who told: who asked and why is written first, in the same transaction as the read.

    For the guardian of information, the manager of the front door and the area on-call manager. Anybody else is
    Refused, and that is kept too: call it outside a transaction which the raise would roll back.
    """
    said = trail.check_said(purpose, field_name="purpose")
    row = models.Referrer.objects.filter(pk=referrer.id).first()
    if row is None:
        raise BadInput("referrer", "No such referrer is held.")
    if row.area != by.area or not MAY_KNOW_WHO_TOLD & set(by.roles):
        _keep("referrer_refused", f"Asked who told, for: {said}", row.pk, by, at)
        raise Refused(
            "Who told is kept apart. Ring the guardian of information, who may ring them back for you, or pass words on."
        )
    with transaction.atomic():
        done = _keep("referrer_revealed", f"Who told was revealed, for: {said}", row.pk, by, at)
        return RevealedReferrer(referrer=referrer, **_words_for(row.pk, done))


@sensitive_variables()
def _words_for(referrer: UUID, done: UUID) -> dict:
    """What the vault holds, which the database shows while ``kith.revealing`` names a row of the trail about it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(done)])
        rows = models.ReferrerVault.objects.filter(pk=referrer)
        words = rows.values_list(Cast("words", TextField()), flat=True).get()
        cursor.execute("SELECT set_config('kith.revealing', '', true)")
    return json.loads(words)


def _keep(what: str, sentence: str, referrer: UUID, by: Actor, at: datetime) -> UUID:
    row = models.ReferrerChange.objects.create(
        area=by.area,
        referrer=referrer,
        what=what,
        sentence=sentence,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
    return row.pk
