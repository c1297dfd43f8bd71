"""Every look and refusal is sealed into a chain, and whatever was done to one afterwards is found."""

from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from kith.access import models, operations, policies
from kith.access.types import NotInvolved
from kith.chronology import verifier
from tests.rooms.access_world import AT, actor, child, involve, load

LOOKS = 6


@pytest.fixture
def roots(settings, tmp_path) -> Path:
    settings.KITH_ROOTS_FILE = str(tmp_path / "roots.txt")
    return tmp_path / "roots.txt"


@pytest.fixture
def sealed(transactional_db, roots):
    """Six looks of two people at one child, and one refusal, sealed in two goes."""
    load()
    amira, joel = child(), actor("joel-prewett")
    involve(amira, "joel-prewett")
    for minutes in range(LOOKS):
        operations.open_child(
            child=amira, purpose="read the story", by=joel, at=AT + timedelta(minutes=minutes)
        )
        if minutes == 2:
            operations.seal_looks(at=AT)
    with pytest.raises(NotInvolved):
        operations.open_child(child=amira, purpose="read the story", by=actor("anneka-bright"), at=AT)
    operations.seal_looks(at=AT)
    return amira


def verify(connection, roots):
    return verifier.verify(connection, lambda: roots.read_text().splitlines(), wait=lambda seconds: None)


def problems(test_database, roots, *statements: str) -> list[str]:
    """What the verifier says after somebody who administers the database did this; it is undone again."""
    with psycopg.connect(test_database.url) as administrator:
        administrator.execute("SET LOCAL session_replication_role = replica")
        for statement in statements:
            administrator.execute(statement.encode())
        report = verify(administrator, roots)
        administrator.rollback()
    return report.sentences


def test_honest_looks_are_sealed_once_and_verify(sealed, test_database, roots):
    with psycopg.connect(test_database.url_as("asker")) as reader:
        report = verify(reader, roots)
    assert report.intact, report.sentences
    assert report.lengths == {"entries": 0, "looks": LOOKS + 1}
    assert not models.Unsealed.objects.exists()
    assert operations.seal_looks(at=AT) == 0


FIRST = "(SELECT id FROM access_look ORDER BY looked_at LIMIT 1)"
LATEST = "(SELECT id FROM access_look ORDER BY looked_at DESC LIMIT 1)"
DANA = "(SELECT id FROM agencies_practitioner WHERE code = 'dana-ferris')"
SAME = "area, child_id, practitioner_id, basis, purpose, looked_at"
TAMPERED = {
    "another looked": f"UPDATE access_look SET practitioner_id = {DANA} WHERE id = {FIRST}",
    "at another time": f"UPDATE access_look SET looked_at = looked_at - interval '1 day' WHERE id = {LATEST}",
    "for another purpose": f"UPDATE access_look SET purpose = 'audit' WHERE id = {FIRST}",
    "on another basis": f"UPDATE access_look SET basis = 'team_duty' WHERE id = {FIRST}",
    "another area": f"UPDATE access_look SET area = 'elsewhere' WHERE id = {FIRST}",
    "a look removed": f"DELETE FROM access_look WHERE id = {FIRST}",
    "the last look removed": f"DELETE FROM access_look WHERE id = {LATEST}",
    "every look removed": "DELETE FROM access_look",
    "a look put in": f"INSERT INTO access_look (id, {SAME}) SELECT gen_random_uuid(), {SAME} FROM access_look LIMIT 1",
    "two looks swapped": f"""UPDATE access_look l SET looked_at = o.looked_at FROM access_look o
        WHERE (l.id, o.id) IN (({FIRST}, {LATEST}), ({LATEST}, {FIRST}))""",
    "a refusal softened": "UPDATE access_refusal SET what = 'unknown'",
    "a refusal given to another": f"UPDATE access_refusal SET practitioner_id = {DANA}",
    "a refusal removed": "DELETE FROM access_refusal",
    "the tail cut": f"DELETE FROM kernel_chain_link WHERE chain = 'looks' AND seq > {LOOKS - 1}",
    "the whole chain removed": "DELETE FROM kernel_chain_link WHERE chain = 'looks'",
    "a link removed": "DELETE FROM kernel_chain_link WHERE chain = 'looks' AND seq = 3",
    "a link altered": "UPDATE kernel_chain_link SET payload = payload || 'x' WHERE chain = 'looks' AND seq = 3",
    "a link given another digest": "UPDATE kernel_chain_link SET digest = sha256('x') WHERE chain = 'looks' AND seq = 3",
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_done_to_a_look_is_found(sealed, test_database, roots, name):
    assert problems(test_database, roots, TAMPERED[name])


def test_a_forger_who_seals_everything_anew_is_found_by_the_roots_outside(sealed, test_database, roots):
    """An old copy put back: the looks and links of before the last sealing, all in agreement among themselves."""
    old_copy = (
        "DELETE FROM access_look WHERE looked_at > (SELECT min(looked_at) + interval '2 minutes' FROM access_look)",
        "DELETE FROM access_refusal",
        "DELETE FROM kernel_chain_link WHERE chain = 'looks' AND seq > 3",
    )
    (sentence,) = problems(test_database, roots, *old_copy)
    assert "the tail was cut off, or this is an old backup" in sentence


def test_a_look_that_waits_some_seconds_is_no_fault_and_one_that_waits_an_hour_is(
    sealed, test_database, roots
):
    operations.open_child(child=sealed, purpose="read the story", by=actor("joel-prewett"), at=AT)
    assert problems(test_database, roots) == []
    (sentence,) = problems(
        test_database, roots, "UPDATE access_unsealed SET put_at = put_at - interval '61 minutes'"
    )
    assert "no link seals it" in sentence


def test_the_looks_of_before_there_was_a_chain_wait_too(sealed):
    """A row that is written by any way waits to be sealed: the database itself sees to it."""
    basis = policies.check_can_see(child=sealed, by=actor("joel-prewett"), at=AT)
    operations.look(child=sealed, by=actor("joel-prewett"), basis=basis, purpose="read again", at=AT)
    assert models.Unsealed.objects.get().what == "look"
