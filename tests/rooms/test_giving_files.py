"""A child's file: the layouts, the gate that every one of them passes, and who is given none."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from xml.etree import ElementTree

import pypdf
import pytest
from fhir.resources.R4B.bundle import Bundle

from kith.api.desk import OWN
from kith.giving import models
from kith.giving.adapters import FORMS, adapter_for, adapters
from kith.giving.summary import MADE_AT_THE_DOOR
from kith.giving.types import File, Line, Summary, Waits
from kith.outgoing import models as gate_models
from kith.outgoing import operations as gate
from kith.outgoing import queries as gates
from kith.patterns.queries import rulebook
from kith.people import operations as people
from kith.people import queries as homes
from tests.guard.hostile.test_tables import FORMULAS
from tests.rooms.giving_world import (
    OTHER_SCHOOL,
    POLICE,
    SCHOOL,
    actor,
    changes,
    file,
    given_to,
    lets_in,
    sent,
)
from tests.rooms.test_giving_what_goes import AMIRA, child_of
from tests.support.world import tolland_bay

AT = datetime(2026, 2, 1, 12, tzinfo=UTC)
WHERE = "Larkspur House, 14 Quarry Rise, Nettlecombe, ZX9 0AA"


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.KITH_FILES = str(tmp_path)


def line(**more):
    given = {
        "entry": UUID(int=9), "what": "told", "kind": "injury_seen", "label": "Injury seen", "happened": "1 Feb, 11:00",
        "happened_from": AT, "happened_to": AT, "precision": "time", "said_by": "police", "held_at": AT, "sentence": "Police saw a bruise.",
        "words": "We went there.", "childs_words": "He pushed me.", "own_reference": "",
    }  # fmt: skip
    return Line(**given | more)


def summary(*lines, **more):
    given = {
        "reference": "pupil-7", "system": "CPOMS", "agency": "school", "agency_label": "school", "name": "Amira Haddad",
        "born": date(2019, 5, 4), "nhs_number": "9990000018", "as_at": AT, "lines": lines or (line(),),
    }  # fmt: skip
    return Summary(**given | more)


def rows(body):
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def text_of_pdf(body):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)


@pytest.mark.parametrize("adapter", adapters(), ids=lambda one: one.code)
def test_every_layout_says_whom_what_when_who_said_it_and_the_childs_own_words(adapter):
    body = adapter.write(summary())
    said = text_of_pdf(body) if adapter.form == "pdf" else body.decode("utf-8-sig")
    for words in (
        "pupil-7",
        "Amira Haddad",
        "Police saw a bruise.",
        "We went there.",
        "He pushed me.",
        "police",
        str(UUID(int=9)),
    ):
        assert words in said, words


@pytest.mark.parametrize("adapter", adapters(), ids=lambda one: one.code)
def test_the_same_contents_are_the_same_bytes(adapter):
    assert adapter.write(summary()) == adapter.write(summary())


@pytest.mark.parametrize("agency", sorted(rulebook().agencies))
def test_every_agency_has_every_form(agency):
    assert all(adapter_for(form=form, agency=agency) for form in FORMS)


def test_a_sector_has_its_own_table():
    assert [adapter_for(form="csv", agency=one).code for one in ("school", "police", "childrens_social_care", "gp", "housing")] == [
        "education_csv", "police_csv", "social_care_csv", "health_csv", "plain_csv",
    ]  # fmt: skip


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_a_table_is_a_formula(words):
    (row,) = rows(
        adapter_for(form="csv", agency="school").write(
            summary(line(words=words), reference=words, name=words)
        )
    )
    for cell in ("Account", "Pupil", "Name"):
        assert row[cell] == f"'{words}"


def test_the_fhir_document_is_valid_and_begins_with_its_composition():
    body = adapter_for(form="fhir", agency="gp").write(
        summary(line(), line(entry=UUID(int=8), what="said", own_reference="v-1"))
    )
    bundle = Bundle.model_validate_json(body)
    kinds = [one.resource.__class__.__name__ for one in bundle.entry]
    assert bundle.type == "document" and kinds == [
        "Composition",
        "Patient",
        "Organization",
        "DocumentReference",
        "DocumentReference",
    ]
    held = {one.fullUrl for one in bundle.entry}
    composition = bundle.entry[0].resource
    assert {
        composition.subject.reference,
        *(one.reference for part in composition.section for one in part.entry),
    } <= held


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a\x00b\x1f", "نص", "𝔘 🙂", "]]>&amp;", "x" * 20_000, " "]
)
@pytest.mark.parametrize(
    "adapter", [one for one in adapters() if one.form != "csv"], ids=lambda one: one.code
)
def test_odd_words_break_no_document(adapter, words):
    body = adapter.write(summary(line(words=words, sentence=words or "."), name=words, reference="pupil-7"))
    if adapter.form == "fhir":
        (part,) = Bundle.model_validate_json(body).entry[0].resource.section
        assert "<script>" not in part.text.div and ElementTree.fromstring(part.text.div) is not None
    else:
        assert len(pypdf.PdfReader(io.BytesIO(body)).pages) >= 1


def test_a_sign_that_the_font_lacks_is_told_by_its_number():
    said = text_of_pdf(adapter_for(form="pdf", agency="school").write(summary(line(words="漢"))))
    assert "[U+6F22]" in said and "1 signs stand here by their number" in said


@pytest.mark.parametrize(("precision", "clock"), [("time", "12:00"), ("day", ""), ("month", "")])
def test_a_time_is_told_where_it_is_known_and_not_made_up(precision, clock):
    (row,) = rows(adapter_for(form="csv", agency="school").write(summary(line(precision=precision))))
    assert row["Time"] == clock


def test_a_reference_that_kith_made_at_the_door_is_the_doors():
    assert MADE_AT_THE_DOOR == OWN


# ── through the gate ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def area(db):
    return tolland_bay()


def the_child(area, code=SCHOOL):
    (row,) = {one.child for one in changes(area, code)}
    return row


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_given_through_the_gate_and_kept_on_its_trail(area, form):
    given_to(area, SCHOOL)
    own = sent(area, SCHOOL, "pupil-7", text="A bruise on the arm.", **AMIRA)
    sent(area, POLICE, "nominal-3", told=("school",), text="We went there.", **AMIRA)
    lets_in(area, SCHOOL, child_of(own))

    found = file(area, SCHOOL, the_child(area), form)

    assert isinstance(found, File)
    said = text_of_pdf(found.body) if form == "pdf" else found.body.decode()
    assert "A bruise on the arm." in said and "We went there." in said
    assert "1 February 2026" in said or "1 Feb 2026" in said  # a file is read in other years
    (row,) = gate_models.Outgoing.objects.all()
    assert (row.what, row.outcome, row.recipient_practitioner_id) == (
        "export",
        "released",
        actor(area, SCHOOL).id,
    )
    assert gate_models.Sent.objects.filter(outgoing=row).exists()
    (fetched,) = models.Fetched.objects.all()
    assert (fetched.outgoing_id, fetched.entries, fetched.form) == (row.pk, 2, form)


def test_anothers_child_and_no_child_are_answered_alike(area):
    for code in (SCHOOL, POLICE):
        given_to(area, code, name=code)
    sent(area, SCHOOL, "pupil-7", **AMIRA)
    child = the_child(area)
    assert file(area, POLICE, child) is None and file(area, POLICE, uuid4()) is None
    assert file(area, OTHER_SCHOOL, child) is None
    assert file(area, SCHOOL, child, "docx") is None


def hidden(area, own):
    """The child's home must not be found, and somebody writes where it is all the same."""
    household = people.register_household(name="A home", by=area.system, at=area.now)
    child = child_of(own)
    people.start_residency(
        person=child, household=household, from_on=date(2026, 1, 1), by=area.system, at=area.now
    )
    people.hold_confidential_address(
        household=household, whereabouts=WHERE, from_on=date(2026, 1, 1), by=area.system, at=area.now
    )
    assert homes.household_of(person=child, as_at=area.now)
    area.now += timedelta(minutes=1)


