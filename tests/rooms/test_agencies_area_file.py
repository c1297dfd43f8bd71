"""An area file loads whole, twice without change, or not at all with the field and line of its fault."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kith.agencies import local_bounds, models, queries
from kith.agencies.area_file import read_area
from kith.agencies.areas import load_area
from kith.grammar.durations import working_days
from kith.grammar.questions import Compare, Count
from kith.grammar.selections import where
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.rulebook import load

TOLLAND_BAY = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 11, 17, 10, 40, tzinfo=LONDON)
LATER = AT + timedelta(days=7)

SMALL = """\
area: small-bay
name: Small Bay
desk: "01632 960 000"
staffed_from: 2024-01-01
agencies:
  - code: childrens_social_care
    name: Small Bay Children's Services
    phone: "01632 960 001"
    teams:
      - {code: mash, name: Front door, phone: "01632 960 002"}
    practitioners:
      - code: sam-rowe
        name: Sam Rowe
        title: Manager
        phone: "01632 960 003"
        email: sam.rowe@small-bay.example
        team: mash
        roles: [area_on_call_manager, {role: mash_manager, team: mash}]
      - {code: jo-ames, name: Jo Ames, title: Social worker, phone: "01632 960 004"}
rota:
  - {role: mash_manager, practitioner: jo-ames, days: [mon, tue], from: "17:30", to: "08:30"}
