"""Reads what somebody typed to find a child, as the one line that identity searches for."""

from collections.abc import Mapping

FIELDS = ("name", "born", "born_month", "born_year", "where", "nhs_number")


def as_text(typed: Mapping[str, str]) -> str:
    """``tamsin orry 2/5/2019 TB1 4QQ``: empty where nothing was typed. A day or month without the rest is left out."""
    return " ".join(part for part in (typed.get("name", ""), _born(typed), *_numbers(typed)) if part)


def _born(typed: Mapping[str, str]) -> str:
    day, month, year = (typed.get(field, "").strip() for field in ("born", "born_month", "born_year"))
    if day and month:
        return "/".join(part for part in (day, month, year) if part)
    if month and year:
        return f"{_month_name(month)} {year}"
    return year


def _month_name(month: str) -> str:
    names = "January February March April May June July August September October November December".split()
    return names[int(month) - 1] if month.isdigit() and 1 <= int(month) <= 12 else month


def _numbers(typed: Mapping[str, str]) -> tuple[str, str]:
    return typed.get("where", ""), typed.get("nhs_number", "")
