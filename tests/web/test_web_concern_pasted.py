"""A concern that was written in another system: pasted whole, filled in where it says so plainly, checked, and never guessed."""

from datetime import datetime

import pytest

from kith.chronology import queries as chronology
from kith.kernel.clock import LONDON
from kith.web import drafts
from kith.web.concern.pasting import filled, read_paste
from tests.web.concern_forms import (
    CHILD,
    SEEN,
    URGENT,
    WHERE,
    begin,
    child_known_to,
    entries_of,
    go_through,
)
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

AT = datetime(2026, 11, 11, 14, 43, tzinfo=LONDON)
FROM_A_SCHOOL = """Incident report
Student: Casper Lyle\tDOB: 02/09/2022
Year: Nursery    UPN: none
NHS No: 999 000 0018
Date of incident: 11/11/2025 13:30
Ref: CP-20417
Mother: Keren Lyle
Father: Dean Lyle
Home phone: 01632 960 555
Address: 4 Quarry Rise, TB1 4QR

Came in from PE and showed me a round burn on the back of his hand: “Daddy’s light bit me.”
"""
pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
real = pytest.mark.django_db


@pytest.fixture
def area():
    return bay()


def read(text: str, before: dict[str, str] | None = None, *, is_known: bool = False):
    return read_paste(text=text, before=before or {}, is_known=is_known, at=AT)


def test_what_stands_under_a_label_is_filled_in_and_the_whole_text_stays():
    answers = read(FROM_A_SCHOOL).answers
    assert answers["child_name"] == "Casper Lyle"
    assert [answers[name] for name in ("born", "born_month", "born_year")] == ["2", "9", "2022"]
    assert [answers[name] for name in ("happened", "happened_month", "happened_year")] == ["11", "11", "2025"]
    assert answers["own_reference"] == "CP-20417"
    assert answers["parents"] == "Keren Lyle, Dean Lyle"
    assert answers["phone"] == "01632 960 555"
    assert answers["lives_or_learns"] == "4 Quarry Rise, TB1 4QR"
    assert answers["pasted"] == answers["seen_or_heard"] == FROM_A_SCHOOL


@pytest.mark.parametrize(("typed", "day"), [
    ("02/09/2022", "2 9 2022"), ("2.9.22", "2 9 2022"), ("2022-09-02", "2 9 2022"), ("2nd September 2022", "2 9 2022"),
    ("2 Sep 2022", "2 9 2022"), ("31/02/2022", ""), ("13/13/2022", ""), ("about four", ""), ("02/09/2030", ""),
])  # fmt: skip
def test_a_date_is_read_as_england_writes_it_or_not_at_all(typed, day):
    answers = read(f"Date of birth: {typed}").answers
    assert " ".join(answers.get(name, "") for name in ("born", "born_month", "born_year")).strip() == day


def test_two_different_answers_under_one_label_fill_nothing_and_are_named():
    found = read("Child: Casper Lyle\nDOB: 02/09/2022\nDOB: 09/02/2022")
    assert "born" not in found.answers and found.conflicts == ("born",)
    assert read("DOB: 02/09/2022\nDate of birth: 2 Sep 2022").answers["born"] == "2"


def test_a_number_that_is_no_nhs_number_is_not_filled_in():
    assert "nhs_number" not in read("NHS number: 999 123 4567").answers


@pytest.mark.parametrize("text", [
    "He told me that his name was up on the wall.", "", "::::\n= =\n:", "Name:\nDOB:", "x" * 19_000,
    "Name: " + "a" * 500, "\u202eName: desrever", "<script>Name: x</script>", "a: " * 6_000,
])  # fmt: skip
def test_words_without_a_plain_label_fill_nothing_and_all_stay(text):
    found = read(text)
    assert found.answers["seen_or_heard"] == text
    assert "born" not in found.answers and not found.conflicts


def test_nothing_that_was_typed_is_overwritten_and_pasted_words_are_added_below_what_was_told():
    before = {"child_name": "Kasper", "seen_or_heard": "A burn.", "born_year": "2021"}
    answers = read(FROM_A_SCHOOL, before).answers
    assert "child_name" not in answers and "born" not in answers
    assert answers["seen_or_heard"] == f"A burn.\n\n{FROM_A_SCHOOL}"


def test_an_answer_that_was_changed_afterwards_is_no_longer_said_to_be_pasted():
    answers = dict(read(FROM_A_SCHOOL).answers)
    assert {"child_name", "born", "phone"} <= filled(answers)
    assert "child_name" not in filled({**answers, "child_name": "Kasper Lyle"})


