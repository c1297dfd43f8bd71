"""Fields that no form has and no letter may have, named as columns of the tables: they change nothing, or are refused with words."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, models

from kith.patterns.queries import rulebook
from kith.web.find_child import views
from tests.api.conftest import System, item, person
from tests.guard.counting import write_counts
from tests.guard.hostile.world import in_the_tables, token
from tests.guard.standing_still import taken_back

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:No directory at")]
SOMEBODY = UUID(int=7)
HIGHER = (
    "is_superuser",
    "is_staff",
    "is_active",
    "user_permissions",
    "groups",
    "last_login",
    "roles",
    "by",
    "at",
    "as_role",
)
"""What a column of Django's own, or of nobody yet, would be called."""
NOT_OF_RECORDS = ("django_session", "web_opensession", "web_lasthere", "kernel_chain_link", "web_wrongtry")
"""Of the browser and of the clock; and salted digests, which never are the same twice."""
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_BYTES = re.compile(r"\\\\x[0-9a-f]*")
AT_LEAST = 15
"""Forms that, filled in properly, write something."""


def columns() -> dict[str, str]:
    """Every column of every table of ours, with a value that would do harm."""
    found = dict.fromkeys(HIGHER, "True")
    for model in apps.get_models():
        if model.__module__.startswith("kith."):
            for one in model._meta.local_fields:
                found |= {one.name: _harm(one), one.attname: _harm(one)}
    return found


def _harm(field: Any) -> str:
    if isinstance(field, models.BooleanField):
        return "True"
    if isinstance(field, models.DateTimeField | models.DateField):
        return "2020-01-01"
    if isinstance(field, models.UUIDField) or field.is_relation:
        return str(SOMEBODY)
    return "1" if isinstance(field, models.IntegerField) else "Zqmoreword"


def state(tables: Iterable[str]) -> dict[str, Counter[str]]:
    """Every row of these tables, as text."""
    rows = {}
    with in_the_tables(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" t')  # noqa: S608
            rows[table] = Counter(row for (row,) in cursor.fetchall())
    return rows


def touched() -> dict[str, tuple[int, ...]]:
    """How often each table was written since the world began, by PostgreSQL's own count."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables")
        return {name: tuple(counts) for name, *counts in cursor.fetchall() if name not in NOT_OF_RECORDS}


@pytest.fixture(scope="module")
def before(made):
    held = state(touched())
    return held, {id for rows in held.values() for row in rows for id in _ID.findall(row)}


def written(made, before, form, given):
    """What a form wrote and what went, its new ids all called new, and how it was answered."""
    held, ids = before
    with taken_back():
        counted = touched()
        answer = made.clients[form.who].post(form.action, given)
        now = state(name for name, counts in touched().items() if counted.get(name) != counts)

    def plain(rows):
        named = (
            _ID.sub(lambda id: id[0] if id[0] in ids or id[0] == str(SOMEBODY) else "new", row)
            for row in rows
        )
        return Counter(_BYTES.sub("bytes", row) for row in named)

    new = Counter(f"{name} {row}" for name, rows in now.items() for row in (rows - held[name]).elements())
    gone = Counter(f"{name} {row}" for name, rows in now.items() for row in (held[name] - rows).elements())
    return plain(new.elements()), plain(gone.elements()), answer.status_code


def test_no_column_that_is_sent_beside_a_form_changes_what_it_writes(made, before, every_form):
    more, wrote, wrong, every = columns(), 0, [], every_form
    assert len(more) > 200
    for form in every:
        given = form.well_filled()
        plainly = written(made, before, form, given)
        harmful = {
            name: value
            for name, value in more.items()
            if name not in {*form.typed, *dict(form.chosen), *form.offered}
        }
        with_more = written(made, before, form, given | harmful)
        wrote += bool(plainly[0])
        if plainly != with_more:
            wrong.append(
                f"{form}: {list((with_more[0] - plainly[0]).elements())[:2]}, {plainly[2]} and {with_more[2]}"
            )
    write_counts(
        "fields that no form has",
        {"forms": len(every), "that wrote": wrote, "columns": len(more), "wrong": len(wrong)},
    )
    assert not wrong, "\n".join(wrong)
    assert wrote >= AT_LEAST, f"only {wrote} of {len(every)} forms wrote anything"


def test_a_form_that_took_a_column_from_what_is_posted_would_be_found(made, before, every_form, monkeypatch):
    def careless(request, by, at):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET language = %s", [request.POST.get("language", "")])
        return views.show(request, views.before_asking(by=by, at=at))

    monkeypatch.setattr(views, "_answered", careless)
    form = next(one for one in every_form if one.action == "/children/")
    given = form.well_filled()
    assert written(made, before, form, given) != written(made, before, form, given | columns())


@pytest.mark.parametrize("where", ["letter", "entry", "person", "happened", "details", "reference"])
def test_a_letter_with_a_field_that_is_none_is_refused_with_words_and_nothing_is_kept(made, before, where):
    known = KNOWN[where]
    more = {name: value for name, value in columns().items() if name not in known}
    school = System(area=made.area, agency="school", post="", issued=token(made))
    with taken_back():
        if where == "letter":
            answers = [
                school.send_body(_letter({name: value}), key=f"more-{number}")
                for number, (name, value) in enumerate([*more.items()][::25])
            ]
            assert {one.status_code for one in answers} <= {400, 422}
            assert all(one.json()["errors"][0]["problem"] for one in answers)
            return
        answer = school.send(
            *(_with_more(where, {name: value}) for name, value in more.items()), key=f"more-{where}"
        )
        told = answer.json()["entries"]
    taken = [name for name, one in zip(more, told, strict=True) if one["status"] != "refused"]
    assert not taken and answer.status_code == 422
    assert all(one["errors"] and all(error["problem"] for error in one["errors"]) for one in told)
    assert "Zqmoreword" not in answer.content.decode()


KNOWN = {
    "letter": {"entries", "agency"},
    "entry": {
        "people", "kind", "happened", "about", "details", "childs_words", "text", "voice", "claim", "captured_at", "told",
        "references", "because", "sender_reference", "agency",
    },
    "person": {
        "key", "kind", "sender_key", "full_name", "known_as", "born", "expected_on", "sex", "nhs_number", "upn", "postcode",
        "phone", "guardian_names",
    },
    "happened": {"from", "to", "precision"},
    "details": set(rulebook().entry_kinds["injury_seen"].details),
    "reference": {"relation", "id", "sender_reference"},
}  # fmt: skip
"""What a letter may say, by its description."""


def _letter(more):
    return json.dumps({"entries": [item()], **more})


def _with_more(where, more):
    if where == "entry":
        return item() | more
    if where == "person":
        return item(people=[person() | more])
    if where == "happened":
        return item(happened={"from": "2026-01-20"} | more)
    if where == "details":
        return item(details=item()["details"] | more)
    return item(references=[{"relation": "about", "sender_reference": "earlier"} | more])
