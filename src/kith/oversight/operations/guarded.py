"""What the guardian alone writes down of practitioners, for the rules, and what nobody reads: their street."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.oversight import gathering, models, policies
from kith.oversight.street import street_keys

NO_KEY = "No key is set for streets here (KITH_LOOKS_KEY), so none is kept: without it a street could be read back."


def keep_home(*, practitioner: UUID, street: str, postcode: str, by: Actor, at: datetime) -> None:
    """The street on which somebody lives, kept as a hash alone; it takes the place of the one before."""
    policies.check_guards(by=by, at=at)
    _check_works_here(practitioner, by)
    if not gathering.key():
        raise Refused(NO_KEY)
    keys = street_keys(lines=[street], postcode=postcode, key=gathering.key())
    if len(keys) != 1:
        raise BadInput("street", "Give one street, such as Quay Street, and the whole postcode.")
    models.PractitionerHome.objects.update_or_create(
        practitioner_id=practitioner,
        defaults={"area": by.area, "street_key": next(iter(keys)), "given_at": at, "given_by": by.id},
    )


def forget_home(*, practitioner: UUID, by: Actor, at: datetime) -> None:
    """They moved away, or work here no longer."""
    policies.check_guards(by=by, at=at)
    models.PractitionerHome.objects.filter(practitioner=practitioner, area=by.area).delete()


def _check_works_here(practitioner: UUID, by: Actor) -> None:
    found = agencies.practitioner(id=practitioner)
    if found is None or found.area != by.area:
        raise BadInput("practitioner", "Nobody of that kind works in this area.")
