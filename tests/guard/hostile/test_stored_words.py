"""Words that would like to be markup, in every column of words, on every page that shows it: they stay those words."""

import html
from collections import Counter

import pytest
from django.apps import apps
from django.db import models

from kith.web import show
from tests.guard.counting import write_counts
from tests.guard.hostile import crawl, fields, payloads
from tests.guard.hostile.judged import made_of, wrong_beside
from tests.guard.hostile.world import in_the_tables
from tests.guard.standing_still import taken_back

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:No directory at")]
PLAIN = "plain words here"
NO_PAGE = {
    "agencies.AgencyChange.done_by_name": "the room's own trail",
    "agencies.AgencyChange.sentence": "the room's own trail",
    "access.AccessChange.done_by_name": "the room's own trail",
    "access.AccessChange.sentence": "the room's own trail",
    "people.PeopleChange.done_by_name": "the room's own trail",
    "people.PeopleChange.sentence": "the room's own trail",
    "outgoing.OutgoingChange.done_by_name": "the room's own trail",
    "outgoing.OutgoingChange.sentence": "the room's own trail",
    "people.ReferrerChange.done_by_name": "the vault's own trail",
    "people.ReferrerChange.sentence": "the vault's own trail",
    "people.ReferrerVault.words": "no page reveals who told",
    "people.Whereabouts.words": "no page reveals a confidential address",
    "access.Refusal.purpose": "read by rules alone",
    "access.Refusal.reason": "read by rules alone",
    "access.DeskCall.sealed": "ids of children",
    "agencies.Area.front_door": "hours of the area's file",
    "agencies.LettingIn.proof": "a code of a closed list",
    "agencies.LettingIn.words": "nobody is let in again in this world: tests/web/test_web_sign_in_keepers.py",
    "agencies.LettingInEnd.device": "nobody is let in again in this world: tests/web/test_web_sign_in_keepers.py",
    "caseload.CaseloadChange.done_by_name": "the room's own trail",
    "kernel.DeadLetter.problems": "where in a message it is wrong, by place: tests/web/test_web_letters_walked.py",
    "kernel.DeadLetter.settled_how": "a code of a closed list",
    "kernel.LetterStep.because": "no letter was set aside in this world: tests/web/test_web_letters_walked.py",
    "kernel.LetterStep.done_by_name": "no letter was set aside in this world: tests/web/test_web_letters_walked.py",
    "pathway.Contact.told_back": "no contact was decided in this world: tests/web/test_web_concern_decided.py",
    "pathway.HandedOn.because": "the contact's own trail; no page shows it",
    "pathway.Request.purpose": "nobody was asked in this world: tests/web/test_web_contacts_filled.py",
    "pathway.Request.what": "nobody was asked in this world: tests/web/test_web_contacts_filled.py",
    "pathway.View.words": "nobody wrote a view in this world: tests/web/test_web_contacts_filled.py",
    "web.HalfTold.id": "a hash of a key",
    "web.HalfToldPhotograph.half_told": "a hash of a key",
    "web.Telling.five_words": "a hash of a key",
    "kernel.DeadLetter.settled_because": "nothing writes one from a door yet",
    "kernel.OutboxItem.last_error": "for whoever runs it, by ./kith",
    "kernel.OutboxItem.payload": "ids",
    "files.Scan.said": "what the scanner said, for whoever runs it",
    "agencies.Agency.out_of_hours_phone": "shown at night, in the place of the other number; it is day here",
    "agencies.Area.feeds": "codes of the area's file",
    "agencies.Area.local_limits": "numbers and their source, from the area's file",
    "agencies.Area.local_thresholds": "numbers of the area's file",
    "agencies.SignIn.email": "never shown",
    "agencies.Team.phone": "no page names a team",
    "people.Household.name": "no page names a household",
    "people.PeopleChange.details": "ids",
    "identity.Description.sender_key": "an agency's own key",
    "identity.Description.nhs_number": "only where two differ: tests/web/test_web_side_by_side.py",
    "identity.Description.upn": "only where two differ: tests/web/test_web_side_by_side.py",
    "identity.Description.phone": "only where two differ: tests/web/test_web_side_by_side.py",
    "identity.Description.address_lines": "only where two differ: tests/web/test_web_side_by_side.py",
    "identity.Description.postcode": "only where two differ: tests/web/test_web_side_by_side.py",
    "identity.Description.payload": "what a feed sent beside; no page",
    "identity.Lookup.traits": "what is compared, made by Kith",
    "identity.NamesCounted.shares": "how common a name is",
    "identity.NonLink.withdrawn_because": "a wall that was taken down is not listed",
    "chronology.EntryContent.sender_key": "an agency's own key",
    "chronology.Disposal.basis": "nothing is disposed of by a page",
    "chronology.StoryChoice.because": "no page shows why a line was chosen",
    "oversight.LooksReleased.because": "no page",
    "patterns.Prompt.agencies": "codes",
    "patterns.Prompt.stages": "codes",
    "web.AgencyIdentity.issuer": "an address of the settings",
    "web.AgencyIdentity.known_as": "an agency's own key for somebody",
    "api.ApiToken.purpose": "listed by ./kith token",
    "giving.Receiver.address": "listed by ./kith giving",
    "giving.GivenChild.reference": "an agency's own key, given back to that agency's system alone",
    "giving.Knock.problem": "a code of ours; a page says it in a sentence",
    "giving.GivingChange.done_by_name": "for whoever runs it",
    "api.Sending.answer": "our own answer, given again by the JSON door",
}
"""Columns that no page shows, and why. A column that is neither here nor found on a page fails."""


