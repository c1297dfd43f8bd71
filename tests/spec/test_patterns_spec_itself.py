"""The spec of specs: a table that says what is not so is found out, and so is one that asks for what there is not."""

import pytest

from kith.rulebook.england.patterns.each_holds_a_piece import each_holds_a_piece
from tests.support import spec as support

RIGHT = """
    child born 3 May 2019
    happened | known  | said by         | kind              | details      | voice | ref
    3 Feb    | 3 Feb  | school          | behaviour_concern | aspect=fear  |       |
    20 Feb   | 20 Feb | health_visiting | neglect_observed  | aspect=home  |       |
    17 Mar   | 17 Mar | police          | carer_concern     |              |       |

    as at 16 Mar: no
    as at 17 Mar: yes, because rows 1 2 3, stage 0, step multi_agency_discussion, owner mash_manager
    """
FAULTS = {
    "as at 16 Mar: no": "as at 16 Mar: yes",
    "as at 17 Mar: yes": "as at 16 Mar 23:00: yes",
    "rows 1 2 3": "rows 1 2",
    "stage 0": "stage 1",
    "step multi_agency_discussion": "step refer",
    "owner mash_manager": "owner team_manager",
    "kind              |": "sort              |",
    "behaviour_concern": "behavior_concern",
    "aspect=fear": "mood=fear",
    "aspect=home": "aspect=hom",
    "| health_visiting": "| health_visitor",
    "because rows": "since rows",
    "as at 17 Mar": "as of 17 Mar",
    "3 May 2019": "in May 2019",
}


def test_a_table_that_is_so_passes(spec):
    spec(each_holds_a_piece, RIGHT)


@pytest.mark.parametrize("right", FAULTS)
def test_a_table_that_is_not_so_does_not(spec, right):
    assert right in RIGHT
    with pytest.raises((AssertionError, KeyError, ValueError)):
        spec(each_holds_a_piece, RIGHT.replace(right, FAULTS[right], 1))


@pytest.mark.parametrize("engine", support.ENGINES)
def test_an_engine_that_answers_otherwise_is_noticed(spec, engine, monkeypatch):
    monkeypatch.setitem(support.ENGINES, engine, lambda pattern, moments: [])
    with pytest.raises(AssertionError, match=f"{engine}, as at 17 Mar: wanted yes"):
        spec(each_holds_a_piece, RIGHT)


def test_a_wrong_answer_says_which_engine_gave_it_and_why(spec):
    with pytest.raises(AssertionError, match=r"in_memory, as at 17 Mar: wanted no, .* because rows 1 2 3"):
        spec(each_holds_a_piece, RIGHT.partition("as at 17 Mar")[0] + "as at 17 Mar: no")
