"""The judge of pages is itself shown faults, each of which it must find."""

from types import SimpleNamespace

import pytest

from tests.guard.hostile.judged import made_of, wrong_beside

PAGE = '<main><h1>{}</h1><p title="{}">Zq001a{}Zq001z</p><a href="/children/{}">x</a></main>'
WORDS = "<b onclick=x>'\"&"
SAFE = "&lt;b onclick=x&gt;&#39;&#34;&amp;"


def read(page, kind="text/html; charset=utf-8"):
    return made_of(SimpleNamespace(headers={"Content-Type": kind}), page.encode())


def wrong(page, words=WORDS, status=200):
    plain = read(PAGE.format("Robin", "Robin", "plain", "1"))
    return wrong_beside(plain, read(page), {1: words}, status)


def test_words_that_stay_words_are_right():
    assert wrong(PAGE.format("Robin", "Robin", SAFE, "1")) == []


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (PAGE.format("Robin", "Robin", WORDS, "1"), "an element more: b onclick"),
        (PAGE.format("Robin", '" onmouseover="x', SAFE, "1"), "an element more: p onmouseover title"),
        (
            PAGE.format("Robin", "Robin", SAFE, '1"><script src=//x></script><a href="'),
            "an element more: script src",
        ),
        (PAGE.format("Robin", "Robin", SAFE, "1").replace("/children/1", "javascript:x"), "leads to words"),
        (PAGE.format("Robin", "Robin", SAFE, "1").replace("/children/1", "//x.example"), "an address more"),
        (PAGE.format("Robin", "Robin", "&amp;lt;b onclick=x&gt;&#39;&#34;&amp;", "1"), "column 1 says"),
        (PAGE.format("Robin", "Robin", "", "1"), "column 1 says"),
        (PAGE.format("Robin", "Robin", SAFE, "1").replace("Zq001a", ""), "column 1 is not there"),
    ],
)
def test_a_planted_fault_is_found(page, says):
    found = wrong(page)
    assert any(says in one for one in found), found


def test_a_fault_of_ours_is_found():
    assert "a fault of ours, 500" in wrong(PAGE.format("Robin", "Robin", SAFE, "1"), status=500)


def test_a_string_that_ends_early_in_a_style_sheet_is_found():
    plain = read('@page { @top-left { content: "R.O."; } }', "text/css")
    ended = read('@page { @top-left { content: "R" } body { display: none } /*"; } }', "text/css")
    escaped = read('@page { @top-left { content: "\\22  \\7d  body"; } }', "text/css")
    assert wrong_beside(plain, ended, {}, 200) and wrong_beside(plain, escaped, {}, 200) == []


def test_json_with_another_leaf_is_found():
    plain = read('{"errors": [{"field": "a"}]}', "application/json")
    assert wrong_beside(plain, read('{"errors": [{"field": "a", "x": 1}]}', "application/json"), {}, 200)