@pytest.fixture(scope="module")
def plainly(made):
    """The requests that show words, with what each is made of where every word is a plain one."""
    with taken_back():
        filled = filled_with(lambda column: PLAIN)
        yield crawl.that_show_words(made), filled


def filled_with(words_of):
    """What every column was filled with; those that their table refused are left out."""
    columns = fields.columns_of_words()
    with in_the_tables():
        tried = {column.number: (column, words_of(column)) for column in columns}
        return {number: said for number, (column, said) in tried.items() if not fields.fill(column, said)}


def tried(made, plainly, words_of, counts):
    """What is wrong anywhere, where each column holds what ``words_of`` says."""
    baseline, found = plainly[0], []
    columns = {column.number: column for column in fields.columns_of_words()}
    with taken_back():
        put = filled_with(words_of)
        clipped = beside_long_words(columns, put)
        for asked, plain in baseline.items():
            answer, body = crawl.ask(made, asked)
            now = made_of(answer, body)
            typed = {number: columns[number].held(words) for number, words in put.items()}
            found += [
                f"{asked}: {one}" for one in wrong_beside(plain, now, typed, answer.status_code, clipped)
            ]
            counts.update(answers=1, places=sum(len(said) for said in now.said.values()))
    counts.update(fillings=1)
    return found


def beside_long_words(columns, put):
    """What a line that says several columns of one row leaves out, where one of them is longer than the line."""
    long = {
        columns[number].table for number, words in put.items() if len(columns[number].held(words)) > A_LINE
    }
    return frozenset(number for number, column in columns.items() if column.table in long)


A_LINE = 1_000


def in_turn(columns, number):
    """A payload for each column, another one for the next; in the next turn every column has its next."""
    kinds = sorted(payloads.KINDS.items())
    return {
        column.number: kinds[(column.number * 7 + number) % len(kinds)][1] for column in columns
    }  # fmt: skip


def turns(made, plainly, numbers, name):
    counts, wrong, columns = Counter(), [], fields.columns_of_words()
    for number in numbers:
        words = in_turn(columns, number)
        wrong += tried(made, plainly, lambda column, words=words: words[column.number], counts)
    write_counts(
        name, {**counts, "payloads": len(payloads.KINDS), "columns": len(columns), "wrong": len(wrong)}
    )
    return wrong


def test_there_are_many_payloads_and_no_two_are_one():
    assert len(payloads.KINDS) >= 60
    assert len(set(payloads.KINDS.values())) == len(payloads.KINDS)


def test_every_column_of_words_is_shown_by_a_page_or_it_is_said_why_none_does(plainly):
    baseline, _ = plainly
    shown = set().union(*(made.said for made in baseline.values()))
    names = {column.number: column.name for column in fields.columns_of_words()}
    unseen = {name for number, name in names.items() if number not in shown}
    assert unseen == set(NO_PAGE), (
        f"Show in tests/guard/hostile/world.py, or say why no page does: {sorted(unseen - set(NO_PAGE))}."
        f" A page shows after all: {sorted(set(NO_PAGE) - unseen)}"
    )


def test_a_new_column_of_words_is_found(monkeypatch):
    class Remark(models.Model):
        __module__ = "kith.planted.models"
        words = models.TextField()

        class Meta:
            app_label = "planted"
            managed = False

    everything = [*apps.get_models(), Remark]
    monkeypatch.setattr(apps, "get_models", lambda: everything)
    assert "planted.Remark.words" in {column.name for column in fields.columns_of_words()}


def test_a_sample_of_hostile_words_stays_words_on_every_page(made, plainly):
    wrong = turns(made, plainly, [3], "hostile words, a sample")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:60])


@pytest.mark.slow(whole=True)
def test_all_hostile_words_stay_words_on_every_page(made, plainly):
    wrong = turns(made, plainly, range(len(payloads.KINDS)), "hostile words, whole")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:200])


def test_a_page_that_forgets_to_escape_is_found(made, plainly, monkeypatch):
    whole = show.draw
    monkeypatch.setattr(show, "draw", lambda *given, **named: html.unescape(whole(*given, **named)))
    baseline, filled = plainly
    a_few = {asked: plain for asked, plain in baseline.items() if asked.address == "children/<uuid:child>/"}
    wrong = tried(made, (a_few, filled), lambda column: payloads.MARKUP["an image that fails"], Counter())
    assert any("an element more: img onerror src" in one for one in wrong), wrong
