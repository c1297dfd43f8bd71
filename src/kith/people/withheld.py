"""The column that a confidential address is kept in: written once, never read back by the ordinary way."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from kith.people.types import WITHHELD

_NOT_BY_WHAT_IT_SAYS = "A confidential address cannot be looked up by what it says."


class WithheldField(models.TextField):
    """Text whose every read through the ORM is "Address withheld", and by which nothing can be looked up.

    Not even a filter is possible: "which households start with 14?" is a way of asking for the address.
    """

    withheld = WITHHELD
    """What stands in its place; a field for something else than an address says its own."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return None if value is None else self.withheld

    def get_lookup(self, lookup_name: str) -> None:
        raise FieldError(_NOT_BY_WHAT_IT_SAYS)

    def get_transform(self, lookup_name: str) -> None:
        raise FieldError(_NOT_BY_WHAT_IT_SAYS)

    def value_to_string(self, obj: Any) -> str:
        return self.withheld
