"""Fills a second, blind screening, and what is counted of the front door."""

from datetime import datetime, timedelta

from kith.access.types import Opened
from kith.grammar.words import initial
from kith.kernel.types import Actor
from kith.oversight.shares import FEWEST, Share
from kith.oversight.told_again import OVER, WITHIN, ToldAgain, told_again
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView, SecondView
from kith.patterns.queries import rulebook
from kith.web.child.reading import Reading, read
from kith.web.contacts.children_here import children_here
from kith.web.contacts.deciding import outcome_choices
from kith.web.contacts.told import told_of
from kith.web.contacts.waiting import came_from
from kith.web.dates import at_time
from kith.web.parts.form import Form
from kith.web.screened_again.page import AgainPage, FiguresPage, Row
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all

JUST_BEFORE = timedelta(microseconds=1)
WHY = "A lot fell on this: what two people make of the same is counted for the whole front door, never for one of you."


def again_page(
    second: SecondView,
    contact: ContactView,
    opened: tuple[Opened, ...],
    *,
    by: Actor,
    at: datetime,
    form: Form | None = None,
) -> AgainPage:
    """Everything as it was known a moment before it was decided, so that the decision is nowhere on the page."""
    assert contact.decided_at is not None, "only what was decided is drawn"
    then = contact.decided_at - JUST_BEFORE
    readings = tuple(_as_then(one, by=by, at=at, then=then) for one in opened)
    due, kind = due_words(second.due_at, at=at, what="To be screened again")
    return AgainPage(
        who=identity_of_all(readings),
        name=initial(came_from(contact)),
        lead=f"{WHY} You read what was known on {at_time(contact.decided_at).words}. What was decided is shown to you nowhere here.",
        due=due,
        due_kind=kind,
        told=tuple(told_of(contact, readings, by)),
        children=children_here(readings, by=by, at=at),
        action=f"/contacts/again/{second.id}/",
        outcomes=outcome_choices(readings[0].book),
        form=form or Form(),
    )


def _as_then(one: Opened, *, by: Actor, at: datetime, then: datetime) -> Reading:
    return read(child=one.child, by=by, at=at, basis=one.basis, as_at=then)


def figures_page(*, by: Actor, at: datetime) -> FiguresPage:
    """Of the area, over a year: counts, with shares where there are enough."""
    found = contacts.agreement(area=by.area, since=at - OVER)
    again = told_again(area=by.area, at=at)
    agreed = Share(part=found.agreed, whole=found.screened)
    waits = found.drawn - found.screened
    return FiguresPage(
        lead="Of the whole front door, over the last year. No worker is counted.",
        agreement=_agreement(agreed, waits),
        agreement_means="Where the second would have done more, it came back to a third person. Agreement alone does not say that both were right.",
        days=WITHIN,
        rows=tuple(_row(reason, again) for reason in dict.fromkeys(one.closing_reason for one in again)),
        silence="Nothing was closed long enough ago to be counted.",
    )


def _agreement(agreed: Share, waits: int) -> str:
    waiting = f" {waits} wait{'s' if waits == 1 else ''} to be screened again." if waits else ""
    if not agreed.whole:
        return f"Nothing has been screened twice yet.{waiting}"
    return f"Two who screened the same agreed on {words_of(agreed, interval=True)}.{waiting}"


def _row(reason: str, found: tuple[ToldAgain, ...]) -> Row:
    mine = [one for one in found if one.closing_reason == reason]
    return Row(
        ground=rulebook().closing_reasons[reason].label,
        again=tuple(words_of(one.again) for one in mine),
        higher=tuple(words_of(one.higher) for one in mine),
    )


def words_of(share: Share, *, interval: bool = False) -> str:
    """``2 of 14 (14%)``, with its interval where asked for; counts alone where there are too few for a share."""
    if not share.whole:
        return "none"
    words = f"{share.part} of {share.whole}"
    if not share.is_shown:
        return f"{words} (fewer than {FEWEST}: no share)"
    low, high = share.interval
    between = f", between {low:.0%} and {high:.0%} with 95% confidence" if interval else ""
    return f"{words} ({share.value:.0%}{between})"
