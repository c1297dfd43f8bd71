"""Office days and school days of made-up people: close to England's, and never used for a real clock."""

from datetime import date, timedelta

MONDAY, SATURDAY = 0, 5


def days(count: int) -> timedelta:
    """``count`` days."""
    return timedelta(days=count)


def easter_sunday(year: int) -> date:
    """Easter by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    line = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * line) // 451
    month, day = divmod(h + line - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _is_late_may_or_august_monday(day: date) -> bool:
    return day.weekday() == MONDAY and day.month in (5, 8) and day.day >= 25


def is_holiday(day: date) -> bool:
    """Whether offices are closed for a holiday that comes every year."""
    easter = easter_sunday(day.year)
    fixed = (day.month, day.day) in {(1, 1), (12, 25), (12, 26)}
    early_may = day.weekday() == MONDAY and day.month == 5 and day.day <= 7
    return (
        fixed
        or early_may
        or _is_late_may_or_august_monday(day)
        or day in (easter - days(2), easter + days(1))
    )


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def working_day(day: date) -> date:
    """This day, or the next on which offices are open."""
    while not is_working_day(day):
        day += days(1)
    return day


def after_working_days(day: date, count: int) -> date:
    """The working day that lies ``count`` working days after ``day`` (0: this day or the next working day)."""
    day = working_day(day)
    for _ in range(count):
        day = working_day(day + days(1))
    return day


def is_school_day(day: date) -> bool:
    """Whether a school in this made-up area is open: six terms, roughly."""
    at = (day.month, day.day)
    summer = at >= (7, 22) or at <= (1, 4)
    breaks = [((2, 14), (2, 20)), ((4, 1), (4, 14)), ((5, 25), (5, 31))]
    autumn_open = (9, 3) <= at <= (10, 22) or (11, 1) <= at <= (12, 19)
    closed = (summer and not autumn_open) or any(first <= at <= last for first, last in breaks)
    return is_working_day(day) and not closed


def school_day(day: date) -> date:
    """This day, or the next school day."""
    while not is_school_day(day):
        day += days(1)
    return day


def last_of_month(day: date) -> date:
    """The last day of this day's month."""
    return (day.replace(day=28) + days(4)).replace(day=1) - days(1)


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier (28 February for a 29th)."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
