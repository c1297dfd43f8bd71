"""What the night leaves to the morning: whose it is, that it is taken, handed back, done, and climbs where nobody takes it."""

import pytest

from kith.access import policies
from kith.agencies import queries as agencies
from kith.caseload import queries as tasks
from kith.chronology import queries as chronology
from kith.jobs.rounds import one_round
from kith.journeys.from_the_night import (
    climb_untaken,
    finish_morning_task,
    hand_morning_task_back,
    owner_in_the_morning,
    take_morning_task,
)
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from tests.rooms.caseload_world import (
    FRONT_DOOR,
    MANAGER,
    WEEK_NIGHT,
    WEEKEND_NIGHT,
    WORKER,
    a_child,
    a_night,
    actor,
    friday,
    moment,
)

pytestmark = pytest.mark.django_db
NIGHT, NINE, TEN = moment("5 Dec 02:00"), moment("7 Dec 09:00"), moment("7 Dec 10:00")


@pytest.fixture
def area():
    return friday()


@pytest.fixture
def tam(area):
    return a_child(area)


def owner(task) -> str:
    found = agencies.practitioner(id=tasks.task(id=task).owner)
    return found.code


def test_a_night_becomes_entries_and_a_task_for_the_lead_worker_on_the_next_working_morning(area, tam):
    made = a_night(area, tam, NIGHT)
    task = tasks.task(id=made.task)
    assert (owner(made.task), task.owner_role, task.due_at) == (WORKER, "allocated_social_worker", NINE)
    told = {row.id: row for row in chronology.entries_for_page(child=tam.id, as_at=NIGHT)}
    assert told[made.received.entries["night"]].text.startswith("Keren rang")
    assert told[task.entry].text == "Ring Nan at nine."
    assert [row.id for row in tasks.open_tasks_of(owner=task.owner)] == [made.task]
    assert tasks.changes_about(about=made.task)[0].done_by == actor(area, WEEKEND_NIGHT).id


def test_a_night_that_leaves_nothing_to_do_leaves_no_task(area, tam):
    made = a_night(area, tam, NIGHT, morning="")
    assert made.task is None and tasks.tasks_about(child=tam.id, since=area.now) == ()


def test_a_child_without_a_worker_is_the_front_doors_of_the_morning_who_is_let_in(area):
    robin = a_child(area, worker="", manager="")
    tuesday = moment("8 Dec 02:00")
    made = a_night(area, robin, tuesday, code=WEEK_NIGHT)
    # By night the rota has the front door with the night worker.
    assert owner(made.task) == FRONT_DOOR
    assert tasks.task(id=made.task).due_at == moment("8 Dec 09:00")
    assert policies.sees(child=robin.id, by=actor(area, FRONT_DOOR), at=moment("8 Dec 09:00"))


def test_whoever_left_it_reads_who_took_it_and_when(area, tam):
    made = a_night(area, tam, NIGHT)
    at = moment("7 Dec 08:52")
    take_morning_task(task=made.task, by=actor(area, WORKER, at), at=at)
    (receipt,) = tasks.tasks_left_by(practitioner=actor(area, WEEKEND_NIGHT).id, since=NIGHT)
    assert (receipt.taken_at, receipt.taken_by) == (at, actor(area, WORKER).id)
    take_morning_task(task=made.task, by=actor(area, WORKER, at), at=NINE)
    assert tasks.task(id=made.task).taken_at == at
    asked = chronology.entry(receipt.entry)
    assert [row.how for row in asked.known_to if row.by == receipt.taken_by] == ["acknowledged"]
    assert climb_untaken(at=TEN) == 0


def test_only_its_owner_takes_does_or_hands_back(area, tam):
    made = a_night(area, tam, NIGHT)
    stranger = actor(area, FRONT_DOOR)
    with pytest.raises(Refused, match="It waits for Joel Prewett, 01632 960 113"):
        take_morning_task(task=made.task, by=stranger, at=NINE)
    with pytest.raises(Refused):
        hand_morning_task_back(task=made.task, because="No.", by=stranger, at=NINE)
    with pytest.raises(Refused):
        finish_morning_task(task=made.task, because="Rang.", by=stranger, at=NINE)
    assert tasks.task(id=made.task).taken_at is None
    assert len(tasks.changes_about(about=made.task)) == 1


