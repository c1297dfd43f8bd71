"""The form of one item: the people whom it is about, and the entry. The OpenAPI description is made from it."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from kith.chronology.codes import CLAIMS, RELATIONS, VOICES
from kith.chronology.taking import LONGEST_REASON, LONGEST_TEXT, MOST_PEOPLE, MOST_REFERENCES
from kith.chronology.when import PRECISIONS

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""What lies outside is a slip of the keys, and may not fit a calendar."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OURS = "ours"
"""The type of a problem whose sentence is ours, and goes to the sender as it is."""


def wrong(sentence: str) -> PydanticCustomError:
    """A problem in our own words, which never hold what was given."""
    return PydanticCustomError(OURS, sentence)  # type: ignore[arg-type]


def _day(given: Any) -> date:
    if isinstance(given, str) and DAY.fullmatch(given):
        try:
            return _near(date.fromisoformat(given))
        except ValueError:
            pass
    raise wrong("There is no such day. Give YYYY-MM-DD.")


def _day_or_moment(given: Any) -> date | datetime:
    """A day stays a day: how exactly a time is known is part of what is said."""
    if not isinstance(given, str):
        raise wrong("Give a day as YYYY-MM-DD, or a day and time with its offset.")
    if len(given) <= 10:
        return _day(given)
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise wrong("There is no such time. Give YYYY-MM-DDTHH:MM:SS with its offset.") from None
    if moment.tzinfo is None:
        raise wrong("Give the offset too: Z, or +01:00.")
    _near(moment.date())
    return moment


def _near(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise wrong(f"Give a year in four figures, {FIRST_YEAR} or later.")
    return day


def _id(given: Any) -> UUID:
    try:
        return UUID(given)
    except (ValueError, TypeError, AttributeError):
        raise wrong("Give an id, as it was answered.") from None


def _one_of(codes: Iterable[str]) -> Any:
    codes = tuple(codes)

    def check(given: Any) -> str:
        if isinstance(given, str) and given in codes:
            return given
        raise wrong(f"Give one of: {', '.join(codes)}.")

    return Annotated[str, PlainValidator(check), WithJsonSchema({"type": "string", "enum": list(codes)})]


def _one_line(given: str) -> str:
    if given.strip() and "\n" not in given and "\t" not in given and "\r" not in given:
        return given
    raise wrong("Give this on one line; it may not be empty.")


def _or_a_day(schema: dict[str, Any]) -> None:
    """A span is an object, or simply its one day."""
    whole = dict(schema)
    schema.clear()
    schema["anyOf"] = [{"type": "string", "description": "One day, or one moment."}, whole]


Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
DayOrMoment = Annotated[
    date | datetime,
    PlainValidator(_day_or_moment),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
    ),
]
Id = Annotated[UUID, PlainValidator(_id), WithJsonSchema({"type": "string", "format": "uuid"})]
Key = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_one_line)]
Name = Annotated[str, Field(max_length=300)]


class _Form(BaseModel):
    """Nothing is guessed: no field that is not here, no number where text belongs."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Span(_Form):
    """An object with ``from``, or one text that is it."""

    model_config = ConfigDict(json_schema_extra=_or_a_day)

    @model_validator(mode="before")
    @classmethod
    def _one_text_is_its_beginning(cls, given: Any) -> Any:
        return {"from": given} if isinstance(given, str) else given


class Born(_Span):
    """When somebody was born: one day, or the first and the last day that are possible."""

    first: Day = Field(alias="from")
    last: Day | None = Field(default=None, alias="to")


class Happened(_Span):
    """When it happened, and how exactly anybody knows it; a time without its day's precision is known to the minute."""

    first: DayOrMoment = Field(alias="from")
    last: DayOrMoment | None = Field(default=None, alias="to")
    precision: _one_of(PRECISIONS) | None = None  # type: ignore[valid-type]


class PersonItem(_Form):
    """Somebody whom the entry is about, as the sender's own files describe them. All but ``key`` may be unknown."""

    key: Key = Field(description="Names this person inside the item; ``about`` lists such keys.")
    kind: _one_of(("child", "adult", "unborn")) = "child"  # type: ignore[valid-type]
    sender_key: Annotated[str, Field(max_length=200), AfterValidator(_one_line)] | None = Field(
        default=None,
        description="The sender's own stable key for this person: a pupil, patient or custody number.",
    )
    full_name: Name = ""
    known_as: Name = ""
    born: Born | None = None
    expected_on: Day | None = Field(default=None, description="When an unborn child is expected.")
    sex: _one_of(("female", "male", "not_known", "")) = ""  # type: ignore[valid-type]
    nhs_number: Annotated[str, Field(max_length=20)] = ""
    upn: Annotated[str, Field(max_length=20)] = ""
    postcode: Annotated[str, Field(max_length=20)] = Field(
        default="", description="Never one that is confidential: ring the duty desk."
    )
    phone: Annotated[str, Field(max_length=40)] = ""
    guardian_names: Annotated[list[Name], Field(max_length=20)] = []


class ReferenceItem(_Form):
    """That this entry answers, settles, ends, is about, corrects or withdraws another, or tells of the same occurrence."""

    relation: _one_of(RELATIONS)  # type: ignore[valid-type]
    id: Id | None = Field(default=None, description="The entry's id, as this door or a page gave it.")
    sender_reference: str | None = Field(default=None, description="Or the sender's own reference for it.")

    @model_validator(mode="after")
    def _names_one_entry(self) -> "ReferenceItem":
        if (self.id is None) == (self.sender_reference is None):
            raise wrong("Give either id or sender_reference.")
        return self


class EntryItem(_Form):
    """One thing that the sending agency says happened, with the people whom it concerns."""

    people: Annotated[list[PersonItem], Field(min_length=1, max_length=MOST_PEOPLE)]
    kind: str
    happened: Happened
    about: Annotated[list[str], Field(min_length=1, max_length=MOST_PEOPLE)] = Field(
        description="Keys of the people whom the entry is about."
    )
    details: dict[str, Any] = Field(
        default={}, description="What an entry of this kind may say; what is left out is unknown."
    )
    childs_words: Annotated[str, Field(max_length=LONGEST_TEXT)] = Field(
        default="", description="The child's own words."
    )
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""
    voice: _one_of(VOICES) = "professional"  # type: ignore[valid-type]
    claim: _one_of(CLAIMS) = "reported"  # type: ignore[valid-type]
    captured_at: DayOrMoment | None = Field(default=None, description="When it was first written down.")
    told: Annotated[list[str], Field(max_length=50)] = Field(
        default=[], description="Codes of agencies of the same area that the sender has told of it."
    )
    references: Annotated[list[ReferenceItem], Field(max_length=MOST_REFERENCES)] = []
    because: Annotated[str, Field(max_length=LONGEST_REASON)] = Field(
        default="", description="Why another entry is corrected or withdrawn."
    )
    sender_reference: Annotated[str, Field(max_length=200), AfterValidator(_one_line)] | None = Field(
        default=None, description="The sender's own reference for this entry, used once."
    )
    agency: str | None = Field(
        default=None, description="Taken from the token. Where it is given, it must be the same."
    )
