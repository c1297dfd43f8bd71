"""Processes are killed at random points while messages come in: what was sent is an entry or a letter, each once."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kith.jobs.rounds import one_round
from tests.feeds.world import POSTS
from tests.support.world import tolland_bay

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = 75
"""About as many as a message takes: a process dies before one of them, or just after the last."""
HEAD = "upn,forename,surname,date_of_birth,from,code\n"


class Dying:
    """A program that has Kith loaded and forks for each run."""

    def __init__(self, area):
        environment = os.environ | {
            "DATABASE_URL": settings.KITH_DATABASE_URL,
            "KITH_DATABASE_ROLE": "app",
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }
        self.area, self.at = area, area.now
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.feeds.dying"], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def run(self, feed="", body="", *, dies_at):
        """How a process ended that sent this message, or did a round where there is none."""
        self.at += timedelta(minutes=2)
        asked = {
            "feed": feed, "body": body, "dies_at": dies_at, "at": self.at.isoformat(), "area": self.area.code,
            "post": POSTS["police" if feed.startswith("police") else "school"],
        }  # fmt: skip
        self.program.stdin.write(json.dumps(asked) + "\n")
        self.program.stdin.flush()
        return int(self.program.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.stdin.close()
        self.program.wait(timeout=30)
        self.program.stdout.close()


def messages(chance):
    """Messages of one to three parts without end, some of them bad: (feed, body, how many parts)."""
    for at in count():
        parts = chance.randint(1, 3)
        if at % 2:
            rows = [f"A8012{at:04}{n:04},Ivo{_letters(at)},Hart{_letters(n)},2015-05-05,{chance.choice(['2026-03-09', 'no day'])},O\n"
                    for n in range(parts)]  # fmt: skip
            yield "school_absence", HEAD + "".join(rows), parts
        else:
            children = [{"person": f"P-{at}-{n}", "name": f"Mia{_letters(at)} Lark{_letters(n)}", "born": chance.choice(["2016-01-01", "?"])}
                        for n in range(parts)]  # fmt: skip
            said = {
                "incident": f"TC-{at}",
                "happened": "2026-03-08",
                "category": "welfare",
                "account": "Out late.",
                "children": children,
            }
            yield "police_notice", json.dumps(said), parts


def _letters(number):
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def killed(number, word):
    """So many processes are killed; what stands in the database afterwards, and how they ended."""
    area, chance = tolland_bay().on("10 Mar"), random.Random(word)
    given, ended, stream = [], Counter(), messages(chance)
    with Dying(area) as dying:
        while ended[-9] < number:
            feed, body, parts = next(stream)
            given.append((feed, body, parts))
            while ended[-9] < number:
                code = dying.run(feed, body, dies_at=chance.randint(1, STATEMENTS))
                ended[code] += 1
                if code == 0 or chance.random() < 0.5:  # its sender asks again, or a worker goes on with it
                    break
            if chance.random() < 0.3 and ended[-9] < number:
                ended[dying.run(dies_at=chance.randint(1, STATEMENTS))] += 1
        for feed, body, _ in given:  # whoever had no answer sends the same again
            assert dying.run(feed, body, dies_at=-1) == 0
    one_round(at=dying.at + timedelta(hours=2))
    return sum(parts for _, _, parts in given), ended


def stand():
    """Entries, letters, parts that were dealt with, and whatever stands twice or is left to do."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT (SELECT count(*) FROM chronology_entry_content WHERE kind <> 'contact_opened'), (SELECT count(*) FROM kernel_dead_letter),
                   (SELECT count(*) FROM kernel_message_part),
                   (SELECT count(*) FROM kernel_received_message WHERE done_at IS NULL),
                   (SELECT count(*) FROM kernel_outbox_item WHERE topic = 'message_received' AND done_at IS NULL),
                   (SELECT count(*) - count(DISTINCT (said_by, sender_key)) FROM chronology_entry_content
                     WHERE kind <> 'contact_opened'),
                   (SELECT count(*) - count(DISTINCT told) FROM pathway_contact),
                   (SELECT count(*) - count(DISTINCT body) FROM kernel_dead_letter),
                   (SELECT count(*) - count(DISTINCT digest) FROM chronology_envelope)""")
        names = (
            "entries",
            "letters",
            "parts",
            "unfinished",
            "to do",
            "entries twice",
            "contacts twice",
            "letters twice",
            "envelopes twice",
        )
        return dict(zip(names, cursor.fetchone(), strict=True))


def nothing_is_lost(number, word):
    sent, ended = killed(number, word)
    found = stand()
    assert ended[-9] == number and not ended[1], ended
    assert found["entries"] + found["letters"] == found["parts"] == sent
    assert found["entries"] and found["letters"]
    assert {
        name: count for name, count in found.items() if name not in ("entries", "letters", "parts") and count
    } == {}


@pytest.mark.django_db(transaction=True)
def test_twelve_killed_processes_lose_nothing_and_do_nothing_twice():
    nothing_is_lost(12, "twelve")


@pytest.mark.slow(whole=True)
@pytest.mark.django_db(transaction=True)
def test_two_hundred_killed_processes_lose_nothing_and_do_nothing_twice():
    nothing_is_lost(200, "two hundred")
