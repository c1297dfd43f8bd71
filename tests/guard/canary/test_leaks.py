"""Each planted leak is caught: a search that finds nothing must be one that would have found something."""

import pytest

from tests.guard.canary import crawl, families, leaks, looking
from tests.guard.counting import write_counts
from tests.guard.same_bytes.test_same_bytes import SAID
from tests.guard.standing_still import NOW, taken_back, time_stands_still
from tests.support.world import tolland_bay

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
A_FEW = ("a header", "the session", "the trail's sentence", "places told to whoever sees")


@pytest.fixture(scope="module")
def family(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), time_stands_still(), taken_back():
        area = tolland_bay(NOW)
        yield area, families.family(area, SAID)


def caught(family, name):
    """Whether the search finds what one planted fault lets out."""
    area, whose = family
    with pytest.MonkeyPatch.context() as patch, taken_back():
        leaks.LEAKS[name](patch, whose.secrets)
        try:
            seen = crawl.crawl(area, whose, (families.TEACHER,))
        except crawl.Learnt:
            return True
        return bool(looking.found_in(seen, whose.secrets))


def test_without_a_leak_nothing_is_found(family):
    area, whose = family
    with taken_back():
        assert looking.found_in(crawl.crawl(area, whose, (families.TEACHER,)), whose.secrets) == {}


@pytest.mark.parametrize("name", A_FEW)
def test_a_planted_leak_is_caught(family, name):
    assert caught(family, name)


@pytest.mark.slow(whole=True)
def test_every_planted_leak_is_caught(family):
    escaped = [name for name in leaks.LEAKS if not caught(family, name)]
    write_counts("leaks", {"planted": len(leaks.LEAKS), "caught": len(leaks.LEAKS) - len(escaped)})
    assert not escaped
    assert len(leaks.LEAKS) >= 40