"""


@pytest.fixture
def small(tmp_path):
    """Writes the small area with something replaced, and answers its path."""

    def write(old="", new=""):
        assert old in SMALL
        path = tmp_path / "small-bay.yaml"
        path.write_text(SMALL.replace(old, new, 1) if old else SMALL)
        return path

    return write


def rows():
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (
            models.Area,
            models.Agency,
            models.Team,
            models.Practitioner,
            models.SignIn,
            models.Membership,
            models.RoleHeld,
            models.WeeklyDuty,
            models.AgencyChange,
        )
    }


@pytest.mark.django_db
def test_tolland_bay_has_every_agency_and_somebody_for_every_role():
    assert load_area(TOLLAND_BAY, at=AT) == "tolland-bay"

    england = load("kith.rulebook.england")
    assert {agency.code for agency in queries.agencies_in(area="tolland-bay")} == set(england.agencies)
    held = set(models.RoleHeld.objects.values_list("role", flat=True))
    assert held == set(england.roles)
    assert len(queries.teams_in(area="tolland-bay", agency="school")) == 6
    assert queries.duty_desk(area="tolland-bay") == "01632 960 140"
    assert queries.local_limits(area="tolland-bay") == {"core_group": working_days(8)}


@pytest.mark.django_db
def test_loading_a_file_twice_changes_nothing():
    load_area(TOLLAND_BAY, at=AT)
    before = rows()

    load_area(TOLLAND_BAY, at=LATER)

    assert rows() == before


def test_every_telephone_of_tolland_bay_is_from_the_range_kept_for_fiction():
    said = read_area(TOLLAND_BAY)
    phones = [one.phone for one in (*said.agencies, *said.people, *(team for _, team in said.teams))]
    phones += [one.out_of_hours_phone for one in said.agencies if one.out_of_hours_phone]
    assert all(phone.startswith("01632 960 ") for phone in (said.desk_phone, *phones))
    assert all(person.email.endswith(".example") for person in said.people)


@pytest.mark.django_db
def test_what_left_the_file_ends_and_what_is_new_begins_then(small):
    load_area(small(), at=AT)

    load_area(
        small(
            "roles: [area_on_call_manager, {role: mash_manager, team: mash}]",
            "roles: [area_on_call_manager, service_manager]",
        ),
        at=LATER,
    )

    by_role = {row.role: (row.from_at, row.to_at) for row in models.RoleHeld.objects.all()}
    since = datetime(2024, 1, 1, 12, tzinfo=LONDON)
    assert by_role == {
        "area_on_call_manager": (since, None),
        "mash_manager": (since, LATER),
        "service_manager": (LATER, None),
    }


@pytest.mark.django_db
def test_a_change_in_the_file_is_on_the_trail_under_the_files_name(small):
    load_area(small(), at=AT)
    load_area(small("name: Jo Ames", "name: Jo Ames-Wren"), at=LATER)

    last = queries.changes_in(area="small-bay")[-1]
    assert (last.what, last.done_by, last.done_by_name, last.done_at) == (
        "practitioner_set",
        None,
        "Area file small-bay.yaml",
        LATER,
    )
    assert queries.practitioner_by_code(area="small-bay", code="jo-ames").name == "Jo Ames-Wren"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ("area_on_call_manager, ", "", "agencies (line 6)", "Nobody holds area_on_call_manager"),
        ("code: childrens_social_care", "code: social_services", "agencies.1.code (line 6)", "no agency"),
        (
            "role: mash_manager, team",
            "role: boss, team",
            "agencies.1.practitioners.1.roles.2.role (line 18)",
            "no role",
        ),
        ("team: mash\n", "team: harbour\n", "agencies.1.practitioners.1.team (line 17)", "no team harbour"),
        ("code: jo-ames", "code: sam-rowe", "agencies.1.practitioners.2.code (line 19)", "comes twice"),
        (
            'phone: "01632 960 004"}',
            'phone: "01632 960 004", email: sam.rowe@small-bay.example}',
            "agencies.1.practitioners.2.email (line 19)",
            "comes twice",
        ),
        ("practitioner: jo-ames", "practitioner: jo", "rota.1.practitioner (line 21)", "Nobody of that code"),
        ("[mon, tue]", "[mon, tues]", "rota.1.days.2 (line 21)", "one of mon"),
        ('from: "17:30"', 'from: "half past"', "rota.1.from (line 21)", "not a time"),
        ("staffed_from: 2024-01-01", "staffed_from: soon", "staffed_from (line 4)", "not a day"),
        ('desk: "01632 960 000"\n', "", "the file (line 1)", "lacks desk"),
        ("name: Small Bay\n", "name: Small Bay\nname: Twice\n", "name (line 3)", "comes twice"),
        ("name: Small Bay\n", "name: Small Bay\nmotto: x\n", "motto (line 3)", "no such field"),
        ("name: Small Bay\n", "name: [Small, Bay]\n", "name (line 2)", "few words"),
        ("area: small-bay\n", "area: [small-bay\n", "the file (line 2)", "not YAML"),
        (
            "rota:\n",
            "clocks:\n  core_group: {working_days: 11, cited: us}\nrota:\n",
            "clocks.core_group.working_days (line 21)",
            "longer than the statutory maximum",
        ),
        (
            "rota:\n",
            "clocks:\n  core_group: {days: 3, cited: us}\nrota:\n",
            "clocks.core_group.days (line 21)",
            "cannot be compared",
        ),
        (
            "rota:\n",
            "clocks:\n  core_group: {working_days: 3}\nrota:\n",
            "clocks.core_group (line 21)",
            "lacks cited",
        ),
        (
            "rota:\n",
            "clocks:\n  tea_break: {working_days: 3, cited: us}\nrota:\n",
            "clocks.tea_break (line 21)",
            "no clock",
        ),
        (
            "rota:\n",
            "thresholds:\n  luck: {at_least: 3, cited: us}\nrota:\n",
            "thresholds.luck (line 21)",
            "no pattern",
        ),
    ],
)
def test_a_fault_names_its_field_and_line_and_nothing_is_saved(small, old, new, field, problem):
    with pytest.raises(BadInput) as refused:
        load_area(small(old, new), at=AT)

    assert refused.value.field == field
    assert problem in refused.value.problem
    assert models.Area.objects.count() == 0


def test_a_file_that_is_not_there_or_empty_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read_area(tmp_path / "none.yaml")
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    with pytest.raises(BadInput, match="empty"):
        read_area(tmp_path / "empty.yaml")


def test_a_rota_line_is_read_as_one_duty_for_each_day(small):
    said = read_area(small())
    assert [(line.weekday, line.starts, line.ends) for line in said.rota] == [
        (0, time(17, 30), time(8, 30)),
        (1, time(17, 30), time(8, 30)),
    ]


def test_a_local_threshold_asks_sooner_never_later(small, monkeypatch):
    incidents = where("domestic_abuse_incident")
    england = load("kith.rulebook.england")
    patterns = {
        "repeated": SimpleNamespace(question=Compare(Count(incidents), "at_least", 3)),
        "any": SimpleNamespace(question=~Compare(Count(incidents), "at_least", 3)),
    }
    monkeypatch.setattr(local_bounds, "rulebook", lambda: replace(england, patterns=patterns))

    def thresholds(name, number):
        return read_area(
            small("rota:\n", f"thresholds:\n  {name}: {{at_least: {number}, cited: us}}\nrota:\n")
        ).thresholds

    assert thresholds("repeated", 2) == {"repeated": {"at_least": 2, "cited": "us"}}
    with pytest.raises(BadInput, match="never later"):
        thresholds("repeated", 4)
    with pytest.raises(BadInput, match="1 or more"):
        thresholds("repeated", 0)
    with pytest.raises(BadInput, match="no number"):
        thresholds("any", 1)


JO = 'title: Social worker, phone: "01632 960 004"'
"""A line of the small area to which expertise is added."""


def of_jo(at):
    jo = models.Practitioner.objects.get(code="jo-ames")
    return [one.what for one in queries.expertise_of(ids=[jo.pk], at=at).get(jo.pk, ())]


@pytest.mark.django_db
def test_expertise_is_current_until_its_day_and_ends_when_the_file_drops_it(small):
    said = f"{JO}, expertise: [{{what: interviewing, until: 2026-11-20}}, newly_qualified]"
    load_area(small(JO, said), at=AT)
    assert of_jo(AT) == ["interviewing", "newly_qualified"]
    assert of_jo(AT + timedelta(days=4)) == ["newly_qualified"]
    load_area(small(), at=LATER)
    assert of_jo(LATER) == []


def test_an_expertise_that_is_not_in_the_list_is_refused_with_its_line(small):
    with pytest.raises(BadInput, match="There is no expertise juggling"):
        read_area(small(JO, f"{JO}, expertise: [juggling]"))
