"""What one page asks several times is answered once, and nothing goes from page to page."""

from kith.kernel.once_a_page import once_a_page, one_page


class Answers:
    """A question whose answer changes each time somebody asks the source."""

    def __init__(self):
        self.times = 0
        self.ask = once_a_page(self._ask)

    def _ask(self, *, role):
        self.times += 1
        return f"{role} {self.times}"


def test_a_page_that_asks_twice_asks_the_source_once():
    answers = Answers()
    with one_page():
        assert [answers.ask(role="manager"), answers.ask(role="manager")] == ["manager 1", "manager 1"]


def test_another_question_is_asked_for_itself():
    answers = Answers()
    with one_page():
        assert [answers.ask(role="manager"), answers.ask(role="guardian")] == ["manager 1", "guardian 2"]


def test_the_next_page_asks_again():
    answers = Answers()
    for said in ("manager 1", "manager 2"):
        with one_page():
            assert answers.ask(role="manager") == said


def test_where_no_page_reads_every_question_is_asked():
    answers = Answers()
    assert [answers.ask(role="manager"), answers.ask(role="manager")] == ["manager 1", "manager 2"]