@pytest.mark.parametrize("form", FORMS)
def test_where_a_hidden_child_lives_is_held_in_every_form_and_once(area, form):
    given_to(area, SCHOOL)
    own = sent(area, SCHOOL, "pupil-7", text="She says that she lives at 14 Quarry Rise.", **AMIRA)
    hidden(area, own)
    child = the_child(area)

    answers = [file(area, SCHOOL, child, form) for _ in "12"]

    assert all(isinstance(one, Waits) for one in answers)
    assert gate_models.Hold.objects.count() == 1 and not models.Fetched.objects.exists()


def test_what_two_people_released_goes_in_the_bytes_that_they_released(area):
    given_to(area, SCHOOL)
    own = sent(area, SCHOOL, "pupil-7", text="She says that she lives at 14 Quarry Rise.", **AMIRA)
    hidden(area, own)
    child = the_child(area)
    assert isinstance(file(area, SCHOOL, child), Waits)
    (held,) = gates.waiting(area=area.code)
    guardian = area.holder("information_guardian").actor
    lets_in(area, "tomasz-wilk", child_of(own))
    gate.release_first(
        outgoing=held.id, because="The school knows where she lives.", by=guardian, at=area.now
    )
    assert isinstance(file(area, SCHOOL, child), Waits)
    second = actor(area, "tomasz-wilk")
    gate.release_second(outgoing=held.id, because="I asked her mother about it.", by=second, at=area.now)

    found = file(area, SCHOOL, child)

    assert isinstance(found, File) and b"14 Quarry Rise" in found.body
    assert gate_models.Hold.objects.count() == 1


def test_of_a_child_who_moved_to_a_hidden_home_what_was_released_is_not_given_again(area):
    given_to(area, SCHOOL)
    own = sent(area, SCHOOL, "pupil-7", text="She lives at 14 Quarry Rise.", **AMIRA)
    child = the_child(area)
    assert isinstance(file(area, SCHOOL, child), File)
    hidden(area, own)
    assert isinstance(file(area, SCHOOL, child), Waits)
