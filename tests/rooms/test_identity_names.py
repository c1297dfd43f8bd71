"""Names fold to skeletons that their spellings share, and agree only as far as twins allow."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.identity.comparisons import FIRST_NAME, LAST_NAME, CompareBy
from kith.identity.names import Name, name_in_parts
from kith.identity.nicknames import called
from kith.identity.skeleton import skeleton, skeletons, sounds, tokens
from kith.identity.spellings import LINES
from kith.identity.traits import traits_of
from kith.identity.types import NewDescription


def level_of(comparison: CompareBy, one: str, other: str) -> str:
    """How two full names agree by one comparison, in the name of its level."""
    a, b = (
        traits_of(NewDescription(said_by="school", said_by_area="x", full_name=name)) for name in (one, other)
    )
    if comparison.missing.asked(a, b):
        return "missing"
    return next(level.name for level in comparison.levels if not level.test or level.test.asked(a, b))


def first_level(one: str, other: str) -> str:
    return level_of(FIRST_NAME, f"Rahman, {one}", f"Rahman, {other}")


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
     ("bill", "william"), ("alfie", "fred"), ("seun", "oluwaseun")],
)  # fmt: skip
def test_short_forms_and_spellings_without_a_common_skeleton_meet_by_a_list(one, other):
    assert called(one) & called(other)


@pytest.mark.parametrize(
    ("one", "other"), [("samuel", "samantha"), ("katherine", "leo"), ("christopher", "christina")]
)
def test_two_full_names_that_share_a_short_form_are_still_two(one, other):
    assert not called(one) & called(other)
    assert not sounds(one) & sounds(other)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("amira", "amira", "same"), ("kate", "katherine", "called"), ("muhammad", "mohammed", "spelt"),
        ("sara", "sarah", "spelt"), ("karim", "kareem", "spelt"), ("ali", "aly", "spelt"), ("hassan", "hasan", "spelt"),
        ("aisha", "ayesha", "called"), ("khaled", "khalid", "spelt"), ("oliver", "olivar", "spelt"),
        ("kathrin", "kate", "called"), ("jayden", "hayden", "slip"), ("karim", "karam", "slip"),
        ("amir", "amira", "part"), ("daniel", "daniela", "part"), ("noor", "nora", "bones"),
        ("hassan", "hussain", "bones"), ("muhammad", "mahmud", "bones"), ("mia", "maya", "bones"),
        ("adam", "a", "initial"), ("adam", "z", "differ"), ("adam", "adil", "differ"),
        ("emily", "amelia", "differ"), ("mehmet", "mahmud", "differ"),
    ],
)  # fmt: skip
def test_first_names_agree_only_as_far_as_is_safe_for_twins(one, other, how):
    assert first_level(one, other) == how
    assert first_level(other, one) == how


@pytest.mark.parametrize(
    ("full", "given", "last"),
    [
        ("Zoë May Smith-Jones", ("zoe", "may"), ("smithjones", "smith", "jones")),
        ("Rahman, Amira", ("amira",), ("rahman",)),
        ("De Silva Santos, Maria Inês", ("maria", "ines"), ("silvasantos", "silva", "santos")),
        ("Amira", ("amira",), ()),
        ("Baby of Leanne Carter", (), ("carter",)),
        ("Unknown boy", (), ()),
        ("Adam Al Hassan", ("adam",), ("hassan", "alhassan")),
        ("Alfred Ellington", ("alfred",), ("ellington",)),
        ("Barnes, N/A", (), ("barnes",)),
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
        ("Amira Rahman", "Amira Rahman", "same"),
        ("Jo Ann Cole", "Jo Cole", "same"),
        ("Ka-Yan Chan", "Kayan Chan", "also"),
        ("Anna Maria Nowak", "Annamaria Nowak", "also"),
        ("Zoë May Cole", "Zoe Anne Cole", "later_differ"),
        ("Amir Khan", "Mohammed Amir Khan", "same"),
        ("Mohammed Ali Khan", "Mohammed Umar Khan", "bones"),
        ("Mohammed Khan", "Mohammed Umar Khan", "bones"),
        ("Jack Oliver Cole", "Oliver Cole", "middle"),
        ("Amira Khan", "Khan Amira", "swapped"),
        ("Amira Khan", "Baby Khan", "missing"),
    ],
)
def test_later_first_names_count_too(one, other, how):
    assert level_of(FIRST_NAME, one, other) == how
    assert level_of(FIRST_NAME, other, one) == how


def test_a_shared_part_of_a_double_barrelled_name_is_enough():
    assert level_of(LAST_NAME, "A Smith-Jones", "A Jones") == "same"
    assert level_of(LAST_NAME, "A Smith-Jones", "A Smith") == "also"
    assert level_of(LAST_NAME, "A Smith-Jones", "A Brown") == "differ"
    assert level_of(LAST_NAME, "A Smith-Jones", "A") == "missing"


@given(st.lists(st.text("abehilmnorsuy", min_size=1, max_size=8), min_size=2, max_size=4))
def test_agreement_is_the_same_either_way_round(parts):
    for one, other in combinations(parts, 2):
        assert first_level(one, other) == first_level(other, one)


@pytest.mark.parametrize(
    "spellings",
    ["Abdi Cabdi", "Hassan Xasan Hasan", "Maxamed Mohammed", "Zhang Cheung", "Niamh Neve", "Caoimhe Keeva", "Eoghan Owen",
     "Volodymyr Vladimir", "Ayşe Aisha", "Wójcik Wojcik"],
)  # fmt: skip
def test_spellings_of_two_alphabets_or_tongues_are_spellings_of_one_name(spellings):
    first, *others = (tokens(name)[0] for name in spellings.split())
    assert all(sounds(first) & sounds(other) and skeleton(first) == skeleton(other) for other in others)


def test_each_spelling_is_folded_once_and_to_one_name():
    words = [word for line in LINES for word in line]
    assert len(set(words)) == len(words)
