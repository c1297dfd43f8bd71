"""When a person reads what the public tells: by the area's hours, and never on a bank holiday."""

from datetime import datetime
from pathlib import Path

import pytest

from kith.agencies.area_file import read_area
from kith.agencies.areas import load_area
from kith.agencies.front_door import next_reading
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput

pytestmark = pytest.mark.django_db
TOLLAND_BAY = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
HOURS = '  - {days: [mon, tue, wed, thu, fri], from: "08:30", to: "18:00"}'


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def with_hours(tmp_path, lines: str) -> Path:
    path = tmp_path / "tolland-bay.yaml"
    path.write_text(TOLLAND_BAY.read_text().replace(HOURS, lines))
    return path


@pytest.mark.parametrize(
    ("told", "opens", "by"),
    [
        ("2026-11-17T10:40", "2026-11-17T08:30", "2026-11-17T18:00"),
        ("2026-11-17T06:00", "2026-11-17T08:30", "2026-11-17T18:00"),
        ("2026-11-17T17:01", "2026-11-18T08:30", "2026-11-18T18:00"),
        ("2026-11-20T23:00", "2026-11-23T08:30", "2026-11-23T18:00"),
        ("2026-12-24T17:30", "2026-12-29T08:30", "2026-12-29T18:00"),
        ("2026-03-28T12:00", "2026-03-30T08:30", "2026-03-30T18:00"),
    ],
)
def test_it_is_the_next_time_that_has_an_hour_left(told, opens, by):
    load_area(TOLLAND_BAY, at=london("2026-01-02T12:00"))
    reading = next_reading(area="tolland-bay", at=london(told))
    assert (reading.opens_at, reading.by_at) == (london(opens), london(by))


def test_an_area_that_reads_on_saturdays_does(tmp_path):
    load_area(
        with_hours(tmp_path, '  - {days: [sat], from: "10:00", to: "14:00"}'), at=london("2026-01-02T12:00")
    )
    assert next_reading(area="tolland-bay", at=london("2026-11-20T23:00")).by_at == london("2026-11-21T14:00")


def test_an_area_that_gives_no_hours_promises_none(tmp_path):
    path = with_hours(tmp_path, "")
    path.write_text(path.read_text().replace("front_door:\n", ""))
    load_area(path, at=london("2026-01-02T12:00"))
    assert next_reading(area="tolland-bay", at=london("2026-11-17T10:40")) is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('  - {days: [mon], from: "18:00", to: "08:30"}', "later than when the front door opens"),
        ('  - {days: [monday], from: "08:30", to: "18:00"}', "one of mon"),
        ('  - {days: [mon], from: "half past", to: "18:00"}', "a time, such as 08:30"),
    ],
)
def test_hours_that_are_none_do_not_load(tmp_path, line, problem):
    with pytest.raises(BadInput) as refused:
        read_area(with_hours(tmp_path, line))
    assert problem in refused.value.problem and refused.value.field.startswith(
        ("front_door", "to", "days", "from")
    )
