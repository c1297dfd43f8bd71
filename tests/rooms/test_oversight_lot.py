"""The lot: twenty looks of a team, of few people, the same for the same seed, and everybody's turn comes."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.oversight.looking.lot import EACH_PERSON, EACH_TEAM, drawn
from tests.rooms.oversight_world import TEN, look, minutes

KEY = b"a key for tests"


def looks_of(*numbers):
    return [
        look(f"w{who}", TEN + minutes(one), of=f"c{who}-{one}")
        for who, number in enumerate(numbers)
        for one in range(number)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=8), st.randoms())
def test_twenty_are_drawn_or_all_and_the_order_given_changes_nothing(numbers, chance):
    looks = looks_of(*numbers)
    shuffled = looks.copy()
    chance.shuffle(shuffled)
    found = drawn(looks, key=KEY, words="a week")
    assert found == drawn(shuffled, key=KEY, words="a week")
    assert len(found) == len(set(found)) == min(EACH_TEAM, len(looks))


def test_no_more_than_ten_are_of_one_person_where_others_have_enough():
    found = Counter(one.practitioner for one in drawn(looks_of(30, 30, 30), key=KEY, words="a week"))
    assert max(found.values()) == EACH_PERSON and len(found) == 2
    assert len(drawn(looks_of(30), key=KEY, words="a week")) == EACH_TEAM


def test_another_key_or_another_week_draws_others():
    looks = looks_of(*[30] * 10)
    same = drawn(looks, key=KEY, words="a week")
    assert same != drawn(looks, key=b"another", words="a week")
    assert same != drawn(looks, key=KEY, words="another week")


def test_every_look_has_its_turn_and_none_comes_far_more_often():
    looks = looks_of(*[20] * 10)
    turns = Counter(one.id for week in range(800) for one in drawn(looks, key=KEY, words=f"{week}"))
    assert len(turns) == 200
    assert min(turns.values()) > 40 and max(turns.values()) < 130
