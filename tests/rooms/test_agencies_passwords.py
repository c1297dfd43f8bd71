"""What may be a password: long enough, not what is tried first, not what everybody knows of its person; and nothing else is asked."""

import pytest

from kith.agencies import models
from kith.agencies.passwords import LONGEST, SHORTEST, check_new_password
from kith.kernel.errors import BadInput
from tests.support.world import tolland_bay

pytestmark = pytest.mark.django_db
GOOD = "heron ladder quiet turnip"


@pytest.fixture
def dana(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    tolland_bay()
    return models.SignIn.objects.get(email="dana.ferris@tolland-bay.example")


def refusal(password, sign_in) -> str:
    with pytest.raises(BadInput) as refused:
        check_new_password(password, sign_in=sign_in)
    assert refused.value.field == "new_password"
    return refused.value.problem


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "a long walk by the harbour",
        "ヘロンとはしごと静かなカブと雨の朝",
        "correct horse battery staple 🐎",
        "  blanks at both ends stay  ",
        "hfkqmzxwvutbrjd",
        "x7" + "Quiet turnip ladder heron " * 8,
    ],
)
def test_any_signs_will_do_and_none_is_asked_for(dana, password):
    check_new_password(password, sign_in=dana)


def test_fourteen_characters_are_too_few_and_fifteen_are_not(dana):
    assert f"at least {SHORTEST}" in refusal("hfkqmzxwvutbrj", dana)
    check_new_password("hfkqmzxwvutbrjd", sign_in=dana)


def test_more_than_anybody_types_is_too_long_and_is_not_cut(dana):
    assert f"at most {LONGEST}" in refusal("heron ladder quiet turnip " * 20, dana)


def test_nothing_typed_says_so(dana):
    assert "Type the password" in refusal("", dana)


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password!2026!!!!",
        "111111111111111111",
        "abcabcabcabcabcabc",
        "1234567890123456",
        "qwertyuiopasdfghjkl",
        "letmeinletmeinletmein",
    ],
)
def test_what_is_tried_first_is_refused(dana, password):
    assert refusal(password, dana)


@pytest.mark.parametrize(
    "password",
    [
        "Dana.Ferris.2026.Dana",
        "dana.ferris@tolland-bay.example",
        "TollandBayChildrensServices1",
        "tolland bay mash tolland",
        "Dänä-Férris-Tolland-99",
        "kithkithkithkith2026!",
    ],
)
def test_what_everybody_knows_of_her_is_refused(dana, password):
    assert "your name, your e-mail, your agency" in refusal(password, dana)


def test_a_word_of_her_own_among_others_is_no_harm(dana):
    check_new_password("ferris wheel over quiet turnips", sign_in=dana)


def test_another_persons_name_is_not_held_against_her(dana):
    check_new_password("bukola stannard bukola", sign_in=dana)


def test_the_one_she_has_is_not_a_new_one(dana):
    dana.set_password(GOOD)
    assert "the password you have" in refusal(GOOD, dana)
