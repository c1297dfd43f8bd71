"""What is asked of a birth and of a pregnancy that ended, and how the answers are read."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from kith.journeys.birth_of_a_child import Born
from kith.journeys.births_proposed import Proposed
from kith.kernel.errors import BadInput
from kith.people.types import Baby
from kith.web.parts.form import Choice, Problem
from kith.web.reading.when import read_when

NEW = "new"
MORE_BABIES = (("second", "A second baby"), ("third", "A third baby"))
SEX = (
    Choice(value="female", words="Girl"),
    Choice(value="male", words="Boy"),
    Choice(value="not_known", words="Not said"),
)


def _date_fields(name: str) -> tuple[str, ...]:
    return name, f"{name}_month", f"{name}_year"


BORN_FIELDS = (
    "which",
    *_date_fields("born"),
    "name",
    "sex",
    *(
        field
        for baby, _ in MORE_BABIES
        for field in (f"{baby}_name", *_date_fields(f"{baby}_born"), f"{baby}_sex")
    ),
)
ENDED_FIELDS = _date_fields("ended")
MISTAKE_FIELDS = ("because",)
ASKED = {
    "which": "Which child it is",
    "born": "When the baby was born",
    "name": "The baby’s name",
    "second_name": "The second baby’s name",
    "third_name": "The third baby’s name",
    "ended": "The day",
    "because": "How you know",
}
"""At the head of what is wrong with an answer."""


def read_day(answers: Mapping[str, str], name: str, *, at: datetime) -> date:
    """A whole day of three inputs. Raises BadInput on ``name``."""
    typed = (answers.get(name, ""), answers.get(f"{name}_month", ""), answers.get(f"{name}_year", ""))
    if not all(typed):
        raise BadInput(name, "Enter the day, the month and the year")
    try:
        return read_when(field=name, typed=typed, at=at).happened_from.date()
    except BadInput as bad:
        raise BadInput(name, bad.problem.partition("; leave out")[0]) from None


def read_babies(
    answers: Mapping[str, str], *, proposed: tuple[Proposed, ...], unnamed: str, at: datetime
) -> tuple[tuple[Born, ...], tuple[Problem, ...]]:
    """Every baby that was typed, and what is wrong. ``unnamed`` is what a baby without a name is called."""
    named = {str(one.child): one for one in proposed if one.child}
    problems: list[Problem] = []
    if named and answers.get("which", "") not in {*named, NEW}:
        problems.append(Problem(field="which", words="Choose which child it is, or that it is none of them"))
    born = [_first(answers, named.get(answers.get("which", "")), unnamed, problems, at)]
    for baby, _ in MORE_BABIES:
        if any(
            answers.get(field) for field in (f"{baby}_name", f"{baby}_sex", *_date_fields(f"{baby}_born"))
        ):
            born.append(_other(answers, baby, born[0], unnamed, problems, at))
    return tuple(one for one in born if one), tuple(problems)


def _first(
    answers: Mapping[str, str], chosen: Proposed | None, unnamed: str, problems: list[Problem], at: datetime
) -> Born | None:
    """Who is written down already needs no typing again."""
    name = answers.get("name") or (chosen.name if chosen else "") or unnamed
    already: UUID | None = chosen.child if chosen else None
    try:
        has_day = any(answers.get(field) for field in _date_fields("born"))
        day = chosen.born_on if chosen and not has_day else read_day(answers, "born", at=at)
    except BadInput as bad:
        problems.append(Problem(field="born", words=bad.problem))
        return None
    sex = answers.get("sex") or (chosen.sex if chosen else "not_known")
    return Born(baby=Baby(born_on=day, display_name=name, sex=_listed(sex)), already=already)


def _other(
    answers: Mapping[str, str],
    baby: str,
    first: Born | None,
    unnamed: str,
    problems: list[Problem],
    at: datetime,
) -> Born | None:
    """Born on the day of the first, unless another day is typed: twins can be of two days."""
    field = f"{baby}_born"
    try:
        if any(answers.get(one) for one in _date_fields(field)):
            day = read_day(answers, field, at=at)
        elif first is None:
            return None
        else:
            day = first.baby.born_on
    except BadInput as bad:
        problems.append(Problem(field=field, words=bad.problem))
        return None
    name = answers.get(f"{baby}_name") or f"{unnamed} ({baby})"
    return Born(baby=Baby(born_on=day, display_name=name, sex=_listed(answers.get(f"{baby}_sex", ""))))


def _listed(sex: str) -> str:
    return sex if sex in {one.value for one in SEX} else "not_known"
