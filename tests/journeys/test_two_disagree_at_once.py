"""Two who do the same with a challenge at the same moment: nothing is lost, and nothing is done twice."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from kith.agencies import queries as agencies
from kith.decisions.challenges import queries
from kith.journeys.challenge import Disagreement, Thing, answer_challenge, disagree, press_on
from kith.journeys.climb_challenges import climb_challenges
from kith.kernel.errors import Refused
from tests.support.world import Worker, tolland_bay

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
AT_ONCE = 6


@pytest.fixture
def area():
    return tolland_bay().on("3 Mar")


@pytest.fixture
def amira(area):
    return area.child("Amira Haddad", aged=6)


def by_code(area, code):
    return Worker(area, agencies.practitioner_by_code(area=area.code, code=code).id)


def opened(area, amira, who="hamish-orde"):
    said = Disagreement(
        about="immediate_safety",
        words="He is there.",
        would_settle="See her.",
        to_agency="childrens_social_care",
    )
    made = disagree(thing=Thing(children=(amira.id,)), said=said, by=by_code(area, who).actor, at=area.now)
    return queries.challenge(id=made)


def at_once(do: Callable[[int], object]) -> list[object]:
    """What came of it in each thread: an answer, or what was refused."""
    together, came = Barrier(AT_ONCE), []

    def one(number: int) -> None:
        together.wait()
        try:
            came.append(do(number))
        except Refused as refused:
            came.append(refused)
        finally:
            connection.close()

    threads = [Thread(target=one, args=(number,)) for number in range(AT_ONCE)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return came


def test_of_several_who_open_the_same_challenge_one_opens_and_the_others_join(area, amira):
    officers = (
        "hamish-orde",
        "ellie-thorne",
        "hodan-warsame",
        "marcus-delroy",
        "callum-reith",
        "sunita-grewal",
    )
    made = at_once(lambda number: opened(area, amira, officers[number]).id)

    assert len(set(made)) == 1
    held = queries.challenge(id=made[0])
    assert len(held.challengers) == AT_ONCE
    assert [one.what for one in held.said] == ["joined"] * (AT_ONCE - 1)


def test_of_several_answers_one_stands_and_the_others_are_told(area, amira):
    held = opened(area, amira)
    who = Worker(area, held.waits_for).actor
    came = at_once(
        lambda number: answer_challenge(
            challenge=held.id, answer="explained", words=f"Because {number}.", by=who, at=area.now
        )
    )

    assert came.count(None) == 1
    assert sum(isinstance(one, Refused) for one in came) == AT_ONCE - 1
    answers = [one for one in area.entries_about(amira) if one.kind == "management_decision"]
    assert len(answers) == 1
    assert queries.challenge(id=held.id).last.answer_words in answers[0].details["text"]


def test_several_who_press_on_and_kith_itself_go_on_once(area, amira):
    held = opened(area, amira)
    by, later = by_code(area, "hamish-orde").actor, area.on("10 Mar").now

    def go_on(number: int) -> object:
        if number % 2:
            return climb_challenges(at=later, limit=10)
        return press_on(challenge=held.id, after=1, by=by, at=later)

    came = at_once(go_on)
    assert sum(bool(one) for one in came) == 1
    assert [one.number for one in queries.challenge(id=held.id).stages] == [1, 2]
