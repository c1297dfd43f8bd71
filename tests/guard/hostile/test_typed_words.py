"""Hostile words and bytes in every field of every form, and in every text of the JSON door: kept whole, or refused and given back."""

import unicodedata
from collections import Counter
from uuid import UUID

import pytest
from django.test import Client

from kith.chronology import queries as chronology
from kith.web.reading.typed import NOT_TEXT
from tests.api.conftest import System, item, person
from tests.guard.counting import write_counts
from tests.guard.hostile import forms, payloads
from tests.guard.hostile.judged import made_of, without_blanks
from tests.guard.hostile.world import token
from tests.guard.standing_still import taken_back

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:No directory at")]
PLAIN = "plain words here"
GIVEN_BACK_NEVER = {"password", "code", "again_password", "again_code", "let_in_code"}
A_LOT = "W" * 120_000


@pytest.fixture(scope="module")
def typed_forms(every_form):
    return [form for form in every_form if form.typed]


@pytest.fixture(scope="module")
def plainly(made, typed_forms):
    """What is answered where the words are plain ones."""
    return {form: answered(made, form, PLAIN) for form in typed_forms}


def answered(made, form, words):
    answer = forms.send(made, form, form.filled(words))
    page = answer.headers.get("Content-Type", "").startswith("text/html")
    return answer, made_of(answer, answer.content) if page else None


def lost(form, answer, words):
    """Fields whose words do not stand on the page that asks to mend them."""
    if answer.status_code != 422:
        return []
    wanted = without_blanks(unicodedata.normalize("NFC", NOT_TEXT.sub("", words)))
    held = forms.standing_in(answer)
    return [
        name
        for name in form.typed
        if name not in GIVEN_BACK_NEVER and wanted not in {without_blanks(one) for one in held.get(name, ())}
    ]


def wrong_with(made, form, words, plain):
    answer, now = answered(made, form, words)
    wrong = [f"lost what was typed in {name}" for name in lost(form, answer, words)]
    if answer.status_code >= 500:
        wrong.append(f"a fault of ours, {answer.status_code}")
    before, was = plain
    if now and was and answer.status_code == before.status_code:
        wrong += [
            f"an element more: {' '.join(one)[:90]}"
            for one in now.elements - was.elements
            if _is_new(one, was)
        ]
        wrong += [
            f"an address more: {one[:90]!r}" for one in now.addresses - was.addresses if words[:8] in one
        ]
    return [f"{form}, {words[:40]!r}: {one}" for one in wrong]


def _is_new(element, was):
    """Another sort of element: a problem more, or a search that found more, is a line more of sorts that every page has."""
    tag, *attributes = element
    has_power = any(one.startswith("on") or one in {"style", "srcdoc"} for one in attributes)
    return element not in was.elements and (has_power or tag not in HARMLESS)


HARMLESS = {"li", "ol", "ul", "a", "p", "span", "input", "textarea", "div"}


def tried(made, plainly, kinds, name):
    """``kinds`` are what each form is sent, by its place among the forms."""
    wrong, counts = [], Counter(forms=len(plainly))
    for number, (form, plain) in enumerate(plainly.items()):
        for kind in kinds(number):
            wrong += wrong_with(made, form, payloads.KINDS[kind], plain)
            counts.update(sendings=1, fields=len(form.typed))
    write_counts(name, {**counts, "wrong": len(wrong)})
    return wrong


def test_the_forms_of_every_task_are_found(typed_forms):
    tasks = {form.action.strip("/").split("/")[0] for form in typed_forms}
    assert tasks >= {
        "concern",
        "children",
        "decisions",
        "prompts",
        "same-child",
        "looks",
        "desk",
        "held",
        "sign-in",
    }
    assert len(typed_forms) >= 25


def test_hostile_words_in_every_field_are_kept_or_given_back(made, plainly):
    every = sorted(payloads.KINDS)
    wrong = tried(
        made, plainly, lambda number: [every[number * 7 % len(every)]], "hostile words typed, a sample"
    )
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:60])


@pytest.mark.slow(whole=True)
def test_all_hostile_words_in_every_field_are_kept_or_given_back(made, plainly):
    wrong = tried(made, plainly, lambda number: sorted(payloads.KINDS), "hostile words typed, whole")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:200])


OTHERS = [
    pytest.param(kind, marks=pytest.mark.slow) for kind in sorted(payloads.NOT_WORDS) if kind != "a zero byte"
]


@pytest.mark.parametrize("kind", ["a zero byte", *OTHERS])
def test_bytes_that_are_no_words_are_never_a_fault_of_ours(made, typed_forms, kind):
    for form in typed_forms:
        for also_chosen in (False, True):
            answer = forms.send_bytes(made, form, payloads.NOT_WORDS[kind], also_chosen=also_chosen)
            assert answer.status_code < 500, f"{form}: {answer.status_code}"


def test_more_words_than_can_be_kept_are_given_back_and_never_cut(made, typed_forms):
    for form in typed_forms:
        answer = forms.send(made, form, form.filled(A_LOT))
        assert answer.status_code < 500, form
        assert not lost(form, answer, A_LOT), form
        if answer.status_code == 302:
            assert form.action.split("/")[1] in KEEPS_IT_ALL, f"{form} goes on, and where are the words?"


KEEPS_IT_ALL = {"same-child", "decisions", "desk", "children", "letters", "contacts"}
"""Reasons of a question of who is who, of a letter that is set aside, positions and views have no end; a call that told of nothing takes no reason at all."""


def test_words_too_long_for_a_draft_are_not_left_behind_by_save_and_finish_later(made, typed_forms):
    for form in typed_forms:
        if ("then", "later") in form.chosen:
            answer = forms.send(made, form, form.filled(A_LOT))
            assert answer.status_code == 422, form
            assert not lost(form, answer, A_LOT), form


def test_what_an_agencys_system_sends_is_kept_to_the_letter(made):
    school = System(area=made.area, agency="school", post="", issued=token(made), client=Client())
    kept = 0
    for number, (kind, words) in enumerate(payloads.KINDS.items()):
        with taken_back():
            sent = item(text=words, childs_words=words, people=[person(full_name=words[:300])])
            answer = school.send(sent, key=f"hostile-{number}")
            assert answer.status_code == 201, (kind, answer.content)
            assert words[:12] not in answer.content.decode() or len(words) < 3
            entry = chronology.entry(UUID(answer.json()["entries"][0]["id"]))
            ours = unicodedata.normalize("NFC", words.replace("\r\n", "\n"))
            assert (entry.text, entry.childs_words) == (ours, ours), kind
            kept += 1
    assert kept == len(payloads.KINDS)
