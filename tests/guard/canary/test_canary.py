"""Nobody who is not cleared is told what is held closely, in any form, anywhere; whoever is cleared is."""

import base64
import quopri
from collections import Counter
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kith.access import operations as access
from tests.guard.canary import crawl, families, looking
from tests.guard.counting import write_counts
from tests.guard.normal_forms import FORMS, needles, said_in
from tests.guard.standing_still import NOW, taken_back, time_stands_still
from tests.support.world import tolland_bay
from tests.web.living import by_code

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
QUIETLY = {
    "phases": [Phase.generate],
    "deadline": None,
    "database": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
}
SECRET = "Larkspur House, ZX9 0AA"


@pytest.fixture(scope="module")
def area(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), time_stands_still(), taken_back():
        yield tolland_bay(NOW)


def looked_for(area, said, moved, counts):
    """One family, crawled and searched; what was found where."""
    with taken_back():
        family = families.family(area, said, moved_into_the_vault=moved)
        seen = crawl.crawl(area, family)
    counts.update(families=1, answers=len(seen.answers), traces=len(seen.traces))
    counts.update({"samples (one secret sought in one place)": looking.samples(seen, said)})
    return looking.found_in(seen, said)


def everywhere(area, examples, name):
    counts = Counter()

    @settings(max_examples=examples, **QUIETLY)
    @given(said=families.secrets(), moved=st.booleans())
    def each(said, moved):
        assert looked_for(area, said, moved, counts) == {}

    each()
    write_counts(name, {**counts, "found": 0})


def test_a_few_families_keep_their_secrets_everywhere(area):
    everywhere(area, 2, "canary, a sample")


@pytest.mark.slow(whole=True)
def test_many_families_keep_their_secrets_everywhere(area):
    everywhere(area, 70, "canary, whole")


def test_whoever_goes_there_is_told_by_asking_with_a_reason_and_reads_where(area):
    with taken_back():
        said = families.Secrets(
            house="Larkspur House", street="14 Quarry Rise", postcode="ZX9 0AA", telephone="07700 900123",
            uprn="912345600789", coordinates="50.123456, -3.654321", refuge="Zelkova Refuge", school="Zinnia Primary",
            clinic="Zedoary Clinic", visited="Zoysia Court", sealed_name="Zw Zqsealed", restricted_name="Zr Zqrestr",
        )  # fmt: skip
        family = families.family(area, said)
        told = access.reveal_address(
            child=family.child.id, address=family.address, purpose="A visit today.",
            by=by_code(area, families.ALLOCATED).actor, at=NOW,
        )  # fmt: skip
        page = crawl.browser(area, families.ALLOCATED).get(f"/children/{family.child.id}/chronology/")
    assert said_in(told.encode(), needles(said.of_the_vault)) == set(said.of_the_vault)
    assert said_in(page.content, needles(said.of_places)) == set(said.of_places)


def _split(said: str) -> bytes:
    return "<i>".join(said).encode()


@pytest.mark.parametrize(
    ("form", "sent"),
    [
        ("case", SECRET.swapcase().encode()),
        ("spaces", SECRET.replace(" ", "\n  ").encode()),
        ("punctuation", b"Larkspur-House; ZX9.0AA"),
        ("URL", quote(SECRET, safe="").encode()),
        ("HTML entities", "".join(f"&#{ord(sign)};" for sign in SECRET).encode()),
        ("base64", b"id=" + base64.b64encode(SECRET.encode())),
        ("quoted-printable", quopri.encodestring(SECRET.encode(), quotetabs=True).replace(b"L", b"=4C")),
        ("UTF-7", SECRET.replace("H", "+AEg-").encode("ascii")),
        ("UTF-16", SECRET.encode("utf-16")),
        ("reversed", SECRET[::-1].encode()),
        ("split across tags", _split(SECRET)),
    ],
)
def test_each_form_is_seen_through(form, sent):
    assert form in FORMS
    assert said_in(b"<p>Before. " + sent + b" After.</p>", needles([SECRET])) == {SECRET}


@pytest.mark.parametrize("rounded", ["50.12,-3.65", "50.123 / 3.654"])
def test_rounded_coordinates_are_seen_through(rounded):
    assert said_in(rounded.encode(), needles(["50.123456, -3.654321"]))


def test_what_is_not_there_is_not_found():
    assert said_in(b"<p>Address withheld</p>", needles([SECRET])) == set()
