"""Who is the person now: on duty, on the rota, holding the role, or standing in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction

from kith.agencies import models, operations, queries
from kith.agencies.areas import load_area
from kith.agencies.types import NewPractitioner, NobodyHolds
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.rulebook import load

pytestmark = pytest.mark.django_db

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
TUESDAY = datetime(2026, 11, 17, 10, 40, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def tolland_bay():
    load_area(FILE, at=TUESDAY)


def who(code):
    return queries.practitioner_by_code(area=AREA, code=code)


def actor(code, at=TUESDAY):
    return queries.actor(practitioner=who(code).id, at=at)


def holder(role, at=TUESDAY, never=(), teams=()):
    never = frozenset(who(code).id for code in never)
    return queries.holder_of(role=role, area=AREA, at=at, never=never, teams=frozenset(teams)).code


def test_on_a_tuesday_morning_the_duty_manager_answers_for_the_front_door():
    assert holder("mash_manager") == "dana-ferris"


@pytest.mark.parametrize(
    ("at", "name"),
    [
        (datetime(2026, 11, 17, 8, 29, tzinfo=LONDON), "ravi-chandran"),  # Monday's night has a minute to go
        (datetime(2026, 11, 17, 8, 30, tzinfo=LONDON), "dana-ferris"),
        (datetime(2026, 11, 17, 17, 30, tzinfo=LONDON), "ravi-chandran"),
        (datetime(2026, 11, 18, 2, 0, tzinfo=LONDON), "ravi-chandran"),
        (datetime(2026, 11, 21, 3, 0, tzinfo=LONDON), "lorna-tyndall"),  # Friday's night, on Saturday
        (datetime(2026, 11, 22, 23, 59, tzinfo=LONDON), "lorna-tyndall"),
        (datetime(2026, 11, 23, 8, 29, tzinfo=LONDON), "lorna-tyndall"),
    ],
)
def test_the_weekly_rota_names_the_person_at_every_hour(at, name):
    assert holder("mash_manager", at=at) == name


def test_the_rota_keeps_to_the_clock_on_the_wall_when_the_clocks_change():
    summer = datetime(2026, 7, 1, 6, 31, tzinfo=UTC)  # 07:31 in summer
    assert holder("mash_manager", at=summer) == "ravi-chandran"
    assert holder("mash_manager", at=summer + timedelta(hours=1)) == "dana-ferris"


def test_somebody_put_on_duty_goes_before_the_rota():
    operations.put_on_duty(
        practitioner=who("nadia-rahman").id,
        role="mash_manager",
        from_at=TUESDAY,
        to_at=TUESDAY + timedelta(hours=2),
        by=actor("margaret-oyelaran"),
        at=TUESDAY,
    )
    assert holder("mash_manager") == "nadia-rahman"
    assert holder("mash_manager", at=TUESDAY + timedelta(hours=2)) == "dana-ferris"


def test_the_person_whom_the_rule_questions_never_answers_for_it():
    assert holder("mash_manager", never=["dana-ferris"]) == "nadia-rahman"
    assert holder("mash_manager", never=["dana-ferris", "nadia-rahman"]) == "margaret-oyelaran"  # stands in


def test_the_chain_ends_at_the_on_call_manager():
    asked = ["dana-ferris", "nadia-rahman", "margaret-oyelaran", "yusuf-demir"]
    assert holder("mash_manager", never=asked) == "beatriz-salgado"


def test_where_everybody_is_questioned_it_says_whom_to_ring():
    everybody = [person.code for person in queries.practitioners_in(area=AREA)]
    with pytest.raises(NobodyHolds, match="01632 960 140") as refused:
        holder("mash_manager", never=everybody)
    assert isinstance(refused.value, Refused)


def test_nobody_is_a_childs_social_worker_by_having_the_post():
    harbour = queries.team(area=AREA, code="assessment-harbour").id
    assert holder("allocated_social_worker", teams=[harbour]) == "ruth-abara"


def test_a_school_answers_for_its_own_children():
    brackley = queries.team(area=AREA, code="brackley-road-primary").id
    assert holder("designated_safeguarding_lead", teams=[brackley]) == "joy-okafor"
    assert holder("head_teacher", teams=[brackley]) == "peter-lanyon"


def test_every_role_is_answered_for_at_every_hour_of_a_week():
    roles = load("kith.rulebook.england").roles
    for hours in range(0, 7 * 24, 29):
        at = TUESDAY + timedelta(hours=hours)
        for role in roles:
            assert queries.holder_of(role=role, area=AREA, at=at).phone


def test_a_role_outside_the_closed_list_is_refused():
    with pytest.raises(BadInput) as refused:
        holder("boss")
    assert refused.value.field == "role"


def test_somebody_is_appointed_and_ends_and_no_file_ends_that():
    by, later = actor("margaret-oyelaran"), TUESDAY + timedelta(days=1)
    tomasz = who("tomasz-wilk").id
    held = operations.appoint(practitioner=tomasz, role="team_manager", by=by, at=TUESDAY)
    with pytest.raises(BadInput, match="already"):
        operations.appoint(practitioner=tomasz, role="team_manager", by=by, at=TUESDAY)

    load_area(FILE, at=later)
    assert "team_manager" in actor("tomasz-wilk", at=later).roles

    operations.end_role(held=held, by=by, at=later)
    assert "team_manager" not in actor("tomasz-wilk", at=later).roles
    assert "team_manager" in actor("tomasz-wilk", at=TUESDAY).roles
    with pytest.raises(BadInput, match="Nobody holds"):
        operations.end_role(held=held, by=by, at=later)


def test_a_sign_in_leads_to_the_practitioner_and_their_roles():
    sign_in = models.SignIn.objects.get(email="dana.ferris@tolland-bay.example")

    dana = queries.actor_for(sign_in=sign_in, at=TUESDAY)

    assert (dana.name, dana.area, dana.agency, dana.roles) == (
        "Dana Ferris",
        AREA,
        "childrens_social_care",
        ("mash_manager",),
    )
    assert not sign_in.has_usable_password()


def test_a_closed_sign_in_or_one_of_nobody_is_refused():
    by = actor("margaret-oyelaran")
    operations.close_sign_in(practitioner=who("dana-ferris").id, because="Left.", by=by, at=TUESDAY)
    closed = models.SignIn.objects.get(email="dana.ferris@tolland-bay.example")
    nobody = models.SignIn.objects.create_user("Nobody@Example.com ", area=AREA)

    assert nobody.email == "nobody@example.com"
    for sign_in in (closed, nobody):
        with pytest.raises(Refused, match="nobody who works here"):
            queries.actor_for(sign_in=sign_in, at=TUESDAY)


def test_a_password_is_kept_by_argon2():
    sign_in = models.SignIn.objects.create_user("a@example.com", "correct horse battery", area=AREA)
    assert sign_in.password.startswith("argon2$")
    assert models.SignIn.objects.get_by_natural_key("A@example.com").check_password("correct horse battery")


def test_a_new_practitioner_works_in_an_agency_and_joins_a_team():
    by = actor("margaret-oyelaran")
    new = NewPractitioner(
        agency="police", code="ana-silva", name="PC Ana Silva", team="child-protection-unit"
    )

    ana = operations.register_practitioner(practitioner=new, by=by, at=TUESDAY)
    unit = queries.team(area=AREA, code="child-protection-unit").id
    assert queries.teams_of(practitioner=ana, at=TUESDAY) == {unit}
    assert [one.code for one in queries.colleagues(practitioner=ana, at=TUESDAY)][:2] == [
        "hamish-orde",
        "sunita-grewal",
    ]

    later = TUESDAY + timedelta(hours=1)
    operations.leave_team(practitioner=ana, team=unit, by=by, at=later)
    assert queries.teams_of(practitioner=ana, at=later) == frozenset()
    with pytest.raises(BadInput, match="already"):
        operations.register_practitioner(practitioner=new, by=by, at=TUESDAY)
    with pytest.raises(BadInput, match="no agency"):
        operations.register_practitioner(
            practitioner=NewPractitioner(agency="circus", code="x", name="X"), by=by, at=TUESDAY
        )


def test_a_sign_in_is_given_once_and_an_address_is_of_one_person():
    by = actor("margaret-oyelaran")
    new = NewPractitioner(agency="police", code="ana-silva", name="PC Ana Silva")
    ana = operations.register_practitioner(practitioner=new, by=by, at=TUESDAY)

    with pytest.raises(BadInput) as refused:
        operations.give_sign_in(practitioner=ana, email="Dana.Ferris@tolland-bay.example", by=by, at=TUESDAY)
    assert refused.value.field == "email"
    operations.give_sign_in(practitioner=ana, email="ana@police.example", by=by, at=TUESDAY)
    with pytest.raises(BadInput, match="already"):
        operations.give_sign_in(practitioner=ana, email="ana2@police.example", by=by, at=TUESDAY)


def test_a_duty_ends_after_it_starts():
    more = {"practitioner": who("dana-ferris").id, "role": "mash_manager", "by": actor("dana-ferris")}
    with pytest.raises(BadInput, match="ends after"):
        operations.put_on_duty(from_at=TUESDAY, to_at=TUESDAY, at=TUESDAY, **more)
    with pytest.raises(IntegrityError, match="a_duty_ends_after_it_starts"), transaction.atomic():
        models.Duty.objects.create(
            area=AREA,
            role="mash_manager",
            practitioner_id=who("dana-ferris").id,
            from_at=TUESDAY,
            to_at=TUESDAY,
            put_by=uuid4(),
        )


def test_what_is_not_held_is_nobody():
    assert queries.practitioner(id=uuid4()) is None
    assert queries.agency(area=AREA, code="circus") is None
    with pytest.raises(BadInput, match="no area"):
        queries.duty_desk(area="atlantis")


def test_the_trail_is_never_altered_nor_removed():
    for attempt in (
        lambda: models.AgencyChange.objects.update(sentence="Nothing happened."),
        lambda: models.AgencyChange.objects.all().delete(),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            attempt()


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_of_the_tables_alters_the_trail(test_database):
    with test_database.acting_as("owner"):
        for attempt in (
            lambda: models.AgencyChange.objects.update(sentence="Nothing happened."),
            lambda: models.AgencyChange.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
                attempt()
