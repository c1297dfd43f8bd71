"""A keeper lets a colleague in again: who may, what opens, what is kept, and of two at once one."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.agencies import lettings_in, models, one_time_codes, operations, policies, queries
from kith.agencies.types import NewLettingIn
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from tests.support.world import tolland_bay

pytestmark = pytest.mark.django_db
AREA = "tolland-bay"
PASSWORD = "heron ladder quiet turnip"
HELEN, YUSUF, JOEL = "helen-marrable", "yusuf-demir", "joel-prewett"
"""Two keepers of children's services, and a social worker there who cannot get in."""


@pytest.fixture(autouse=True)
def quick(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def at():
    moment = now()
    tolland_bay(moment)
    return moment


def who(code, at):
    return queries.actor(practitioner=queries.practitioner_by_code(area=AREA, code=code).id, at=at)


def asked(code, at, **other):
    said = {"id": uuid4(), "proof": "by_video", "words": "Staff card 4471."}
    return NewLettingIn(practitioner=who(code, at).id, **{**said, **other})


def made(at, *, keeper=HELEN, whom=JOEL, **other):
    """A code for Joel, and the id of the letting in."""
    new = asked(whom, at, **other)
    return operations.let_in_again(asked=new, by=who(keeper, at), at=at), new.id


def email(code):
    return models.SignIn.objects.get(practitioner__code=code).email


def opens(code, at, *, whom=JOEL):
    return lettings_in.letting_in_at_the_door(email=email(whom), code=code, at=at) is not None


def use(letting_in, at, *, whom=JOEL, password=PASSWORD):
    operations.use_code(
        letting_in=letting_in, password=password, device="Firefox on Windows", by=who(whom, at), at=at
    )


# ── who may ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("keeper", "whom"),
    [
        (HELEN, JOEL), (HELEN, YUSUF), (YUSUF, HELEN), ("callum-reith", "hamish-orde"),
        ("peter-lanyon", "martha-hale"), ("peter-lanyon", "joy-okafor"), ("penny-hallett", "bukola-stannard"),
    ],
)  # fmt: skip
def test_a_keeper_lets_in_those_of_their_own_agency_or_school(at, keeper, whom):
    code, _ = made(at, keeper=keeper, whom=whom)
    assert opens(code, at, whom=whom)


@pytest.mark.parametrize(
    ("keeper", "whom"),
    [
        (HELEN, HELEN), (HELEN, "hamish-orde"), ("callum-reith", JOEL), ("peter-lanyon", "anneka-bright"),
        ("penny-hallett", "catherine-ashdown"), ("philippa-venn", JOEL), (JOEL, "folasade-adeyemi"),
        ("beatriz-salgado", JOEL),
    ],
)  # fmt: skip
def test_nobody_else_does_and_the_words_are_the_same_on_every_ground(at, keeper, whom):
    with pytest.raises(Refused) as refused:
        made(at, keeper=keeper, whom=whom)
    with pytest.raises(Refused) as of_nobody:
        new = NewLettingIn(id=uuid4(), practitioner=uuid4(), proof="in_person", words="x")
        operations.let_in_again(asked=new, by=who(keeper, at), at=at)
    assert refused.value.reason == of_nobody.value.reason
    assert "01632 960 140" in refused.value.reason
    assert not models.LettingIn.objects.exists()


def test_a_keeper_whose_post_ended_lets_nobody_in(at):
    helen = who(HELEN, at)
    held = next(one for one in queries.roles_of(practitioner=helen.id, at=at) if one.role == policies.KEEPER)
    later = at + timedelta(minutes=1)
    operations.end_role(held=held.id, by=who(YUSUF, at), at=later)
    made(at)
    with pytest.raises(Refused):
        made(later)


