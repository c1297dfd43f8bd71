"""Cases and long histories behind the real addresses, received in batches."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.identity.types import NewDescription
from kith.journeys.receive_many import Arrival, Load, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import now
from kith.replay import scratch
from kith.replay.case_file import CaseFile, parse, read
from kith.rulebook import load
from tests.support.world import Area, Child
from tests.web.living import by_code, days_ago

CASES = Path(__file__).resolve().parents[1] / "cases"
KINDS = (
    ("police", "domestic_abuse_incident", {"child_present": True}),
    ("school", "child_seen", {"where": "class"}),
    ("hospital", "appointment", {"service": "hearing", "outcome": "attended"}),
    ("childrens_social_care", "visit", {"outcome": "completed", "seen": True, "announced": True}),
    ("school", "disclosure", {"nature": "emotional", "to_whom": "a teacher"}),
    ("childrens_social_care", "contact_received", {"nature": "welfare", "referrer_role": "aunt"}),
)
"""What a long history is made of: who says it, its kind and its details."""


def case(file: str) -> CaseFile:
    """A published case by its file's name."""
    ((_, found),) = read(CASES / "published" / file)
    return found


def ordinary(place: int) -> CaseFile:
    """One of the quiet ordinary families."""
    lines = map(json.loads, (CASES / "ordinary-sample.jsonl").read_text().splitlines())
    quiet = [line for line in lines if "universal" in line["slug"] or "bumps" in line["slug"]]
    return parse(quiet[place])


def first_child_of(given: CaseFile, area: Area, code: str = "dana-ferris") -> UUID:
    """The case in the ledger; its first child, whom the practitioner of that key may see."""
    (ledger,) = scratch.load([given], load("kith.rulebook.england"))
    child = ledger.persons[given.children[0].key]
    whom = Whom(practitioner=by_code(area, code).id)
    access.involve(child=child, whom=whom, basis="manages_the_work", by=area.system, at=area.now)
    return child


def say_many(area: Area, child: Child, number: int, *, until: int = 1) -> None:
    """So many entries about a child, two days apart, the last ``until`` days ago."""
    arrivals = [_arrival(area, child, place, until + 2 * (number - place)) for place in range(number)]
    receive_many(arrivals=arrivals, load=Load(let_recorders_follow=False))


def _arrival(area: Area, child: Child, place: int, days: int) -> Arrival:
    code, kind, details = KINDS[place % len(KINDS)]
    at = min(days_ago(days), now() - timedelta(minutes=1))
    described = NewDescription(
        said_by=code, said_by_area=area.code, sender_key=f"known-{child.id}", full_name=child.name,
        born_from=child.born, born_to=child.born,
    )  # fmt: skip
    said = EntrySaid(
        key=f"{child.id}-{place}", kind=kind, happened_from=at, happened_to=at, about=("child",), details=details,
        text=f"Entry {place} of a long history, in the words of whoever wrote it down on that day.",
        childs_words=f"I said this {place} times." if kind == "disclosure" else "",
        voice="family" if kind == "contact_received" else "professional",
        told=(("childrens_social_care", area.code),) if code != "childrens_social_care" else (),
    )  # fmt: skip
    person = PersonSaid(key="child", description=described, person=child.id)
    concern = Concern(said_by=code, said_by_area=area.code, people=(person,), entries=(said,))
    return Arrival(concern=concern, by=area.agency(code).actor, at=at)
