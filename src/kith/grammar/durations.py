"""Lengths of time that rules and clocks are written in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Unit = Literal["hours", "days", "working_days", "calendar_months"]


@dataclass(frozen=True)
class Duration:
    """So many hours, days of 24 hours, working days or calendar months."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(f"a duration of {self.number} {self.unit} is before it begins")

    @property
    def exact(self) -> timedelta:
        """The same length on any day of the year. Raises ValueError for units that depend on the calendar."""
        if self.unit == "hours":
            return timedelta(hours=self.number)
        if self.unit == "days":
            return timedelta(days=self.number)
        raise ValueError(f"{self} depends on the calendar; a window is written in days or hours")

    def __str__(self) -> str:
        unit = self.unit.replace("_", " ")
        return f"{self.number} {unit if self.number != 1 else unit[:-1]}"


def hours(number: int) -> Duration:
    return Duration(number, "hours")


def days(number: int) -> Duration:
    return Duration(number, "days")


def working_days(number: int) -> Duration:
    return Duration(number, "working_days")


def calendar_months(number: int) -> Duration:
    return Duration(number, "calendar_months")


def months_after(start: date, number: int) -> date:
    """The same day ``number`` months on, or the month's last day where it has no such day."""
    month = start.month - 1 + number
    year, month = start.year + month // 12, month % 12 + 1
    for day in range(start.day, start.day - 4, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def earlier(at: datetime, by: Duration) -> datetime:
    return at - by.exact