def test_a_keeper_whose_post_has_not_begun_lets_nobody_in_yet(at):
    later = at + timedelta(minutes=1)
    operations.appoint(
        practitioner=who("ruth-abara", at).id, role=policies.KEEPER, by=who(YUSUF, at), at=later
    )
    with pytest.raises(Refused):
        made(at, keeper="ruth-abara")
    made(later, keeper="ruth-abara")


def test_keepers_are_shown_their_own_people_and_never_themselves_or_who_left(at):
    operations.close_sign_in(
        practitioner=who("martha-hale", at).id, because="She left.", by=who(HELEN, at), at=at
    )
    found = lettings_in.colleagues_to_let_in(by=who("peter-lanyon", at), at=at)
    assert [one.name for one in found] == ["Joy Okafor"]
    assert lettings_in.colleagues_to_let_in(by=who(JOEL, at), at=at) == ()


def test_the_post_opens_the_page_and_guarding_information_opens_its_list_alone(at):
    policies.check_keeps_sign_ins(by=who(HELEN, at), at=at)
    for reader in (HELEN, "peter-lanyon", "philippa-venn"):
        policies.check_can_read_lettings_in(by=who(reader, at), at=at)
    for code in ("philippa-venn", "beatriz-salgado", JOEL):
        with pytest.raises(Refused, match="01632 960 140"):
            policies.check_keeps_sign_ins(by=who(code, at), at=at)
    for code in ("beatriz-salgado", JOEL):
        with pytest.raises(Refused):
            policies.check_can_read_lettings_in(by=who(code, at), at=at)
    assert policies.is_keeper(by=who(HELEN, at), at=at) and not policies.is_keeper(by=who(JOEL, at), at=at)


def test_whoever_left_the_school_is_let_in_by_its_keeper_no_longer(at):
    by, later, team = (
        who(HELEN, at),
        at + timedelta(minutes=1),
        queries.team(area=AREA, code="brackley-road-primary").id,
    )
    for code in ("martha-hale", "joy-okafor"):
        operations.leave_team(practitioner=who(code, at).id, team=team, by=by, at=later)
    peter = who("peter-lanyon", later)
    found = lettings_in.colleagues_to_let_in(by=peter, at=later)
    assert [one.name for one in found] == ["Joy Okafor"], "she holds her posts there still"
    for held in queries.roles_of(practitioner=who("joy-okafor", at).id, at=at):
        operations.end_role(held=held.id, by=by, at=later)
    assert lettings_in.colleagues_to_let_in(by=peter, at=later) == ()


def test_whoever_has_a_closed_sign_in_is_not_let_in(at):
    operations.close_sign_in(practitioner=who(JOEL, at).id, because="He left.", by=who(HELEN, at), at=at)
    with pytest.raises(Refused, match="no sign-in that is open"):
        made(at)


def test_every_agency_and_school_with_two_people_has_a_keeper_for_each_of_them_but_one(at):
    keepers = set(models.RoleHeld.objects.filter(role=policies.KEEPER).values_list("practitioner", flat=True))
    kept = set()
    for keeper in keepers:
        by = queries.actor(practitioner=keeper, at=at)
        kept |= set(policies.whom_they_keep(by=by, at=at).exclude(pk=keeper).values_list("code", flat=True))
    for agency in queries.agencies_in(area=AREA):
        people = [one.code for one in queries.practitioners_in(area=AREA, agency=agency.code)]
        alone = [code for code in people if code not in kept]
        assert len(alone) <= 1 or agency.code == "gp", f"{agency.name}: {alone}"
    in_schools = models.Membership.objects.filter(team__agency__code="school")
    assert set(in_schools.values_list("practitioner__code", flat=True)) <= kept


# ── what must be said ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("field", "other"),
    [("proof", {"proof": ""}), ("proof", {"proof": "by_e_mail"}), ("words", {"words": "  "}), ("words", {"words": "x" * 501})],
)  # fmt: skip
def test_a_code_needs_a_listed_proof_and_words(at, field, other):
    with pytest.raises(BadInput) as bad:
        made(at, **other)
    assert bad.value.field == field
    assert not models.LettingIn.objects.exists()


