"""What slows guessing down never keeps a worry out: five hundred in a minute are five hundred kept."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest

from kith.chronology import queries as chronology
from kith.identity.types import NewDescription
from kith.journeys.receive_many import Arrival, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.web import models as web_models
from tests.api.conftest import System, item, person
from tests.architecture.source import modules
from tests.guard.counting import write_counts
from tests.guard.hostile import world
from tests.guard.hostile.sources import callers
from tests.guard.standing_still import NOW, taken_back

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
MANY, PUPILS = 500, 25
AT_A_TIME = 20
THROTTLES = {
    "web/sign_in/views.py", "web/sign_in/again.py", "web/sign_in/proving.py", "web/sign_in/passkeys.py", "web/sign_in/own_views.py",
    "web/sign_in/code_views.py", "web/sign_in/codes.py", "web/sign_in/throttle.py",
}  # fmt: skip


def test_only_signing_in_and_proving_again_are_slowed_down():
    assert set(callers(["may_try"])) <= THROTTLES
    said = {one.path for one in modules() if "429" in one.text or "Retry-After" in one.text}
    assert {path for path in said if not path.startswith("web/sign_in/")} == {"api/door.py"}, said
    assert "retry_after" in next(one.text for one in modules() if one.path == "api/sendings.py")


@pytest.mark.slow
def test_five_hundred_worries_of_one_school_in_a_minute_are_all_kept(made):
    with taken_back():
        pupils = [made.area.child(f"Robin Pupil{number}", aged=9) for number in range(PUPILS)]
        said = [_arrival(made, pupils[number % PUPILS], number) for number in range(MANY)]
        kept = [one.entries["it"] for one in receive_many(arrivals=said)]
        assert len(set(kept)) == MANY
        texts = [chronology.entry(id).text for id in kept[:: MANY // 20]]
        assert texts == [f"Worry number {number}." for number in range(0, MANY, MANY // 20)]
    write_counts("worries in a minute", {"sent": MANY, "kept": len(set(kept)), "refused": 0})


def _arrival(made, pupil, number):
    """One worry about one of its pupils, a tenth of a second after the one before."""
    at = NOW + timedelta(milliseconds=100 * number)
    said = EntrySaid(
        key="it", kind="behaviour_concern", happened_from=NOW, happened_to=NOW, about=("child",),
        text=f"Worry number {number}.", details={"aspect": "distress"},
    )  # fmt: skip
    described = NewDescription(
        said_by="school", said_by_area=made.area.code, sender_key=f"known-{pupil.id}", full_name=pupil.name
    )  # fmt: skip
    who = (PersonSaid(key="child", description=described, person=pupil.id),)
    concern = Concern(said_by="school", said_by_area=made.area.code, people=who, entries=(said,))
    return Arrival(concern=concern, by=made.area.school.actor, at=at)


@pytest.mark.parametrize("many", [40, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_system_of_a_school_that_sends_many_worries_in_a_minute_loses_none(made, many):
    with taken_back():
        school = System(area=made.area, agency="school", post="", issued=world.token(made))
        statuses, ids = Counter(), []
        for letter in range(many // AT_A_TIME):
            worries = [_worry(letter * AT_A_TIME + number) for number in range(AT_A_TIME)]
            answer = school.send(*worries, key=f"letter-{letter}")
            statuses[answer.status_code] += 1
            ids += [UUID(one["id"]) for one in answer.json()["entries"]]
        assert statuses == {201: many // AT_A_TIME} and len(set(ids)) == many
        said = [chronology.entry(id).text for id in ids]
    assert said == [f"Worry number {number}." for number in range(many)]


def _worry(number):
    who = person(full_name=f"Robin Pupil{number}", sender_key=f"pupil-{number}")
    return item(people=[who], text=f"Worry number {number}.")


@pytest.mark.slow
def test_one_letter_for_each_worry_loses_none_either(made):
    with taken_back():
        school = System(area=made.area, agency="school", post="", issued=world.token(made))
        answers = [school.send(_worry(number), key=f"one-{number}").status_code for number in range(20)]
    assert answers == [201] * 20


def test_somebody_whose_sign_in_is_being_guessed_at_still_reports_by_what_they_are_signed_in_with(made):
    with taken_back():
        teacher = made.clients["martha-hale"]
        for _ in range(12):
            wrong = world.fresh().post(
                "/sign-in", {"email": world.email(made, "martha-hale"), "password": "no"}
            )
        assert wrong.status_code == 429 and web_models.WrongTry.objects.exists()
        action = _first_page(teacher)
        sent = teacher.post(action, {"where_now": "here", "then": "later"})
        assert sent.status_code == 302, sent.content
        draft = web_models.Draft.objects.get(id=action.split("/")[2])
        assert draft.answers["where_now"] == "here"


def _first_page(client):
    return next(
        line.split('action="')[1].split('"')[0]
        for line in client.get("/concern/").content.decode().splitlines()
        if 'action="/concern/' in line
    )
