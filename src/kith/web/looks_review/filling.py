"""Fills the pages on which looks are reviewed."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from kith.access import looks_for_review, policies
from kith.access import queries as access
from kith.access.bases import BASES
from kith.access.types import EmergencyShare
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.kernel.types import Actor
from kith.oversight import queries as oversight
from kith.oversight.looking.rules import BY_LOT, RULES, WORDS
from kith.oversight.types import Answered, FindingView, RuleCounts
from kith.people import queries as people
from kith.reference.working_days import working_days_between
from kith.web.dates import at_time, lately, long_day
from kith.web.looks_review.page import (
    ANSWERS,
    ClosedLine,
    FindingLine,
    FindingPage,
    LooksPage,
    QuotedLine,
    RuleLine,
)
from kith.web.parts.form import Form
from kith.web.together.due import day_of, due_words

COUNTED_OVER = timedelta(days=90)
CLOSED_SINCE = timedelta(days=30)
SHARE_OVER = timedelta(days=30)
HOPED_FOR, TOO_MANY = 0.01, 0.03
"""Shares of emergencies among all openings: what is hoped for, and above what the access model is at fault [P]."""
CRIES_WOLF, SO_MANY = 0.8, 10
"""A rule of which so large a part was in order, of so many that are answered, is to be thought over [P]."""
CLOSELY = "A child held closely"
NOT_SEEN = (
    "A search by name leaves no words here, so that a search for somebody’s partner is not seen unless a record was refused or opened.",
    "An address that is confidential is compared with nobody’s street.",
)


def looks_page(*, roles: frozenset[str], by: Actor, at: datetime) -> LooksPage:
    """What waits for these roles, how the rules fare, and how often children are opened in an emergency."""
    asked = {"area": by.area, "owner_roles": roles, "but_not_of": by.id}
    waiting = oversight.findings_waiting(**asked)
    closed = oversight.findings_closed(**asked, since=at - CLOSED_SINCE)
    number, overdue = oversight.count_waiting(**asked, overdue_at=at)

    who = agencies.practitioners(ids={one.practitioner for one in (*waiting, *closed)})
    lines = [(one, _line(one, who[one.practitioner], at)) for one in waiting]
    share = access.emergency_share(area=by.area, since=at - SHARE_OVER, until=at)
    return LooksPage(
        lead=_lead(number, overdue),
        asked=_asked(by.area, at),
        share=_share(share),
        share_means=_means(share),
        waiting=tuple(line for one, line in lines if one.rule != BY_LOT),
        drawn=tuple(line for one, line in lines if one.rule == BY_LOT),
        rules=tuple(map(_rule, oversight.counts_by_rule(area=by.area, since=at - COUNTED_OVER))),
        not_seen=(*_blind(by.area), *NOT_SEEN),
        closed=tuple(_closed(one, who[one.practitioner], at) for one in closed),
    )


def _lead(number: int, overdue: int) -> str:
    if not number:
        return "Nothing waits to be reviewed. That is not the same as nobody having looked without a reason."
    findings = "1 finding waits" if number == 1 else f"{number} findings wait"
    return f"{findings}, {overdue or 'none'} of them overdue. A finding proves nothing: it asks."


def _asked(area: str, at: datetime) -> str:
    last = oversight.last_asked(area=area)
    if last is None:
        return (
            "The rules were never asked here: the rounds of “kith work” do not run. Tell whoever runs Kith."
        )
    late = (day_of(at) - last.day).days > 2
    stopped = " That is more than a day ago: the rounds of “kith work” may stand still." if late else ""
    return (
        f"The rules were asked of every day up to {long_day(last.day)}: that day, {last.looks} looks by "
        f"{last.people} people.{stopped}"
    )


def _share(share: EmergencyShare) -> str:
    return (
        f"{share.openings} of {share.opened} children opened in the last 30 days were opened in an emergency, "
        f"{share.share:.1%}. Fewer than {HOPED_FOR:.0%} is what is hoped for."
    )


def _means(share: EmergencyShare) -> str:
    if share.share <= TOO_MANY:
        return ""
    return (
        "More than three in a hundred: a fault of the access model, not of the people. Look at who should have had "
        "sight from the start."
    )


def _blind(area: str) -> tuple[str, ...]:
    homes, linked = oversight.what_rules_miss(area=area)
    return (
        f"For {homes or 'none'} of the people who work here a street is held, and {linked or 'none'} are linked to a person of "
        "Kith: of the others, a neighbour’s or a colleague’s look is not seen.",
    )


def _line(one: FindingView, who: Practitioner, at: datetime) -> FindingLine:
    due, kind = due_words(_last_moment(one), at=at)
    days = working_days_between(day_of(one.opened_at), day_of(at))
    return FindingLine(
        due=due,
        due_kind=kind,
        age="asked today" if not days else f"asked {days} working day{'' if days == 1 else 's'} ago",
        who=_who(who),
        rule=WORDS.get(one.rule, one.rule),
        why=one.words,
        href=f"/looks/{one.id}/",
    )


def _last_moment(one: FindingView) -> datetime:
    return one.due_at - timedelta(seconds=1)


def _who(who: Practitioner) -> str:
    title = f", {who.title}" if who.title else ""
    return f"{who.name}{title} ({who.agency_name})"


def _rule(one: RuleCounts) -> RuleLine:
    closed = one.acceptable + one.referred
    wolf = one.rule != BY_LOT and closed >= SO_MANY and one.acceptable / closed >= CRIES_WOLF
    return RuleLine(
        rule=WORDS[one.rule],
        found=str(one.found),
        open=str(one.open),
        acceptable=f"{one.acceptable} of {closed}" if closed else "none answered",
        referred=str(one.referred),
        says="It cries wolf: set its threshold higher, or mend what makes ordinary work look like this."
        if wolf
        else "",
    )


def _closed(one: FindingView, who: Practitioner, at: datetime) -> ClosedLine:
    closed = one.closed
    assert closed is not None, "asked for those that are closed"
    return ClosedLine(
        when=lately(closed.reviewed_at, now=at),
        who=_who(who),
        rule=WORDS.get(one.rule, one.rule),
        said=_answer(closed),
        href=f"/looks/{one.id}/",
    )


def _answer(one: Answered) -> str:
    return next(choice.words for choice in ANSWERS if choice.value == one.answer)


def finding_page(
    one: FindingView, *, children: Mapping[UUID, str], at: datetime, form: Form | None = None
) -> FindingPage:
    """One finding. ``children`` names those whom the reader may have named to them."""
    who = agencies.practitioners(ids=[one.practitioner])[one.practitioner]
    rule = RULES.get(one.rule)
    by = agencies.practitioners(ids={said.reviewed_by for said in one.answers})
    return FindingPage(
        who=_who(who),
        rule=WORDS.get(one.rule, one.rule),
        words=one.words,
        why=rule.why
        if rule
        else "Some looks of every team are drawn each week, so that being asked says nothing of anybody.",
        cited=rule.cited
        if rule
        else "HagaZiekenhuis, 2019: six checks a year were too few; twenty a week are [P]",
        wrong_if=rule.wrong_if if rule else "Nothing was found here. Read them as you would read anybody’s.",
        looks=_quoted(one.id, children),
        no_looks="It rests on refusals alone: nothing was opened.",
        due="" if one.closed else due_words(_last_moment(one), at=at)[0],
        ring=f"Ring {who.name}, {who.phone}." if who.phone else f"Ring {who.agency_name}.",
        said=tuple(
            (at_time(said.reviewed_at), f"{_answer(said)}. {by[said.reviewed_by].name}: “{said.because}”")
            for said in one.answers
        ),
        action=f"/looks/{one.id}/",
        form=form or Form(),
        is_open=one.closed is None,
    )


def _quoted(finding: UUID, children: Mapping[UUID, str]) -> tuple[QuotedLine, ...]:
    looks = looks_for_review.looks_held(ids=oversight.looks_quoted(finding=finding))
    return tuple(
        QuotedLine(
            when=at_time(one.looked_at),
            child=children.get(one.child, CLOSELY),
            purpose=one.purpose,
            basis=BASES[one.basis].words,
        )
        for one in looks
    )


def may_be_named(*, finding: UUID, by: Actor, at: datetime) -> dict[UUID, str]:
    """The children of a finding who are not held closely, or with whom the reader is personally involved, by name."""
    looks = looks_for_review.looks_held(ids=oversight.looks_quoted(finding=finding))
    held = people.persons(ids={one.child for one in looks})
    closely = [id for id, one in held.items() if one.tier != "normal"]
    seen = set(_seen(closely, by, at))
    return {id: one.name for id, one in held.items() if one.tier == "normal" or id in seen}


def _seen(ids: Iterable[UUID], by: Actor, at: datetime) -> Iterable[UUID]:
    rows = policies.sight(by=by, at=at).filter(child__in=list(ids))
    return rows.values_list("child_id", flat=True)
