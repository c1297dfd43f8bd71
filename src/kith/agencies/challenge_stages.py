"""The stages of a professional disagreement in an area: the rulebook's, or those that the area's file names."""

from dataclasses import replace
from typing import TypedDict

from kith.agencies import models
from kith.agencies.local_bounds import UNITS
from kith.agencies.rulebook_lists import rulebook
from kith.agencies.yaml_reading import Place
from kith.grammar.closed_lists import ChallengeStage, within
from kith.grammar.durations import Duration


class LocalStage(TypedDict):
    """A stage as an area set it, as it is kept. Roles that it does not name are the rulebook's."""

    number: int
    unit: str
    answered_by: dict[str, str]
    cited: str


Stages = dict[str, LocalStage]


def stages_in(place: Place) -> Stages:
    """An area's stages by their code: one unit with its number, who answers, and what it rests on."""
    return {name: _stage(name, one) for name, one in place.fields().items()}


def _stage(name: str, place: Place) -> LocalStage:
    listed = rulebook().challenge_stages
    if name not in listed:
        place.refuse(f"There is no stage {name}. There are: {', '.join(listed)}.")
    parts = place.fields(*UNITS, "answered_by", "cited", required=("cited",))
    units = [unit for unit in UNITS if unit in parts]
    if len(units) != 1:
        place.refuse(f"It has one of {', '.join(UNITS)}.")
    number = parts[units[0]].read(int, as_what="a whole number")
    if number < 1:
        parts[units[0]].refuse("It is 1 or more.")
    roles = parts["answered_by"].fields() if "answered_by" in parts else {}
    return {
        "number": number,
        "unit": units[0],
        "answered_by": {agency: _role(agency, role) for agency, role in roles.items()},
        "cited": parts["cited"].text(),
    }


def _role(agency: str, place: Place) -> str:
    book, role = rulebook(), place.text()
    if agency != "others" and agency not in book.agencies:
        place.refuse(f"There is no agency {agency}. Write others for all that are not named.")
    if role not in book.roles:
        place.refuse(f"There is no role {role}. There are: {', '.join(book.roles)}.")
    return role


def stages_of(*, area: str) -> tuple[ChallengeStage, ...]:
    """The stages in force in an area, from the first to the last; the rulebook's where its file names none."""
    listed = rulebook().challenge_stages
    local = models.Area.objects.filter(code=area).values_list("challenge_stages", flat=True).first()
    if not local:
        return tuple(listed.values())
    return tuple(_local(stage, local[code]) for code, stage in listed.items() if code in local)


def _local(stage: ChallengeStage, local: LocalStage) -> ChallengeStage:
    return replace(
        stage,
        due=within(Duration(local["number"], local["unit"])),  # type: ignore[arg-type]
        answered_by={**stage.answered_by, **local["answered_by"]},
        cited=local["cited"],
    )
