"""Conditions that the constraints of several rooms share."""

from django.db.models import F, Func, IntegerField
from django.db.models.lookups import Exact


def has_length(column: str, length: int) -> Exact:
    """A condition for a constraint: the column's bytes are so many."""
    return Exact(Func(F(column), function="octet_length", output_field=IntegerField()), length)
