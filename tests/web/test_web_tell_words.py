"""The words of the public door: every language says everything, English is read at nine, and nothing is read from right to left by chance."""

import re

import pytest
from django.test import Client

from kith.web.tell import languages
from kith.web.tell.languages import every_language, words_in
from kith.web.tell.pace import PACE
from kith.web.tell.questions import FIELDS, STEPS
from tests.web.forms import bay, page, said
from tests.web.readability import grade, syllables
from tests.web.telling import TOLD, go_on, heading, send, to_the_end

ENGLISH = words_in("en").catalogue
EASY = 4.5
"""The grade that nothing on these pages may pass, all words together."""
EASY_LINE = 5.0
"""A single sentence is measured too: one long word weighs much in it."""
_NAMES = re.compile(r"\{\w+\}|Childline|JPEG|Kith")
_PLACEHOLDERS = re.compile(r"\{(\w+)\}")


def lines() -> dict[str, str]:
    """Every sentence that a reader of English meets, by its key."""
    apart = ("language", "direction", "clock")
    return {
        key: _NAMES.sub("today", words)
        for key, words in ENGLISH.items()
        if isinstance(words, str) and key not in apart
    }


def test_all_words_together_are_read_at_nine():
    text = "\n".join(lines().values())
    assert grade(text) <= EASY


@pytest.mark.parametrize("door", ["me_", "again_", "sent_", "contact_", "promise_", "photographs_"])
def test_each_page_alone_is_read_at_nine(door):
    assert grade("\n".join(words for key, words in lines().items() if key.startswith(door))) <= EASY


def test_no_single_sentence_is_hard():
    hard = {
        key: round(grade(words), 1)
        for key, words in lines().items()
        if len(words.split()) > 5 and grade(words) > EASY_LINE
    }
    assert not hard


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("The cat sat on the mat. It was hot.", -3, 1.5),
        (
            "Safeguarding practitioners are required to disseminate proportionate information to statutory partners.",
            18,
            40,
        ),
    ],
)
def test_the_measure_tells_easy_words_from_hard_ones(words, low, high):
    assert low <= grade(words) <= high


@pytest.mark.parametrize(
    ("word", "count"), [("cat", 1), ("happy", 2), ("name", 1), ("family", 3), ("worried", 2), ("little", 2)]
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("code", ["cy", "ar"])
def test_every_key_stands_in_every_language_with_the_same_gaps(code):
    other = every_language()[code].catalogue
    assert set(other) == set(ENGLISH)
    assert all(type(other[key]) is type(words) for key, words in ENGLISH.items())
    gaps = {
        key: set(_PLACEHOLDERS.findall(words)) for key, words in ENGLISH.items() if isinstance(words, str)
    }
    assert gaps == {key: set(_PLACEHOLDERS.findall(other[key])) for key in gaps}
    assert len(other["days"]) == 7
    same = [
        key
        for key, words in ENGLISH.items()
        if words == other[key] and key not in ("direction", "clock", "on_day")
    ]
    assert not same


def test_every_word_that_the_pages_ask_for_is_there():
    asked = [key for one in FIELDS for key in (one.words, one.hint, *(key for _, key in one.choices)) if key]
    assert set(asked) | {f"{step}_title" for step in STEPS} <= set(ENGLISH)


def test_each_catalogue_that_is_not_english_says_who_must_check_it():
    for code in ("cy", "ar"):
        head = (languages._FOLDER / f"{code}.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert head.startswith("#") and "to be checked by a speaker" in head


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "direction", "thanks"),
    [("cy", "ltr", "Diolch. Mae gennym ni."), ("ar", "rtl", "شكرًا. وصلنا ما كتبت.")],
)
def test_a_language_is_chosen_by_a_link_and_carried_to_the_end_without_a_cookie(code, direction, thanks):
    PACE.forget()
    bay()
    nobody = Client()
    answer = to_the_end(nobody, *TOLD, language=code)
    html = page(answer).all("html")[0].attributes
    assert (html["lang"], html["dir"]) == (code, direction)
    assert not re.search(r"(?<!\w)(Go on|Back|Change|Send|Question)(?!\w)", said(answer))
    answer = send(nobody, answer)
    assert heading(answer) == thanks and not nobody.cookies


@pytest.mark.django_db
def test_changing_the_language_in_the_middle_keeps_the_page_and_its_words():
    bay()
    nobody = Client()
    answer = go_on(nobody, nobody.get("/tell/"), TOLD[0])
    answer = go_on(nobody, answer, {"child_name": "Casper", "to_language": "cy"})
    assert heading(answer) == "Pa blentyn yw e?" and 'value="Casper"' in answer.content.decode()
    assert heading(go_on(nobody, answer, {})) == "Beth welsoch chi neu glywsoch chi?"
