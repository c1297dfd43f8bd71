"""A published timeline in a scratch ledger is seen as the reference engine sees the file."""

from pathlib import Path

import pytest
from django.db import connection

from kith.chronology import queries as chronology
from kith.patterns.engines import postgres, relations
from kith.replay import asking, scratch
from kith.replay.case_file import read
from kith.replay.history import history
from kith.rulebook import load

CASES = Path(__file__).resolve().parents[1] / "cases" / "published"
SLUGS = sorted(path.stem for path in CASES.glob("*.json"))
book = load("kith.rulebook.england")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_the_ledger_answers_as_the_file_does(slug):
    ((_, case),) = read(CASES / f"{slug}.json")
    found, _ = history(case, book)
    by_file = asking.asked_in_memory(found, book)

    (ledger,) = scratch.load([case], book)
    persons = {case.child_id(child.key): ledger.persons[child.key] for child in case.children}
    moments = [(persons[child], at) for at, child in asking.each_moment(found, book)]
    with connection.cursor() as cursor:
        statement = postgres.compiled(list(book.patterns.values()), relations.RECORDED)
        by_ledger = postgres.ask(cursor, statement, moments=moments)

    def told(answers, child_of, cited):
        return {
            (a.pattern, child_of[a.child], a.as_at, a.stage, tuple(cited[e] for e in a.evidence))
            for a in answers
        }

    names = {case.child_id(c.key): c.key for c in case.children}
    in_ledger = {person: key for key, person in ledger.persons.items()}
    assert told(by_ledger, in_ledger, ledger.cited_as) == told(by_file, names, found.cited_as)
    assert len(chronology.known_entries(child=ledger.persons[case.children[0].key], as_at=moments[-1][1])) > 0
