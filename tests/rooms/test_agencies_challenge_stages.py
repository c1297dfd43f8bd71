"""Who answers a disagreement at which stage, and by when: from the area's file, with the rulebook's where it says nothing."""

import pytest

from kith.agencies.areas import load_area
from kith.agencies.challenge_stages import stages_of
from kith.grammar.closed_lists import within
from kith.grammar.durations import hours, working_days
from kith.kernel.errors import BadInput
from kith.rulebook import load
from tests.rooms.test_agencies_area_file import AT, LATER, SMALL

CITED = "cited: Small Bay procedure"


@pytest.fixture
def small(tmp_path):
    """Writes the small area with these stages, and answers its path."""

    def write(stages=""):
        path = tmp_path / "small-bay.yaml"
        path.write_text(f"{SMALL}challenges:\n{stages}" if stages else SMALL)
        return path

    return write


@pytest.mark.django_db
def test_an_area_that_says_nothing_has_the_rulebooks_stages(small):
    area = load_area(small(), at=AT)
    listed = load("kith.rulebook.england").challenge_stages
    assert stages_of(area=area) == tuple(listed.values())
    assert list(listed) == ["line_managers", "senior_managers", "directors", "scrutineer"]


@pytest.mark.django_db
def test_an_area_has_the_stages_that_it_names_in_the_rulebooks_order_with_its_own_times_and_roles(small):
    stages = (
        f"  directors: {{working_days: 3, {CITED}}}\n"
        f"  line_managers: {{hours: 4, answered_by: {{police: force_duty_officer, others: service_manager}}, {CITED}}}\n"
    )
    area = load_area(small(stages), at=AT)
    first, last = stages_of(area=area)

    assert (first.code, first.due, last.code, last.due) == (
        "line_managers", within(hours(4)), "directors", within(working_days(3)),
    )  # fmt: skip
    assert first.role_for("police") == "force_duty_officer"
    assert first.role_for("childrens_social_care") == "team_manager"  # the rulebook's
    assert first.role_for("faith") == "service_manager"
    assert first.cited == "Small Bay procedure"


@pytest.mark.django_db
def test_stages_that_leave_the_file_are_the_rulebooks_again(small):
    area = load_area(small(f"  scrutineer: {{working_days: 9, {CITED}}}\n"), at=AT)
    assert [one.code for one in stages_of(area=area)] == ["scrutineer"]
    load_area(small(), at=LATER)
    assert len(stages_of(area=area)) == 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stages", "problem"),
    [
        (f"  parish_council: {{hours: 1, {CITED}}}\n", "There is no stage parish_council"),
        (f"  directors: {{{CITED}}}\n", "It has one of hours, days, working_days"),
        (f"  directors: {{hours: 1, days: 1, {CITED}}}\n", "It has one of hours, days, working_days"),
        (f"  directors: {{hours: 0, {CITED}}}\n", "It is 1 or more"),
        (f"  directors: {{hours: soon, {CITED}}}\n", "soon is not a whole number"),
        ("  directors: {hours: 1}\n", "cited"),
        (
            f"  directors: {{hours: 1, answered_by: {{navy: service_manager}}, {CITED}}}\n",
            "There is no agency navy",
        ),
        (
            f"  directors: {{hours: 1, answered_by: {{police: admiral}}, {CITED}}}\n",
            "There is no role admiral",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_nothing_is_loaded(small, stages, problem):
    with pytest.raises(BadInput, match=problem):
        load_area(small(stages), at=AT)


def test_every_stage_of_the_rulebook_answers_for_every_agency_by_a_role_that_there_is():
    england = load("kith.rulebook.england")
    for stage in england.challenge_stages.values():
        assert {stage.role_for(agency) for agency in england.agencies} <= set(england.roles)
        assert set(stage.answered_by) - {"others"} <= set(england.agencies)
    assert set(england.challenges_that_climb) <= set(england.challenge_about)
    assert set(england.overrides_reviewed_of) <= set(england.steps)
