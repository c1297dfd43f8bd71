"""Only a system with a token that is valid now comes in, and a browser's session is nothing here."""

import hashlib
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from kith.agencies import operations as staff
from kith.agencies import queries as agencies
from kith.api import command, operations, queries
from kith.api.models import ApiToken
from kith.api.types import NewToken
from kith.kernel.errors import BadInput
from tests.api.conftest import ADDRESS, item, kept

HEADERS = {"Idempotency-Key": "k"}


def refused(answer) -> bool:
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["errors"][0]["field"] == "Authorization"
    return True


BAD_TOKENS = (
    "",
    "Bearer",
    "Bearer ",
    "Bearer kith_nonsense",
    "Basic abc",
    "Token {}",
    "bearer\t{}",
    "Bearer {}x",
    "Bearer ÿ",
)


def test_a_bad_token_is_refused(school):
    for given in BAD_TOKENS:
        headers = HEADERS | {"Authorization": given.format(school.issued.secret)}
        assert refused(Client().post(ADDRESS, data="{}", content_type="application/json", headers=headers)), (
            given
        )
        assert refused(Client().get(f"{ADDRESS}/x", headers=headers)), given


def test_without_any_token_nobody_comes_in(school):
    assert refused(Client().post(ADDRESS, data="{}", content_type="application/json", headers=HEADERS))


def test_a_session_is_nothing_at_this_door(area, school):
    """A signed-in browser that a page of another site sends here is a stranger, and is given no cookie."""
    client = Client(enforce_csrf_checks=True)
    worker = agencies.practitioners_in(area=area.code, agency="school")[0]
    client.force_login(staff.models.SignIn.objects.get(practitioner=worker.id))
    assert refused(client.post(ADDRESS, data="{}", content_type="application/json", headers=HEADERS))
    answer = school.send(item())
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"


def test_no_token_of_forgery_is_asked_for(school):
    school.client.handler.enforce_csrf_checks = True
    kept(school.send(item()))


def test_a_token_ends_with_its_period_and_when_it_is_revoked(area, system_of):
    short, long = system_of("school", days=7), system_of("police")
    area.on("7 Feb", hour=12)
    kept(short.send(item()))
    operations.revoke_token(long.issued.id, by=area.system, at=area.now)
    area.on("8 Feb", hour=12)
    assert refused(short.send(item()))
    assert refused(long.send(item()))


def test_a_token_is_not_valid_before_its_time(area, school):
    later = NewToken(
        agency="school", practitioner=school.post, purpose="next term", from_at=area.now + timedelta(days=5),
        to_at=area.now + timedelta(days=50),
    )  # fmt: skip
    school.issued = operations.issue_token(token=later, by=area.system, at=area.now)
    assert refused(school.send(item()))
    area.on("7 Feb")
    kept(school.send(item()))


def test_a_post_that_went_to_another_agency_does_not_take_the_token_with_it(area, school):
    police = agencies.agency(area=area.code, code="police")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE agencies_practitioner SET agency_id = %s WHERE code = %s", [police.id, school.post]
        )
    assert refused(school.send(item()))


def test_only_the_digest_of_a_secret_is_kept(school):
    row = ApiToken.objects.get()
    assert bytes(row.digest) == hashlib.sha256(school.issued.secret.encode()).digest()
    assert school.issued.secret not in repr(school.issued)
    assert len(school.issued.secret) > 40


def test_as_much_is_done_for_a_stranger_as_for_a_secret_that_is_nearly_right(area, school, monkeypatch):
    compared = []
    monkeypatch.setattr(
        queries.hmac, "compare_digest", lambda one, other: compared.append((one, other)) or False
    )
    for secret in ("kith_nonsense", school.issued.secret[:-1], school.issued.secret):
        assert queries.caller(secret=secret, at=area.now) is None
    assert [len(one) for pair in compared for one in pair] == [32] * 6


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"agency": "police"}, "agency"),
        ({"practitioner": "nobody"}, "practitioner"),
        ({"purpose": " "}, "purpose"),
        ({"days": 0}, "to_at"),
        ({"days": 401}, "to_at"),
    ],
)
def test_a_token_that_may_not_be_issued_says_why(area, school, changed, field):
    days = changed.pop("days", 90)
    token = NewToken(
        **{
            "agency": "school",
            "practitioner": school.post,
            "purpose": "x",
            "to_at": area.now + timedelta(days=days),
        }
        | changed
    )
    with pytest.raises(BadInput) as problem:
        operations.issue_token(token=token, by=area.system, at=area.now)
    assert problem.value.field == field


def test_a_token_is_revoked_once_and_in_its_own_area(area, school):
    operations.revoke_token(school.issued.id, by=area.system, at=area.now)
    with pytest.raises(BadInput):
        operations.revoke_token(school.issued.id, by=area.system, at=area.now)
    row = ApiToken.objects.get()
    assert (row.revoked_by, row.issued_by) == (area.system.id, area.system.id)


def test_the_command_issues_lists_and_revokes(area, capsys, monkeypatch):
    monkeypatch.setattr(command, "now", lambda: area.now)
    manager = agencies.practitioner(id=area.system.id).code
    post = agencies.practitioners_in(area=area.code, agency="school")[0].code
    here = ["--area", area.code]

    assert (
        command.main(
            ["issue", *here, "--agency", "school", "--post", post, "--for", "CPOMS", "--by", manager]
        )
        == 0
    )
    told = capsys.readouterr()
    secret = told.out.strip()
    assert queries.caller(secret=secret, at=area.now).by.agency == "school"
    assert "1 February 2027" in told.err

    assert command.main(["list", *here]) == 0
    line = capsys.readouterr().out
    assert "CPOMS" in line and "school" in line and secret not in line

    token = str(queries.tokens_in(area=area.code)[0].id)
    assert command.main(["revoke", *here, token, "--by", manager]) == 0
    assert queries.caller(secret=secret, at=area.now) is None
    assert command.main(["revoke", *here, token, "--by", manager]) == 1
    assert "revoked before" in capsys.readouterr().err
