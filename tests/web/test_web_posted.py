"""Words that come by a form are kept whole, without the signs that no database keeps."""

import pytest
from django.http import QueryDict

from kith.web.reading.posted import answers_from


def taken(body: str) -> dict[str, str]:
    return dict(answers_from(QueryDict(body), ("because", "also")))


@pytest.mark.parametrize("sign", ["%00", "%0B", "%1B", "%7F", "%C2%85", "%E2%80%A8", "%ED%A0%80%00"])
def test_a_sign_that_nobody_can_read_is_taken_out_and_the_words_stay(sign):
    said = taken(f"because=She{sign}+said+so")["because"]
    assert said.replace("\ufffd", "") == "She said so"


def test_lines_and_tabs_stay_and_a_line_ends_in_one_way():
    assert taken("because=one%0D%0Atwo%0D%09three") == {"because": "one\ntwo\n\tthree"}


def test_nothing_is_cut_and_nothing_that_was_not_asked_for_is_taken():
    long = "W" * 50_000
    assert taken(f"because={long}&tier=sealed") == {"because": long}
