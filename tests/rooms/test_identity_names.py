"""Names fold to skeletons that their spellings share, and agree only as far as twins allow."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.identity.names import (
    Agreement,
    Name,
    agreement_of,
    first_names,
    last_names,
    may_be_called,
    name_in_parts,
)
from kith.identity.skeleton import skeleton, skeletons, tokens

SAME, CALLED, ALIKE, UNSURE = Agreement.SAME, Agreement.CALLED, Agreement.ALIKE, Agreement.UNSURE
DIFFERENT, MISSING = Agreement.DIFFERENT, Agreement.MISSING


@pytest.mark.parametrize(
    "spellings",
    [
        "Muhammad Mohammed Mohamad Muhammed Mohamed",
        "Hussain Hossain Hussein Husayn",
        "Choudhury Chowdhury Chaudhry Choudhary",
        "Kowalski Kowalska Kowalsky",
        "Ivanov Ivanova Ivanoff",
        "Aisha Ayesha Aysha",
        "Catherine Katherine Kathryn",
        "Philip Phillip Filip",
        "Michael Micheal Mikhail",
        "MacDonald McDonald Macdonald",
        "Sarah Sara",
        "Nicola Nichola Nikola",
        "Khadija Kadija",
        "Yusuf Yousuf Yousef Youssef",
        "Владимир Vladimir",
        "محمد Mohammed",
        "Zoë Zoe",
    ],
)
def test_the_usual_spellings_of_a_name_share_a_skeleton(spellings):
    assert len({skeletons(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "spellings",
    ["Al-Hassan|El-Hassan|Al Hassan|AL HASSAN", "O'Brien|O Brien|OBrien|O’Brien", "Mac Donald|McDonald"],
)
def test_what_is_written_apart_or_together_is_one_part(spellings):
    assert len({skeletons(name) for name in spellings.split("|")}) == 1


@pytest.mark.parametrize("pair", [("adam", "adil"), ("emily", "amelia"), ("omar", "amir"), ("jack", "john")])
def test_other_names_have_other_skeletons(pair):
    assert skeleton(pair[0]) != skeleton(pair[1])


@given(st.text(max_size=30))
def test_any_text_at_all_has_tokens_of_small_letters_each_with_a_skeleton(text):
    for token in tokens(text):
        assert token.isascii() and token.islower() and token.isalpha()
        assert skeleton(token) or token == "h"
        assert skeleton(token) == skeleton(token)


@pytest.mark.parametrize(
    ("one", "other"),
    [("kate", "katherine"), ("cathy", "katherine"), ("sam", "samantha"), ("mohd", "mohamad"), ("mehmet", "muhammad"),
     ("abdi", "cabdi"), ("bill", "william"), ("cheung", "zhang"), ("alfie", "fred")],
)  # fmt: skip
def test_short_forms_and_spellings_without_a_common_skeleton_meet_by_a_list(one, other):
    assert may_be_called(one, other)
    assert may_be_called(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("samuel", "samantha"), ("katherine", "leo"), ("christopher", "christina")]
)
def test_two_full_names_that_share_a_short_form_are_still_two(one, other):
    assert not may_be_called(one, other)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("amira", "amira", SAME), ("kate", "katherine", CALLED), ("muhammad", "mohammed", ALIKE), ("sara", "sarah", ALIKE),
        ("karim", "kareem", ALIKE), ("ali", "aly", ALIKE), ("hassan", "hasan", ALIKE), ("aisha", "ayesha", CALLED), ("mia", "maya", UNSURE),
        ("hassan", "hussain", UNSURE), ("amir", "amira", UNSURE), ("muhammad", "mahmud", UNSURE), ("mehmet", "mahmud", DIFFERENT), ("kathrin", "kate", CALLED), ("karim", "karam", UNSURE),
        ("daniel", "daniela", UNSURE), ("ali", "alia", UNSURE), ("adam", "a", UNSURE), ("noor", "nora", UNSURE),
        ("oliver", "olivar", ALIKE), ("jayden", "hayden", UNSURE), ("adam", "adil", DIFFERENT), ("john", "jane", DIFFERENT),
        ("emily", "amelia", DIFFERENT), ("adam", "z", DIFFERENT), ("adam", "", MISSING),
    ],
)  # fmt: skip
def test_first_names_agree_only_as_far_as_is_safe_for_twins(one, other, how):
    assert agreement_of(one, other) is how
    assert agreement_of(other, one) is how


@pytest.mark.parametrize(
    ("full", "given", "last"),
    [
        ("Zoë May Smith-Jones", ("zoe", "may"), ("smith", "jones")),
        ("Rahman, Amira", ("rahman",), ("amira",)),
        ("Amira", ("amira",), ()),
        ("Baby of Leanne Carter", (), ("carter",)),
        ("Unknown boy", (), ()),
        ("Adam Al Hassan", ("adam",), ("alhassan",)),
        ("Mary O'Brien", ("mary",), ("obrien",)),
        ("Jan van der Berg", ("jan",), ("berg",)),
        ("Mr James Carter", ("james",), ("carter",)),
        ("张 伟", ("zhang",), ("wei",)),
        ("", (), ()),
    ],
)
def test_a_full_name_is_read_in_parts(full, given, last):
    assert name_in_parts(full) == Name(given, last)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Amira Rahman", "Amira Rahman", SAME),
        ("Jo Ann Cole", "Jo Cole", SAME),
        ("Amir Khan", "Mohammed Amir Khan", CALLED),
        ("Mohammed Ali Khan", "Mohammed Umar Khan", UNSURE),
        ("Mohammed Khan", "Mohammed Umar Khan", UNSURE),
        ("Amira Khan", "Khan-Smith", DIFFERENT),
        ("Amira Khan", "Baby Khan", MISSING),
    ],
)
def test_later_first_names_count_too(one, other, how):
    assert first_names(name_in_parts(one), name_in_parts(other)) is how
    assert first_names(name_in_parts(other), name_in_parts(one)) is how


def test_a_shared_part_of_a_double_barrelled_name_is_enough():
    smith, jones, brown = (name_in_parts(f"A {last}") for last in ("Smith-Jones", "Jones", "Brown"))
    assert last_names(smith, jones) is SAME
    assert last_names(smith, brown) is DIFFERENT
    assert last_names(smith, name_in_parts("A")) is MISSING


@given(st.lists(st.text("abehilmnorsuy", min_size=1, max_size=8), min_size=2, max_size=4))
def test_agreement_is_the_same_either_way_round(parts):
    for one, other in combinations(parts, 2):
        assert agreement_of(one, other) is agreement_of(other, one)