@real
def test_a_paste_is_marked_on_each_page_checked_and_sent_with_every_word(area):
    client = signed_in("joy-okafor")
    href = begin(client)
    answer = client.post(href, {"pasted": FROM_A_SCHOOL, "then": "paste"}, follow=True)
    told = said(answer)
    assert "Filled in from what you pasted: date of birth, home or school" in told
    assert "The whole text stands under “What was seen or heard?”" in told
    child = client.post(href, {**WHERE, "pasted": FROM_A_SCHOOL}).url
    marked = client.get(child)
    assert value(marked, "child_name") == "Casper Lyle" and value(marked, "born_year") == "2022"
    assert said(marked).count("From what you pasted: check it.") >= 4
    answers = {name: value(marked, name) for name in ("child_name", "born", "born_month", "born_year", "parents", "phone",
                                                      "nhs_number", "lives_or_learns")}  # fmt: skip
    seen = client.post(child, answers).url
    told = {"seen_or_heard": FROM_A_SCHOOL, "who_said": "self", "happened": "11", "happened_month": "11",
            "happened_year": "2025", "own_reference": "CP-20417"}  # fmt: skip
    check = client.post(client.post(seen, told).url, URGENT).url
    sent = client.post(check)
    assert sent.status_code == 302, problems(sent)
    contact = entries_of(sent.url)[""]
    assert "Daddy’s light bit me." in contact.text and "Sender’s own reference: CP-20417" in contact.text
    assert "The family’s telephone: 01632 960 555" in contact.text
    letter = chronology.envelope(id=contact.envelope).body.decode()
    assert "Student: Casper Lyle" in letter


@real
def test_pasting_about_another_child_than_the_one_who_was_opened_is_said(area):
    child = child_known_to("joy-okafor", name="Amira Haddad")
    client = signed_in("joy-okafor")
    answer = client.post(begin(client, child), {"pasted": FROM_A_SCHOOL, "then": "paste"}, follow=True)
    assert "Stop: what you pasted seems to be about another child than Amira Haddad." in said(answer)
    (draft,) = drafts.drafts_of(by=worker("joy-okafor"))
    assert "child_name" not in draft.answers and "born" not in draft.answers


@real
def test_a_paste_too_long_to_keep_is_given_back_whole(area):
    client = signed_in("joy-okafor")
    answer = client.post(begin(client), {"pasted": "burn " * 5_000, "then": "paste"})
    ((field, words),) = problems(answer)[:1]
    assert (answer.status_code, field) == (422, "pasted") and "at most 20,000 can be kept" in words
    assert value(answer, "pasted") == ("burn " * 5_000).strip()


@real
def test_an_empty_paste_is_the_same_page_again(area):
    client = signed_in("joy-okafor")
    answer = client.post(begin(client), {"pasted": "", "then": "paste"}, follow=True)
    assert answer.status_code == 200 and "Where is the child now?" in said(answer)
    assert not page(answer).classed("said")


# Words that nobody refuses, and a name that stands in them


@real
@pytest.mark.parametrize("words", [
    "You useless ******, you people never do anything. He hits him with a belt. F*** you all.",
    "Dziecko ma siniaki na plecach i boi się wracać do domu.",
    "بچے کے بازو پر نشان ہیں اور وہ گھر جانے سے ڈرتا ہے۔",
    "Mae gan y plentyn gleisiau ar ei gefn.",
])  # fmt: skip
def test_abuse_and_any_language_are_kept_word_for_word_and_refused_by_nobody(area, words):
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, {**SEEN, "seen_or_heard": words}, URGENT)
    shown = page(client.get(check)).classed("checked__words")
    assert any(one.text == words and one.attributes["dir"] == "auto" for one in shown)
    sent = client.post(check)
    assert sent.status_code == 302
    assert words in entries_of(sent.url)[""].text


@real
@pytest.mark.parametrize(("words", "named"), [
    ("Joy Okafor saw a burn on his hand.", True),
    ("He ran to mrs okafor and cried.", True),
    ("He jumped for joy at the gate.", False),
    ("Okaforia is the name of his game.", False),
])  # fmt: skip
def test_whoever_names_themselves_is_told_before_sending_and_may_leave_it(area, words, named):
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, {**SEEN, "seen_or_heard": words}, URGENT)
    answer = client.get(check)
    assert ("Your name stands in what you wrote; the family may read it." in said(answer)) == named
    assert client.post(check).url.endswith("/sent/")
