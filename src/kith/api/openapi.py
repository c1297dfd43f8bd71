"""``GET /api/v1/openapi.json``: the door described, each entry kind as the rulebook declares it."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse

from kith.api.desk import kinds_that_may_be_sent
from kith.api.door import answer, door, endpoint, written
from kith.api.item import EntryItem
from kith.api.letter import MOST_ITEMS
from kith.grammar.entry_kinds import EntryKind

WHERE = "#/components/schemas/"
SEPARATELY = ("kind", "details")
"""What differs from kind to kind."""


@endpoint("GET", "/openapi.json", policy="public", include_in_schema=False)
def openapi_json(request: HttpRequest) -> HttpResponse:
    """The description, for programs. There is no page for it: such pages load from other hosts."""
    return answer(200, _text())


def described() -> dict[str, Any]:
    """The OpenAPI 3.1 description as a plain object."""
    whole = dict(door.get_openapi_schema(path_prefix="api/v1/"))
    components = dict(whole["components"])
    components["schemas"] = {
        **components["schemas"],
        **_forms(),
        **_kinds(),
        "Letter": _letter(),
        "Entry": _entry(),
    }
    return {**whole, "components": components, "servers": [{"url": "/"}]}


@cache
def _text() -> str:
    return written(described())


def _forms() -> dict[str, Any]:
    """The form of an item without what differs from kind to kind, and the forms inside it."""
    form = EntryItem.model_json_schema(ref_template=f"{WHERE}{{model}}")
    inside = form.pop("$defs")
    form["properties"] = {name: of for name, of in form["properties"].items() if name not in SEPARATELY}
    form["required"] = [name for name in form["required"] if name not in SEPARATELY]
    form.pop(
        "additionalProperties"
    )  # what is left over is for ``Entry`` to forbid, where the kind's part is known too
    return {**inside, "EntryForm": form}


def _kinds() -> dict[str, Any]:
    schemas: dict[str, Any] = {}
    for name, kind in kinds_that_may_be_sent().items():
        schemas[f"{name}_details"] = kind.schema()
        schemas[name] = _of_kind(name, kind)
    return schemas


def _of_kind(name: str, kind: EntryKind) -> dict[str, Any]:
    details = {"$ref": f"{WHERE}{name}_details"}
    return {
        "type": "object",
        "title": kind.label,
        "description": kind.meaning,
        "properties": {"kind": {"type": "string", "const": name}, "details": details},
        "required": ["kind"],
    }


def _entry() -> dict[str, Any]:
    return {
        "type": "object",
        "allOf": [{"$ref": f"{WHERE}EntryForm"}],
        "oneOf": [{"$ref": f"{WHERE}{name}"} for name in kinds_that_may_be_sent()],
        "unevaluatedProperties": False,
    }


def _letter() -> dict[str, Any]:
    entries = {"type": "array", "minItems": 1, "maxItems": MOST_ITEMS, "items": {"$ref": f"{WHERE}Entry"}}
    agency = {
        "type": "string",
        "description": "Taken from the token. Where it is given, it must be the same.",
    }
    return {
        "type": "object",
        "properties": {"entries": entries, "agency": agency},
        "required": ["entries"],
        "additionalProperties": False,
    }
