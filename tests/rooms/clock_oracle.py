"""When each time limit of the pathway falls due, worked out another way: nothing of Kith is imported here.

Limits are written down once more, from law, guidance and local procedure; bank holidays come from the package ``holidays``.
"""

from bisect import bisect_right
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(1999, 1, 1), date(2027, 6, 30)
"""Starts lie between; the longest limit ends before the last year of published bank holidays does."""
BANK_HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(1998, 2030))
WORKED = [
    day
    for day in (date(1998, 1, 1) + timedelta(days=ahead) for ahead in range(32 * 365))
    if day.weekday() < 5 and day not in BANK_HOLIDAYS
]

LIMITS = {
    "referral_decision": "1 working day",
    "referrer_told_what_was_decided": "1 working day",
    "family_told_what_was_decided": "1 working day",
    "assessment_complete": "45 working days",
    "assessment_reviewed_midway": "10 working days",
    "child_first_seen_in_assessment": "5 working days",
    "social_worker_allocated": "24 hours",
    "strategy_discussion_held": "24 hours",
    "strategy_discussion_minutes_sent": "1 working day",
    "initial_child_protection_conference": "15 working days",
    "core_group": "10 working days",
    "first_review_conference": "3 months",
    "next_review_conference": "6 months",
    "conference_decision_sent": "1 working day",
    "conference_minutes_sent": "10 working days",
    "child_seen_alone_on_plan": "10 working days",
    "first_child_in_need_review": "4 weeks",
    "next_child_in_need_review": "3 months",
    "transfer_in_conference": "15 working days",
    "police_protection_ended": "72 hours",
    "emergency_protection_order_ended": "8 days with the first",
    "extended_emergency_protection_order_ended": "7 days with the first",
    "child_assessment_order_ended": "7 days with the first",
    "letter_before_proceedings_sent": "5 working days",
    "first_pre_proceedings_meeting": "7 days",
    "pre_proceedings_decided": "16 weeks",
    "care_proceedings_decided": "26 weeks with the first",
    "first_looked_after_review": "20 working days",
    "second_looked_after_review": "3 months",
    "next_looked_after_review": "6 months",
    "reviewing_officer_named": "48 hours",
    "first_visit_in_placement": "1 week",
    "next_visit_in_placement": "6 weeks",
    "placement_plan_made": "5 working days",
    "care_plan_made": "10 working days",
    "first_health_assessment": "20 working days",
    "next_health_assessment_under_five": "6 months",
    "next_health_assessment": "12 months",
    "return_interview_held": "72 hours",
    "private_fostering_first_visit": "7 working days",
    "private_fostering_visit_first_year": "6 weeks",
    "private_fostering_visit_later_years": "12 weeks",
    "serious_incident_notified": "5 working days",
    "rapid_review_finished": "15 working days",
    "practice_review_published": "6 months",
    "looked_after_death_notified": "5 working days",
    "joint_agency_response_begun": "24 hours",
    "death_review_notified": "48 hours",
    "designated_officer_told": "1 working day",
}


def due(start: datetime, limit: str) -> datetime:
    """The last second in time, aware in UTC, for a limit in the words of `LIMITS`."""
    number, unit, *with_the_first = limit.split(" ", 2)
    count = int(number)
    if unit.startswith("hour"):
        return start.astimezone(UTC) + timedelta(hours=count)
    day = start.astimezone(LONDON).date()
    if unit.startswith("working"):
        last = WORKED[bisect_right(WORKED, day) + count - 1]
    elif unit.startswith("month"):
        last = _months_on(day, count)
    else:
        ahead = count * (7 if unit.startswith("week") else 1)
        last = day + timedelta(days=ahead - bool(with_the_first))
    return datetime.combine(last, time(23, 59, 59), tzinfo=LONDON).astimezone(UTC)


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def starts(number: int, *, seed: str) -> list[datetime]:
    """So many instants, the same for the same seed: half of them on awkward days or just before, at awkward hours."""
    draw = Random(seed)
    return [_awkward(draw) if turn % 2 else _any(draw) for turn in range(number)]


def _any(draw: Random) -> datetime:
    first = datetime.combine(FIRST, time(), tzinfo=UTC)
    return first + timedelta(seconds=draw.randrange((LAST - FIRST).days * 86_400))


def _changes_of_the_clock(year: int) -> list[date]:
    ends = [date(year, month, 31) for month in (3, 10)]
    return [day - timedelta(days=(day.weekday() + 1) % 7) for day in ends]


CHANGES = [change for year in range(1999, 2027) for change in _changes_of_the_clock(year)]
AWKWARD = [
    *(day for day in BANK_HOLIDAYS if FIRST <= day <= LAST),
    *CHANGES,
    *(date(year, month, monthrange(year, month)[1]) for year in range(1999, 2027) for month in range(1, 13)),
]
"""Bank holidays, once-proclaimed ones among them, both changes of the clock, and the last day of each month."""
HOURS = (
    "00:00:00",
    "00:30:00",
    "01:00:00",
    "01:30:00",
    "12:00:00",
    "16:59:59",
    "22:59:59",
    "23:00:00",
    "23:59:59",
)


def _awkward(draw: Random) -> datetime:
    day = draw.choice(AWKWARD) - timedelta(days=draw.randrange(0, 70) if draw.random() < 0.7 else 0)
    there = datetime.combine(max(day, FIRST), time.fromisoformat(draw.choice(HOURS)), tzinfo=LONDON)
    return there.replace(fold=draw.randrange(2)).astimezone(UTC)
