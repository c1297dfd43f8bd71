"""A process that dies between the entry and its prompt: after a restart the prompt comes."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from kith.jobs.rounds import one_round
from kith.patterns import queries as patterns
from tests.support.world import tolland_bay

ROOT = Path(__file__).resolve().parents[2]
DIES = """
import os, sys
sys.path[:0] = [{root!r}]
import django
django.setup()
from datetime import datetime
from kith.journeys import receive_concern
from tests.support.world import Area, Child
receive_concern.catch_up = lambda **_: os.kill(os.getpid(), 9)
area = Area({area!r}, datetime.fromisoformat({now!r}))
from uuid import UUID
child = Child(UUID({child!r}), "Noor Haddad", area.now.date())
area.agency("health_visiting").report(child, "injury_seen", appearance="bruise", site=["cheek"])
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_after_kill_9_between_the_entry_and_its_prompt_the_prompt_comes():
    area = tolland_bay()
    baby = area.child("Noor Haddad", born=area.now.date())
    area.on("3 Apr")

    given = {"root": str(ROOT), "area": area.code, "now": area.now.isoformat(), "child": str(baby.id)}
    environment = os.environ | {
        "DATABASE_URL": settings.KITH_DATABASE_URL,
        "KITH_DATABASE_ROLE": "app",
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }
    died = subprocess.run([sys.executable, "-c", DIES.format(**given)], env=environment, cwd=ROOT)

    assert died.returncode == -9
    assert len(area.entries_about(baby)) == 1
    assert patterns.prompts_about(child=baby.id) == ()

    one_round(at=datetime.fromisoformat(given["now"]))

    assert {p.step for p in patterns.prompts_about(child=baby.id)} >= {
        "obtain_paediatric_opinion",
        "strategy_discussion",
    }
