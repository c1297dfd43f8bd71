"""Chains: each link seals all before it, and the last is published outside the database."""

import threading
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kith.kernel import chain
from kith.kernel.chain import NewLink, append_links, digest_of
from kith.kernel.ids import new_id
from kith.kernel.models import ChainLink

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
PUBLISHED: list[chain.Root] = []


def second_place(root):
    """What KITH_ROOTS_PLACES names in these tests."""
    PUBLISHED.append(root)


def failing_place(root):
    raise OSError("the other place is down")


def links(*words):
    return [NewLink(kind="word", subject=new_id(), payload=word) for word in words]


def append(*words, name="tried"):
    with transaction.atomic():
        return append_links(chain=name, items=links(*words), at=AT)


@pytest.mark.django_db
def test_links_are_numbered_from_one_and_name_the_one_before():
    append("a", "b")
    append("c")
    rows = list(ChainLink.objects.filter(chain="tried").order_by("seq"))
    assert [row.seq for row in rows] == [1, 2, 3]
    assert bytes(rows[0].previous) == bytes(32)
    assert [bytes(row.previous) for row in rows[1:]] == [bytes(row.digest) for row in rows[:-1]]


@pytest.mark.django_db
def test_a_digest_covers_every_field_of_its_link():
    append("a")
    row = ChainLink.objects.get(chain="tried", seq=1)
    fields = {
        "chain": "tried",
        "seq": 1,
        "kind": "word",
        "subject": row.subject,
        "payload": b"s1:a",
        "previous": bytes(32),
    }
    assert bytes(row.digest) == digest_of(**fields)
    for name, other in (
        ("chain", "x"),
        ("seq", 2),
        ("kind", "y"),
        ("subject", new_id()),
        ("payload", b"s1:b"),
    ):
        assert digest_of(**{**fields, name: other}) != bytes(row.digest)


@pytest.mark.django_db
def test_two_chains_do_not_touch_each_other():
    append("a", name="entries")
    append("b", name="looks")
    assert list(ChainLink.objects.order_by("chain").values_list("chain", "seq")) == [
        ("entries", 1),
        ("looks", 1),
    ]


@pytest.mark.django_db
def test_nothing_to_append_is_nothing_done():
    assert append_links(chain="tried", items=[], at=AT) is None
    assert not ChainLink.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_chain_is_not_held_outside_a_transaction():
    with pytest.raises(RuntimeError):
        append_links(chain="tried", items=links("a"), at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE kernel_chain_link SET kind = 'x'", "DELETE FROM kernel_chain_link"]
)
def test_pages_cannot_change_a_chain(statement):
    append("a")
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement", ["UPDATE kernel_chain_link SET kind = 'x'", "DELETE FROM kernel_chain_link"]
)
def test_not_even_the_owner_changes_a_chain_while_its_triggers_stand(test_database, statement):
    append("a")
    with (
        test_database.connect("owner") as owner,
        pytest.raises(Exception, match="Cannot update or delete rows from"),
    ):
        owner.execute(statement)


@pytest.mark.django_db
def test_a_number_is_given_once():
    append("a")
    row = ChainLink.objects.get()
    twice = ChainLink(
        chain="tried",
        seq=1,
        kind="word",
        subject=new_id(),
        payload=b"",
        previous=row.previous,
        digest=bytes(32),
    )
    with pytest.raises(IntegrityError):
        twice.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_the_root_is_in_the_file_once_the_links_are_committed(tmp_path: Path, settings):
    settings.KITH_ROOTS_FILE = str(tmp_path / "roots" / "roots.txt")
    append("a", "b")
    last = append("c")
    written = Path(settings.KITH_ROOTS_FILE).read_text().splitlines()
    assert [line.split()[:2] for line in written] == [["tried", "2"], ["tried", "3"]]
    assert written[-1] == f"tried 3 {last.digest.hex()} 2026-03-03T12:00:00.000000Z"


@pytest.mark.django_db(transaction=True)
def test_links_that_were_rolled_back_are_never_published(tmp_path: Path, settings):
    settings.KITH_ROOTS_FILE = str(tmp_path / "roots.txt")
    with pytest.raises(KeyError), transaction.atomic():
        append_links(chain="tried", items=links("a"), at=AT)
        raise KeyError
    assert not Path(settings.KITH_ROOTS_FILE).exists()


@pytest.mark.django_db(transaction=True)
def test_a_root_goes_to_the_second_place_even_when_the_first_fails(settings, caplog):
    PUBLISHED.clear()
    settings.KITH_ROOTS_FILE = None
    settings.KITH_ROOTS_PLACES = [f"{__name__}.failing_place", f"{__name__}.second_place"]
    last = append("a")
    assert [last] == PUBLISHED
    assert ChainLink.objects.count() == 1, "what was committed stays"
    assert "A root was not published" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_take_turns():
    def write():
        try:
            for number in range(5):
                append(f"{threading.get_ident()} {number}")
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    rows = list(ChainLink.objects.filter(chain="tried").order_by("seq"))
    assert [row.seq for row in rows] == list(range(1, 21))
    assert all(bytes(after.previous) == bytes(before.digest) for before, after in pairwise(rows))


@pytest.mark.django_db
def test_the_tail_can_be_published_again():
    assert chain.tail(chain="tried", at=AT) is None
    last = append("a", "b")
    assert chain.tail(chain="tried", at=AT) == last
