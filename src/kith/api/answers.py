"""What the door answers, as the OpenAPI description tells it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class Error(BaseModel):
    """One thing to mend: where it is, and a sentence. Neither repeats what was sent."""

    field: str
    problem: str


class Errors(BaseModel):
    """The request was refused whole."""

    errors: list[Error]


class Taken(BaseModel):
    """What became of one entry, by its place in the request."""

    index: int
    status: Literal["kept", "refused"]
    id: UUID | None
    errors: list[Error]


class Answer(BaseModel):
    """What became of each entry. It does not say who anybody was found to be."""

    entries: list[Taken]
    errors: list[Error]


class AgencyToldOf(BaseModel):
    """That an agency was told or that it was put where they read: nobody has read it by that alone."""

    agency: str
    area: str
    how: Literal["told", "delivered"]
    at: datetime


class OpenedBy(BaseModel):
    """That somebody opened it, or said that they had taken it in. Roles, and no names."""

    agency: str
    area: str
    roles: list[str]
    at: datetime


class EntryState(BaseModel):
    """How far an entry that the caller's agency sent has come."""

    id: UUID
    sender_reference: str | None
    received_at: datetime
    told: list[AgencyToldOf]
    opened: list[OpenedBy]
    acknowledged: list[OpenedBy]


class GivenChange(BaseModel):
    """That an entry stands ready, stopped counting, or was decided on what your agency told. No word of it."""

    child: UUID
    """Ours for your reference: with it the child's file is fetched."""
    reference: str
    """Your own."""
    entry: UUID
    what: Literal["said", "decided", "told", "replaced"]
    kind: str
    ready_at: datetime


class Given(BaseModel):
    """Changes in order. Ask again with ``next``; ``more`` says that more stands ready already."""

    changes: list[GivenChange]
    next: str
    more: bool
