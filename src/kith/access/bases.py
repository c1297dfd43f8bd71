"""The closed list of lawful reasons to see a child, what each rests on, and how long it lasts.

Citations marked [GK] are general knowledge that nobody has checked; durations marked [P] are for a partnership to set.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kith.grammar.closed_lists import by_code
from kith.grammar.durations import Duration, days, hours, working_days
from kith.kernel.clock import LONDON
from kith.reference.working_days import add_working_days

BREAK_GLASS = "break_glass"
"""In an emergency anybody may open a child whom they are not involved with: for hours, with a reason, and it is reviewed."""
_PUBLIC_TASK = (
    "UK GDPR Article 6(1)(e), public task; DPA 2018 Schedule 1 paragraph 18, safeguarding of children"
)


@dataclass(frozen=True, kw_only=True)
class LawfulBasis:
    """One reason. ``lasts`` is the longest that it may; ``None`` lasts until somebody ends it."""

    code: str
    words: str
    cited: str
    lasts: Duration | None = None
    sees: bool = True
    """Whether it lets somebody open the child; otherwise it only lets them hear what was decided."""
    goes_there: bool = False
    """Whether whoever has it goes to the child, and so may learn a confidential address [P]."""


def _basis(
    code: str,
    words: str,
    cited: str,
    lasts: Duration | None = None,
    *,
    sees: bool = True,
    goes_there: bool = False,
) -> LawfulBasis:
    cited = f"{_PUBLIC_TASK}; {cited}"
    return LawfulBasis(code=code, words=words, cited=cited, lasts=lasts, sees=sees, goes_there=goes_there)


BASES: Mapping[str, LawfulBasis] = by_code(
    [
        _basis(
            "allocated",
            "allocated to this child",
            "Children Act 1989 sections 17 and 47 [GK]",
            goes_there=True,
        ),
        _basis(
            "manages_the_work",
            "manages the work with this child",
            "Children Act 1989 sections 17 and 47 [GK]",
            goes_there=True,
        ),
        _basis(
            "team_duty",
            "on duty for the team",
            "Children Act 1989 section 47 [GK]; 12 hours [P]",
            hours(12),
            goes_there=True,
        ),
        _basis(
            "invited_to_decision",
            "invited to a decision about this child",
            "Working Together 2023, strategy discussions and conferences; Children Act 1989 section 47(9) to (11) [GK]",
        ),
        _basis(
            "owns_a_question",
            "named to answer a question about this child",
            "Children Act 2004 section 11 [GK]; 30 days from each asking, to answer it and to hear of a challenge [P]",
            days(30),
        ),
        _basis(
            "screens_a_contact",
            "decides at the front door on what was told about this child",
            "Children Act 1989 sections 17 and 47; Working Together 2023, contacts and referrals [GK]; 5 working days [P]",
            working_days(5),
        ),
        _basis(
            "open_request",
            "asked for information about this child",
            "Children Act 2004 section 10, and section 16LA once in force [GK]; 5 working days [P]",
            working_days(5),
        ),
        _basis(
            "treating_encounter",
            "treating this child",
            "UK GDPR Article 9(2)(h), care by a health professional [GK]; 24 hours [P]",
            hours(24),
        ),
        _basis(
            "health_caseload",
            "on this practitioner's health caseload",
            "Children Act 2004 section 11 [GK]",
            goes_there=True,
        ),
        _basis("school_of_the_child", "the child's school", "Education Act 2002 section 175 [GK]"),
        _basis("nursery_of_the_child", "the child's nursery", "Childcare Act 2006 section 40 [GK]"),
        _basis(
            "recorded_a_concern",
            "recorded a concern about this child",
            "Children Act 2004 section 11 [GK]; 30 days, to learn what was decided [P]",
            days(30),
            sees=False,
        ),
        _basis("chairs_or_reviews", "chairs or reviews for this child", "Working Together 2023, conferences"),
        _basis(
            "scrutinises",
            "scrutinises how agencies decided about this child",
            "Working Together 2023, independent scrutiny [GK]; 30 days from each opening [P]",
            days(30),
        ),
        _basis(
            "gives_legal_advice", "advises in law about this child", "DPA 2018 Schedule 2 paragraph 5(3) [GK]"
        ),
        _basis(
            BREAK_GLASS,
            "opened in an emergency, with a written reason",
            "DPA 2018 Schedule 2 paragraph 5 and Schedule 8 paragraph 4 [GK]; 4 hours [P]",
            hours(4),
        ),
        _basis(
            "demonstration",
            "a demonstration: every person is invented",
            "no personal data is processed",
            goes_there=True,
        ),
    ]
)

SEEING = frozenset(code for code, one in BASES.items() if one.sees)
"""Reasons that open a child's record. Whoever recorded a concern is not among them: a match would show them a stranger."""
WRITING_UP = working_days(10)
"""How long sight lasts after an allocation ends, to write up and hand over [P]."""


def latest_end(lasts: Duration, from_at: datetime) -> datetime:
    """The last moment at which something that may last so long still holds.

    Working days end with the day, at midnight in England. Raises ValueError for months, which no basis uses.
    """
    if lasts.unit in ("hours", "days"):
        return from_at + timedelta(hours=lasts.number * (24 if lasts.unit == "days" else 1))
    if lasts.unit != "working_days":
        raise ValueError(f"no basis lasts {lasts}")
    last_day = add_working_days(from_at.astimezone(LONDON).date(), lasts.number)
    return datetime.combine(last_day + timedelta(days=1), time(), tzinfo=LONDON)