def test_untaken_at_ten_it_climbs_to_the_manager_and_on_each_hour_to_the_top(area, tam):
    made = a_night(area, tam, NIGHT)
    assert climb_untaken(at=moment("7 Dec 09:59")) == 0
    one_round(at=TEN)
    assert owner(made.task) == MANAGER and tasks.task(id=made.task).climbs_at == moment("7 Dec 11:00")
    assert tasks.changes_about(about=made.task)[-1].what == "task_climbed"
    assert climb_untaken(at=TEN) == 0
    assert climb_untaken(at=moment("7 Dec 11:00")) == 1
    assert tasks.task(id=made.task).owner_role == "service_manager"
    for hour in range(12, 18):
        climb_untaken(at=moment(f"7 Dec {hour}:00"))
    last = tasks.task(id=made.task)
    assert last.owner_role == "area_on_call_manager" and last.climbs_at is None and last.done_at is None


def test_whoever_it_climbs_to_is_let_in(area):
    robin = a_child(area, worker="", manager="")
    made = a_night(area, robin, NIGHT)
    climb_untaken(at=TEN)
    who = tasks.task(id=made.task).owner
    assert policies.sees(child=robin.id, by=agencies.actor(practitioner=who, at=TEN), at=TEN)


def test_a_task_that_is_handed_back_says_why_and_has_an_owner_again(area, tam):
    made = a_night(area, tam, NIGHT)
    by = actor(area, WORKER, NINE)
    take_morning_task(task=made.task, by=by, at=NINE)
    with pytest.raises(BadInput):
        hand_morning_task_back(task=made.task, because="", by=by, at=NINE)
    hand_morning_task_back(task=made.task, because="I am in court until two.", by=by, at=NINE)
    held = tasks.task(id=made.task)
    assert owner(made.task) == MANAGER and held.taken_at is None and held.climbs_at == TEN
    changes = tasks.changes_about(about=made.task)
    assert [one.what for one in changes] == ["task_left", "task_taken", "task_handed_back"]
    assert "in court until two" in changes[-1].sentence and changes[-1].done_by == by.id


def test_what_was_done_answers_what_the_night_asked(area, tam):
    made = a_night(area, tam, NIGHT)
    by = actor(area, WORKER, NINE)
    with pytest.raises(BadInput):
        finish_morning_task(task=made.task, because=" ", by=by, at=NINE)
    entry = finish_morning_task(task=made.task, because="Rang Nan: Tam slept there.", by=by, at=NINE)
    done = chronology.entry(entry)
    assert "Rang Nan" in done.text
    assert [(row.relation, row.entry) for row in done.refers_to] == [
        ("answers", tasks.task(id=made.task).entry)
    ]
    held = tasks.task(id=made.task)
    assert held.done_by == held.taken_by == by.id and tasks.open_tasks_of(owner=by.id) == ()
    with pytest.raises(Refused, match="done already"):
        take_morning_task(task=made.task, by=by, at=TEN)
    assert climb_untaken(at=TEN) == 0


def test_nothing_is_kept_where_the_night_cannot_be_kept(area, tam):
    with pytest.raises(BadInput):
        a_night(area, tam, NIGHT, morning="x" * 200_000)
    assert chronology.entries_for_page(child=tam.id, as_at=NIGHT) == []
    assert tasks.tasks_about(child=tam.id, since=area.now) == ()


def test_a_child_whom_a_manager_holds_without_a_worker_is_the_front_doors(area):
    robin = a_child(area, worker="")
    assert owner(a_night(area, robin, NIGHT).task) == FRONT_DOOR


def test_a_sealed_child_without_a_worker_is_the_managers_who_alone_could_read_it(area):
    robin = a_child(area, worker="")
    people.set_tier(person=robin.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    by = actor(area, MANAGER)
    assert owner_in_the_morning(child=robin.id, due_at=NINE, by=by, at=area.now).practitioner == by.id
