"""Words that give a referrer away are quoted for a person to look at."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.people.tells_who_it_is import tells_who_it_is


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("I am her aunt and I hear her cry.", "I am her aunt"),
        ("I’m Tam’s gran.", "I’m Tam’s gran"),
        ("as his step-father I worry", "as his step-father"),
        ("I am the child's childminder.", "I am the child's childminder"),
        ("My niece had a mark on her arm.", "My niece"),
        ("Please look after my little brother", "my little brother"),
        ("They are my tenants.", "my tenants"),
        ("We live next door and hear it.", "next door"),
        ("I live at number 4, opposite.", "I live at number 4"),
        ("I could see it from my kitchen", "from my kitchen"),
        ("You hear it through the wall at night", "through the wall"),
        ("The flat above us is never quiet", "above us"),
        ("Only I saw it happen", "Only I saw"),
        ("She told me in confidence", "She told me in confidence"),
        ("Please don't tell them it was me", "don't tell them it was me"),
        ("They will know it was me.", "They will know it was me"),
        ("Write to zeb@made-up.example", "zeb@made-up.example"),
        ("Ring 07700 900 321 after ten", "07700 900 321"),
        ("Ring +44 1632 960123", "+44 1632 960123"),
    ],
)
def test_words_that_tell_are_quoted(words, quote):
    found = tells_who_it_is(words=words)
    assert [one.quote for one in found if quote in one.quote or one.quote in quote], found
    assert all(words[one.begin : one.end].strip() == one.quote and one.why for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "The boy had a bruise on his left arm at school on Tuesday.",
        "Her mother shouts at her. The aunt came on Sunday.",
        "She has not eaten since yesterday, and the door was open.",
        "The baby is two months old. Ring 999 if it gets worse.",
        "He is 7 years old and was born on 02/05/2019.",
        "",
    ],
)
def test_words_about_the_child_are_left_alone(words):
    assert tells_who_it_is(words=words) == ()


def test_a_name_or_number_of_their_own_is_found_however_it_is_written():
    words = "Zoe said so. ZOË'S car stood there; call 900-321 or (07700) 90 03 21. O’Neill."
    found = tells_who_it_is(words=words, name="Zoë O'Neill", telephone="+44 7700 900321")
    assert [(one.quote, one.why) for one in found if "of theirs" in one.why and "name" in one.why] == [
        ("Zoe", "is a name of theirs"), ("ZOË'S", "is a name of theirs"), ("O’Neill", "is a name of theirs")
    ]  # fmt: skip
    assert sum("number" in one.why for one in found) == 2


def test_a_short_part_of_a_name_is_not_looked_for():
    assert tells_who_it_is(words="Jo went to Al and Bo.", name="Al Bo") == ()


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=15))
def test_it_answers_in_order_and_never_raises(words, name, telephone):
    found = tells_who_it_is(words=words, name=name, telephone=telephone)
    assert all(one.end <= other.begin for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["I am her ", "0 ", "from my ", "don't tell ", "a@", "+44 (", "I live at "])
def test_long_repeated_words_take_no_time(piece):
    begun = time.perf_counter()
    tells_who_it_is(words=piece * 5_000, name="A. Name", telephone="07700 900321")
    assert time.perf_counter() - begun < 2