def test_a_form_that_is_sent_twice_makes_one_code(at):
    code, id = made(at)
    with pytest.raises(BadInput, match="made already"):
        made(at, id=id)
    assert opens(code, at)


# ── the code ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_codes_are_long_different_and_easily_read_out():
    codes = {one_time_codes.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(one.replace("-", "")) for one in codes} == {20}
    assert not set("ILOU") & set("".join(codes))
    assert set("".join(codes)) == {*one_time_codes.LETTERS, "-"}


def test_a_code_is_the_same_however_it_is_typed(at):
    code, _ = made(at)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        code.replace("0", "o").replace("1", "l"),
    ):
        assert opens(typed, at), typed


def test_no_table_has_the_code(at):
    code, _ = made(at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(l)::text FROM agencies_lettingin l")
        kept = " ".join(text for (text,) in cursor.fetchall())
        cursor.execute("SELECT row_to_json(c)::text FROM agencies_agencychange c")
        kept += " ".join(text for (text,) in cursor.fetchall())
    assert code not in kept and code.replace("-", "") not in kept
    assert "Staff card 4471." in kept


@pytest.mark.parametrize("wrong", ["", "7KQM", "AAAA-AAAA-AAAA-AAAA-AAAA", "x" * 5000])
def test_another_code_opens_nothing(at, wrong):
    made(at)
    assert not opens(wrong, at)


def test_a_code_opens_for_its_own_person_alone(at):
    code, _ = made(at)
    assert not opens(code, at, whom="folasade-adeyemi")
    assert lettings_in.letting_in_at_the_door(email="nobody@tolland-bay.example", code=code, at=at) is None
    assert lettings_in.letting_in_at_the_door(email=f" {email(JOEL).upper()} ", code=code, at=at)


def test_a_code_lasts_an_hour_to_the_second(at):
    code, id = made(at)
    end = at + timedelta(hours=1)
    assert opens(code, end - timedelta(seconds=1))
    assert not opens(code, end)
    with pytest.raises(BadInput) as bad:
        use(id, end)
    assert bad.value.field == "code"


def test_a_later_code_takes_the_place_of_the_one_before(at):
    first, id = made(at)
    second, _ = made(at + timedelta(minutes=1), keeper=YUSUF)
    later = at + timedelta(minutes=2)
    assert not opens(first, later) and opens(second, later)
    with pytest.raises(BadInput):
        use(id, later)


def test_a_code_counts_once(at):
    code, id = made(at)
    use(id, at)
    assert not opens(code, at)
    with pytest.raises(BadInput) as bad:
        use(id, at, password="another quiet turnip ladder")
    assert bad.value.field == "code"
    assert models.SignIn.objects.get(practitioner__code=JOEL).check_password(PASSWORD)


def test_a_code_of_somebody_else_is_not_used(at):
    _, id = made(at)
    with pytest.raises(BadInput):
        use(id, at, whom="folasade-adeyemi")
    assert not models.LettingInEnd.objects.exists()


def test_a_password_that_will_not_do_uses_nothing_up(at):
    code, id = made(at)
    with pytest.raises(BadInput) as bad:
        use(id, at, password="joel prewett 2026")
    assert bad.value.field == "new_password"
    assert opens(code, at)


def test_a_keeper_takes_a_code_back_and_only_one_who_keeps_that_person(at):
    code, id = made(at)
    for other in ("callum-reith", JOEL, "philippa-venn"):
        with pytest.raises(Refused):
            operations.take_code_back(letting_in=id, by=who(other, at), at=at)
    with pytest.raises(Refused):
        operations.take_code_back(letting_in=uuid4(), by=who(HELEN, at), at=at)
    operations.take_code_back(letting_in=id, by=who(YUSUF, at), at=at)
    assert not opens(code, at)
    with pytest.raises(BadInput):
        operations.take_code_back(letting_in=id, by=who(HELEN, at), at=at)


def test_it_takes_one_hash_and_as_many_statements_whoever_it_is_for(
    at, monkeypatch, django_assert_num_queries
):
    hashed = []
    for name in ("make_password", "check_password"):
        real = getattr(one_time_codes, name)
        monkeypatch.setattr(
            one_time_codes, name, lambda *given, _real=real: hashed.append(1) or _real(*given)
        )
    made(at)
    for typed_for in (email(JOEL), email("folasade-adeyemi"), "nobody@tolland-bay.example"):
        hashed.clear()
        with django_assert_num_queries(2):
            assert not lettings_in.letting_in_at_the_door(email=typed_for, code="wrong", at=at)
        assert len(hashed) == 1, typed_for


# ── what is kept, and who reads it ───────────────────────────────────────────────────────────────────────────────


def test_who_let_in_whom_is_read_by_the_keepers_of_that_agency_and_the_guardian_alone(at):
    _, id = made(at)
    use(id, at)
    made(at, keeper="peter-lanyon", whom="martha-hale")
    read = {
        code: [one.whom for one in lettings_in.lettings_in_for(by=who(code, at), since=at, at=at)]
        for code in (
            HELEN,
            YUSUF,
            "callum-reith",
            "peter-lanyon",
            "joy-okafor",
            "david-mensah",
            "philippa-venn",
            JOEL,
        )
    }
    assert read[HELEN] == read[YUSUF] == ["Joel Prewett"]
    assert read["peter-lanyon"] == read["joy-okafor"] == ["Martha Hale"]
    assert sorted(read["philippa-venn"]) == ["Joel Prewett", "Martha Hale"]
    assert read["callum-reith"] == read["david-mensah"] == read[JOEL] == []


def test_each_line_says_who_when_on_what_proof_and_what_came_of_it(at):
    made(at)
    _, second = made(at + timedelta(minutes=1), keeper=YUSUF, proof="in_person", words="At my desk.")
    use(second, at + timedelta(minutes=2))
    newest, first = lettings_in.lettings_in_for(by=who(HELEN, at), since=at, at=at)
    assert (newest.made_by_name, newest.proof, newest.words, newest.how) == (
        "Yusuf Demir",
        "in_person",
        "At my desk.",
        "used",
    )
    assert (newest.ended_at, newest.device) == (at + timedelta(minutes=2), "Firefox on Windows")
    assert (first.made_by_name, first.how) == ("Helen Marrable", "replaced")


def test_the_person_is_told_of_every_change_to_their_sign_in_and_nobody_elses(at):
    _, id = made(at)
    use(id, at + timedelta(minutes=1))
    operations.change_password(
        password="another quiet turnip ladder", device="Edge on Windows", by=who(JOEL, at), at=at + timedelta(minutes=2)
    )  # fmt: skip
    told = lettings_in.changes_of_sign_in(practitioner=who(JOEL, at).id, limit=8)
    assert [one.sentence.split(",")[0].split(":")[0] for one in told] == [
        "Your password was changed",
        "You were let in with a code",
        "A code to let you in was made by Helen Marrable",
    ]
    assert lettings_in.changes_of_sign_in(practitioner=who(HELEN, at).id, limit=8) == ()


def test_the_database_lets_nobody_rewrite_who_let_in_whom_or_let_themselves_in(at):
    _, id = made(at)
    use(id, at)
    for rows in (models.LettingIn.objects.all(), models.LettingInEnd.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(area="elsewhere")
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete("default")
    row = models.LettingIn.objects.get()
    with pytest.raises(IntegrityError, match="nobody_lets_themselves_in"), transaction.atomic():
        models.LettingIn.objects.create(
            id=uuid4(), area=AREA, practitioner=row.practitioner, proof="in_person", words="x", code="x",
            made_at=at, made_by=row.practitioner_id, to_at=at + timedelta(hours=1),
        )  # fmt: skip
