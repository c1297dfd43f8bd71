"""Hypothesis strategies: random rule graphs and random histories with gaps, late entries, withdrawals and relinks."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.durations import days, hours
from kith.grammar.known import Known, Moment

KINDS = ["contact_received", "injury_seen", "visit", "worry_settled"]
AGENCIES = ["police", "school", "childrens_social_care"]
NATURES = ["physical", "neglect"]
START = datetime(2026, 3, 20, 12, tzinfo=UTC)  # a week before the clocks change
CHILD = UUID(int=1)


def instants(until: int = 60) -> st.SearchStrategy[datetime]:
    """Days at noon and a few odd hours, so that windows end exactly at an entry now and then."""
    return st.builds(
        lambda day, hour: START + timedelta(days=day, hours=hour),
        st.integers(0, until),
        st.sampled_from([0, 0, 0, 1, -3]),
    )


details = st.fixed_dictionaries(
    {},
    optional={
        "nature": st.sampled_from([*NATURES, None]),
        "seen_alone": st.sampled_from([True, False, None]),
        "count": st.sampled_from([1, 2, 5]),
        "attended": st.lists(st.sampled_from(AGENCIES), max_size=2),
        "hours": st.sampled_from([0, 3, 7.5, True]),
    },
)


@st.composite
def row(draw: st.DrawFn, number: int) -> Known:
    happened_to = draw(instants())
    spread = draw(st.sampled_from([0, 0, 0, 0, 9, 31]))
    known_from = happened_to + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 12])))
    gone = draw(st.sampled_from([None, None, None, None, 2, 20]))
    relations = st.tuples(
        st.sampled_from(["answers", "settles"]), st.integers(1, 8).map(lambda n: UUID(int=n))
    )
    return Known(
        entry=UUID(int=number),
        kind=draw(st.sampled_from(KINDS)),
        said_by=draw(st.sampled_from(AGENCIES)),
        said_by_area=draw(st.sampled_from(["here", "there"])),
        voice=draw(st.sampled_from(["professional", "family"])),
        claim=draw(st.sampled_from(["observed", "reported"])),
        happened_from=happened_to - timedelta(days=spread),
        happened_to=happened_to,
        known_from=known_from,
        until=None if gone is None else known_from + timedelta(days=gone),
        details=draw(details),
        references=tuple(draw(st.lists(relations, max_size=2, unique=True))),
        occurrence=draw(st.sampled_from([None, None, UUID(int=900), UUID(int=901)])),
        scope=draw(st.sampled_from(["own", "own", "own", "household"])),
    )


births = st.sampled_from(
    [
        (None, None),
        (date(2026, 1, 31), date(2026, 1, 31)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2026, 2, 10), date(2026, 4, 10)),
        (date(2014, 5, 1), None),
    ]
)


@st.composite
def histories(draw: st.DrawFn) -> list[Moment]:
    """One child's history seen at up to six moments."""
    numbers = draw(st.permutations(range(1, draw(st.integers(0, 8)) + 1)))
    rows = tuple(draw(row(number)) for number in numbers)
    born_from, born_to = draw(births)
    ends = [r.happened_to + timedelta(days=count) for r in rows for count in (1, 3, 10, 30)]
    edges = [r.known_from for r in rows] + ends
    moments = draw(
        st.lists(
            st.one_of(instants(75), st.sampled_from(edges or [START])), min_size=1, max_size=6, unique=True
        )
    )
    return [Moment(child=CHILD, as_at=at, born_from=born_from, born_to=born_to, rows=rows) for at in moments]


tests = st.one_of(
    st.just(("nature", s.OneOf(("physical",)))),
    st.just(("nature", s.OneOf(("physical", "neglect")))),
    st.just(("nature", s.unknown)),
    st.just(("seen_alone", s.OneOf((True,)))),
    st.just(("seen_alone", s.OneOf((False,)))),
    st.just(("hours", s.AtLeast(3))),
    st.just(("hours", s.OneOf((0, 3)))),
    st.just(("attended", s.Includes(("police",)))),
    st.just(("attended", s.Includes(("school", "police")))),
)

plain = st.builds(
    s.Where,
    kinds=st.lists(st.sampled_from(KINDS), max_size=2, unique=True).map(tuple),
    said_by=st.one_of(st.just(()), st.just(()), st.just(("police",))),
    voice=st.sampled_from([(), (), ("family",)]),
    claim=st.sampled_from([(), (), (), ("observed",)]),
    details=st.lists(tests, max_size=1).map(tuple),
)
windows = st.sampled_from([days(10), days(30), hours(24), days(3)])
links = st.builds(
    s.Link,
    relation=st.sampled_from([None, None, "answers", "settles"]),
    same=st.sampled_from([(), (), ("nature",), ("hours",)]),
    agency=st.sampled_from([None, None, "same", "another"]),
)
maybe_windows = st.one_of(st.none(), windows)


def _more(inner: st.SearchStrategy[s.Selection]) -> st.SearchStrategy[s.Selection]:
    return st.one_of(
        st.builds(s.InTheLast, inner, windows),
        st.builds(s.Since, inner, inner),
        st.builds(s.Before, inner, inner),
        st.builds(s.Edge, inner, st.sampled_from(["first", "last"])),
        st.builds(s.Followed, inner, inner, maybe_windows, links, st.booleans()),
        st.builds(s.Preceded, inner, inner, maybe_windows, links, st.booleans()),
        st.builds(s.Either, inner, inner),
        st.builds(s.Both, inner, inner),
        st.builds(s.Complement, inner),
        st.builds(s.AtAge, inner, st.sampled_from([1, 2, 26]), st.booleans()),
        st.builds(s.Household, inner),
    )


selections = st.recursive(plain, _more, max_leaves=4)
shallow = st.one_of(
    plain,
    st.builds(s.InTheLast, plain, windows),
    st.builds(s.Since, plain, plain),
    st.builds(s.AtAge, plain, st.sampled_from([1, 2, 26]), st.booleans()),
    st.builds(s.Followed, plain, plain, maybe_windows, links, st.booleans()),
)


def _numbers(of: st.SearchStrategy[s.Selection]) -> st.SearchStrategy[q.Number]:
    return st.one_of(
        st.builds(q.Count, of),
        st.builds(q.CountEntries, of),
        st.builds(q.CountDistinct, of, st.sampled_from(["said_by", "said_by", "nature", "hours"])),
        st.builds(q.DaysSince, of),
    )


numbers = _numbers(st.one_of(shallow, selections))
"""Half of them of shallow selections: deep ones are mostly empty, and hide what a leaf of theirs gets wrong."""
simple = st.one_of(
    st.builds(q.Compare, numbers, st.sampled_from(["at_least", "fewer_than"]), st.sampled_from([1, 2, 3, 6])),
    st.builds(q.StateOpen, selections, selections),
    st.builds(q.AgeUnder, st.sampled_from([2, 26]), st.booleans()),
)


def _not(inner: q.Question) -> q.Question:
    try:
        return q.Not(inner)
    except ValueError:
        return inner


questions = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.builds(q.AllOf, inner, inner), st.builds(q.AnyOf, inner, inner), inner.map(_not)
    ),
    max_leaves=3,
)

agencies_counted = st.builds(
    q.Compare,
    st.builds(q.CountDistinct, plain, st.just("said_by")),
    st.sampled_from(["at_least", "fewer_than"]),
    st.sampled_from([2, 3]),
)
