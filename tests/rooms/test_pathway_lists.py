"""Why a contact opens is one list: of the rulebook, the table's own constraint, and the words on the page."""

from kith.pathway.models import BECAUSE
from kith.patterns.queries import rulebook
from kith.web.contacts.waiting import WHY


def test_the_table_takes_what_the_rulebook_lists_and_nothing_else():
    assert set(BECAUSE) == {"told", *rulebook().comes_back}


def test_every_reason_to_come_back_has_its_sentence():
    assert set(WHY) == set(rulebook().comes_back)
    assert all(WHY.values())
