"""What a family may read: late, without names and places, nothing that is held back, and what was told stays told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.grammar.known import Known
from kith.kernel.clock import LONDON
from kith.oversight.for_family import DELAY_DAYS, REFUSED, for_family, late_enough
from kith.oversight.looks_of_child import LEAD, held_back
from kith.oversight.plain_purposes import GENERAL, PLAIN
from kith.oversight.types import HeldBack, LookOf, LooksForFamily, Recipient, WrittenRefusal
from tests.rooms.oversight_world import id_of

MOTHER = Recipient(name="Leanne Carter", kind="parent")
HERSELF = Recipient(name="Amira Carter", kind="young_person")
KINDS = ("parent", "young_person", "advocate_of_child", "advocate_of_parent")
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=730)).map(
    lambda one: datetime(2025, 1, 1, tzinfo=UTC) + one
)
LATER = st.timedeltas(timedelta(0), timedelta(days=40))


def look(at, purpose="read the chronology"):
    return LookOf(looked_at=at, role="head teacher", agency_type="school", purpose=purpose)


LOOKS = st.lists(st.builds(look, MOMENTS), max_size=12)
HELD = st.lists(
    st.builds(
        lambda start, lasts, late: HeldBack(
            from_at=start - LEAD, known_at=start + late, to_at=start + lasts if lasts else None
        ),
        MOMENTS,
        st.none() | LATER,
        LATER,
    ),
    max_size=3,
)
MANY = settings(max_examples=400)


def told(looks, as_at, **more):
    return for_family(looks, recipient=more.pop("recipient", HERSELF), as_at=as_at, **more)


@MANY
@given(LOOKS, MOMENTS, HELD)
def test_nothing_newer_than_ten_days_is_told(looks, as_at, held):
    days = [one.day for one in told(looks, as_at, held_back=held).lines]
    assert all((as_at.astimezone(LONDON).date() - day).days > DELAY_DAYS for day in days)


@MANY
@given(MOMENTS, st.timedeltas(timedelta(days=8), timedelta(days=13)))
def test_the_delay_is_ten_days_by_the_wall_and_by_the_hour(looked_at, later):
    if late_enough(looked_at, as_at=looked_at + later):
        assert later >= timedelta(days=10)
        wall = [one.astimezone(LONDON).replace(tzinfo=None) for one in (looked_at, looked_at + later)]
        assert wall[1] - wall[0] >= timedelta(days=10)
    else:
        assert later < timedelta(days=11, hours=1)


@pytest.mark.parametrize("night", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
def test_the_delay_holds_where_the_clocks_change(night):
    for hours in range(-12 * 24, 2 * 24):
        looked_at = night + timedelta(hours=hours, minutes=59)
        first = next(
            as_at
            for quarter in range(14 * 96)
            if late_enough(looked_at, as_at=(as_at := looked_at + timedelta(minutes=15 * quarter)))
        )
        assert timedelta(days=10) <= first - looked_at <= timedelta(days=11, hours=1, minutes=15)


@given(MOMENTS, st.timedeltas(timedelta(seconds=1), timedelta(days=900)))
def test_a_look_of_a_clock_that_ran_ahead_is_not_told(as_at, ahead):
    assert told([look(as_at + ahead)], as_at).lines == ()


@MANY
@given(LOOKS, MOMENTS, HELD)
def test_nothing_that_is_held_back_is_told_but_what_could_be_told_before(looks, as_at, held):
    lines = {one.day for one in told(looks, as_at, held_back=held).lines}
    for one in looks:
        hidden = any(
            part.known_at <= as_at
            and part.from_at <= one.looked_at
            and (part.to_at is None or one.looked_at < part.to_at)
            and one.looked_at > part.known_at - timedelta(days=DELAY_DAYS)
            for part in held
        )
        others = [other for other in looks if other is not one]
        if hidden and one.looked_at.astimezone(LONDON).date() not in {
            other.looked_at.astimezone(LONDON).date() for other in others
        }:
            assert one.looked_at.astimezone(LONDON).date() not in lines


@MANY
@given(LOOKS, MOMENTS, LATER, HELD)
def test_what_was_told_stays_told(looks, as_at, later, held):
    """A line that goes away would say that an enquiry began."""
    before = counts(told(looks, as_at, held_back=held))
    after = counts(told(looks, as_at + later, held_back=held))
    assert all(after.get(line, 0) >= number for line, number in before.items())


def counts(answer):
    return {(one.day, one.role, one.agency_type, one.purpose): one.looks for one in answer.lines}


@MANY
@given(LOOKS, MOMENTS, HELD, MOMENTS)
def test_a_release_only_adds(looks, as_at, held, until):
    without = counts(told(looks, as_at, held_back=held))
    released = counts(told(looks, as_at, held_back=held, released_until=until))
    assert all(released.get(line, 0) >= number for line, number in without.items())
    assert all(
        line[0] < until.astimezone(LONDON).date() + timedelta(days=1) for line in set(released) - set(without)
    )


@MANY
@given(LOOKS, MOMENTS, st.sampled_from(KINDS), HELD, MOMENTS)
def test_a_release_opens_no_hidden_address_to_a_parents_side(looks, as_at, kind, held, until):
    answer = told(
        looks,
        as_at,
        recipient=Recipient(name="A. Person", kind=kind),
        held_back=held,
        released_until=until,
        address_is_confidential=True,
    )
    assert isinstance(answer, WrittenRefusal) == (kind in ("parent", "advocate_of_parent"))


@given(st.sampled_from(KINDS), MOMENTS)
def test_of_a_sealed_child_nobody_is_told_anything(kind, as_at):
    assert isinstance(
        told([], as_at, recipient=Recipient(name="A. Person", kind=kind), tier="sealed"), WrittenRefusal
    )


def test_a_refusal_has_the_same_words_on_every_ground():
    at = datetime(2026, 11, 17, tzinfo=UTC)
    grounds = [{"address_is_confidential": True}, {"tier": "restricted"}, {"tier": "sealed"}]
    refusals = [told([], at, recipient=MOTHER, **one) for one in grounds]
    assert {one.words for one in refusals} == {REFUSED}
    assert len({one.ground for one in refusals}) == 3
    assert not {"address", "sealed", "enquiry", "police"} & set(REFUSED.lower().split())


def test_of_a_child_who_is_held_closely_only_what_was_released_is_told_to_the_childs_side():
    at = datetime(2026, 11, 17, tzinfo=UTC)
    looks = [look(at - timedelta(days=40)), look(at - timedelta(days=20))]
    assert told(looks, at, tier="restricted").lines == ()
    until = at - timedelta(days=30)
    assert len(told(looks, at, tier="restricted", released_until=until).lines) == 1


@given(st.text(min_size=1, max_size=80), MOMENTS)
def test_a_purpose_in_somebodys_own_words_is_never_repeated(purpose, at):
    (line,) = told([look(at - timedelta(days=30), purpose)], at).lines
    assert line.purpose in {GENERAL, *PLAIN.values()}


def test_looks_of_a_day_by_the_same_role_are_one_line_without_an_hour():
    at = datetime(2026, 11, 17, tzinfo=UTC)
    looks = [look(at - timedelta(days=30, minutes=one)) for one in range(3)]
    answer = told(looks, at)
    assert isinstance(answer, LooksForFamily) and [one.looks for one in answer.lines] == [3]
    assert set(vars(answer.lines[0])) == {"day", "role", "agency_type", "purpose", "looks"}


# ── from the entries to the times that are held back ──────────────────────────────────────────────────────────────


def entry(kind, day, *, written=None, **details):
    at = datetime(2026, 9, day, 12, tzinfo=UTC)
    return Known(
        entry=id_of(f"{kind}{day}"),
        kind=kind,
        said_by="childrens_social_care",
        said_by_area="tolland-bay",
        happened_from=at,
        happened_to=at,
        known_from=datetime(2026, 9, written or day, 12, tzinfo=UTC),
        details=details,
    )


def test_an_enquiry_is_held_back_from_before_it_began_until_it_ended():
    (one, two) = held_back(
        [
            entry("strategy_discussion", 5, outcome="section_47_joint"),
            entry("section_47_enquiry", 6, stage="started"),
            entry("section_47_enquiry", 20, stage="completed"),
        ]
    )
    assert one.from_at == datetime(2026, 8, 26, 12, tzinfo=UTC)
    assert {one.to_at, two.to_at} == {datetime(2026, 9, 20, 12, tzinfo=UTC)}


def test_an_enquiry_that_goes_on_is_held_back_to_this_day():
    (one,) = held_back([entry("section_47_enquiry", 6, stage="started")])
    assert one.to_at is None


def test_what_the_police_look_into_ends_with_the_police():
    said = [
        entry("police_investigation", 5, stage="started"),
        entry("section_47_enquiry", 20, stage="completed"),
    ]
    assert held_back(said)[0].to_at is None
    closed = held_back([*said, entry("police_investigation", 28, stage="closed")])
    assert closed[0].to_at == datetime(2026, 9, 28, 12, tzinfo=UTC)


def test_a_discussion_that_led_to_no_enquiry_holds_back_only_what_came_before_it():
    (one,) = held_back([entry("strategy_discussion", 5, outcome="no_section_47")])
    assert one.to_at == datetime(2026, 9, 5, 12, tzinfo=UTC)


def test_nothing_is_held_back_of_a_child_without_an_enquiry():
    assert held_back([entry("visit", 5), entry("referral_decision", 6)]) == ()
