"""Fills the pages about letters that could not be read."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.journeys.feeding import mending
from kith.journeys.feeding.found import feed as feed_called
from kith.journeys.feeding.hidden import says_a_hidden_address
from kith.journeys.feeding.lines import Line, lines_of
from kith.journeys.feeding.senders import owner_of, reach_of
from kith.kernel import dead_letters
from kith.kernel.dead_letters import Letter, Step, Wrong
from kith.kernel.types import Actor
from kith.reference.working_days import working_days_between
from kith.web.dates import lately
from kith.web.letters.page import FeedGroup, FieldInput, LetterLine, LetterPage, LettersPage
from kith.web.letters.text import LARGEST, shown, value_shown
from kith.web.parts import fresh
from kith.web.parts.agency import agency
from kith.web.parts.form import Form, Problem
from kith.web.together.due import day_of

MOST = 200
DONE = {
    "opened": "opened it",
    "mended": "mended it",
    "resent": "sent it again",
    "set_aside": "set it aside",
    "settled": "settled it",
}
TOO_LARGE = "This is too large to be mended by hand. Ask the sender to send it again, and set this aside."
CAN_GO = "Nothing is wrong with it any more. It can be sent."


def letters_page(*, by: Actor, at: datetime) -> LettersPage:
    """What waits, by feed and age, and how the lines stand that this reader may know of."""
    reach = reach_of(by=by, at=at)
    found, number = dead_letters.waiting_of(
        area=reach.area, agency=reach.agency, teams=reach.teams, limit=MOST
    )
    lines = [
        one
        for one in lines_of(area=reach.area, as_at=at)
        if reach.agency is None
        or (one.feed.agency == reach.agency and (one.team is None or one.team in reach.teams))
    ]
    whose = "the area" if reach.agency is None else "your agency"
    return LettersPage(
        lead=f"Messages that came by the feeds of {whose}, and that Kith could not take. Until somebody mends them, nobody works with what they say.",
        groups=tuple(_groups(found, at)),
        more=f"{number - len(found)} more stand behind these." if number > len(found) else "",
        lines=fresh.loudest_first(tuple(_line(one, reach.area, at) for one in lines)),
    )


def letter_page(
    letter: Letter,
    *,
    by: Actor,
    at: datetime,
    body: bytes | None = None,
    wrong: Sequence[Wrong] | None = None,
    form: Form | None = None,
) -> LetterPage:
    """One letter. ``body`` is what was typed just now, ``wrong`` what was found in it; else as it stands."""
    body = letter.latest if body is None else body
    found = (
        tuple(wrong)
        if wrong is not None
        else mending.wrong_with(letter, body=body, at=at)
        if letter.waits
        else ()
    )
    withheld = _withheld(letter, body, by, at) if letter.waits else ""
    fields = () if withheld else mending.fields_to_mend(letter, body=body, wrong=found)
    inputs = tuple(FieldInput(name=f"f{number}", words=_words(one.path)) for number, one in enumerate(fields))
    answers = {f"f{number}": value_shown(one.value) for number, one in enumerate(fields)} | (
        {} if withheld else {"text": shown(body)}
    )
    owner = owner_of(letter.sender, area=letter.area, at=at)
    return LetterPage(
        feed=_label(letter),
        agency=agency(letter.sender.agency),
        came=lately(letter.kept_at, now=at),
        place=letter.place,
        owner=_who(owner),
        sender=_sender(letter),
        wrong=tuple(dict.fromkeys(one.words for one in found)),
        action=f"/letters/{letter.id}/",
        aside=f"/letters/{letter.id}/aside",
        waits=letter.waits,
        settled=_settled(letter),
        withheld=withheld,
        may_send=letter.waits and not withheld,
        fields=inputs,
        rows=min(24, max(6, shown(body).count("\n") + 2)),
        said=tuple((lately(one.done_at, now=at), _said(one)) for one in dead_letters.steps_of(letter.id)),
        can_go=CAN_GO if letter.waits and not found else "",
        form=_form(answers, fields, found, form),
    )


def _words(path: str) -> str:
    """``born`` for ``children[0].born``, ``date of birth`` for a column."""
    last = path.rpartition("].")[2].rpartition(".")[2].replace("_", " ")
    return last[:1].upper() + last[1:]


def names_of(letter: Letter, *, body: bytes, wrong: Sequence[Wrong]) -> dict[str, str]:
    """Input to path, as the page that was posted had drawn them."""
    fields = mending.fields_to_mend(letter, body=body, wrong=tuple(wrong))
    return {f"f{number}": one.path for number, one in enumerate(fields)}


def _form(
    answers: dict[str, str], fields: Sequence[mending.FieldToMend], wrong: Sequence[Wrong], form: Form | None
) -> Form:
    """The fields with what is wrong at each, once somebody has posted; before that nothing is an error of theirs."""
    if form is None:
        return Form(answers=answers)
    paths = {one.path: f"f{number}" for number, one in enumerate(fields)}
    problems = dict.fromkeys(Problem(field=paths.get(one.field, "text"), words=one.words) for one in wrong)
    return Form(answers=answers | dict(form.answers), problems=(*form.problems, *problems))


def _groups(found: Sequence[Letter], at: datetime) -> list[FeedGroup]:
    """Those of one feed and sender together; what has waited longest comes first."""
    by_line: dict[tuple[str, UUID | None], list[Letter]] = {}
    for one in found:
        by_line.setdefault((one.came_by, one.sender.team), []).append(one)
    names = {one.id: one.name for one in agencies.teams(ids={team for _, team in by_line if team}).values()}
    owners = {_body(one): one.sender for one in found}
    who = {body: _who(owner_of(sender, area=found[0].area, at=at)) for body, sender in owners.items()}
    return [
        FeedGroup(
            title=", ".join(
                words for words in (_label(mine[0]), names.get(team, "") if team else "") if words
            ),
            agency=agency(mine[0].sender.agency),
            owner=who[_body(mine[0])],
            letters=tuple(_letter_line(one, at) for one in mine),
        )
        for (_, team), mine in by_line.items()
    ]


def _body(letter: Letter) -> tuple[str, UUID | None]:
    """Letters of one body have one owner."""
    return letter.sender.agency, letter.sender.team


def _letter_line(letter: Letter, at: datetime) -> LetterLine:
    return LetterLine(
        href=f"/letters/{letter.id}/",
        what=letter.problem,
        place=letter.place,
        age=_age(letter.kept_at, at),
        came=lately(letter.kept_at, now=at),
    )


def _age(kept_at: datetime, at: datetime) -> str:
    """How long nobody has mended it."""
    days = working_days_between(day_of(kept_at), day_of(at))
    return "since today" if days < 1 else "1 working day" if days == 1 else f"{days} working days"


def _line(line: Line, area: str, at: datetime) -> fresh.Freshness:
    label = f"{line.feed.label}, {line.team_name}" if line.team_name else line.feed.label
    held = agencies.agency(area=area, code=line.feed.agency)
    return fresh.Freshness(
        agency=agency(line.feed.agency, label),
        state=_state(line),
        when=lately(line.heard_at or at, now=at),
        ring=(held.phone or held.out_of_hours_phone) if held else agencies.duty_desk(area=area),
    )


def _state(line: Line) -> str:
    if line.heard_at is None:
        return fresh.NEVER
    if line.is_broken:
        return fresh.LINE_DOWN
    return fresh.NOTHING_TO_REPORT if line.said_nothing else fresh.RECEIVED


def _label(letter: Letter) -> str:
    found = feed_called(letter.came_by)
    return found.label if found else letter.came_by


def _who(owner: Practitioner | None) -> str:
    return f"{owner.name}, {owner.title}, {owner.phone}" if owner else "Nobody: ring the duty desk"


def _sender(letter: Letter) -> str:
    held = agencies.practitioner(id=letter.sender.post) if letter.sender.post else None
    return f"{held.name}, {held.agency_name}" if held else ""


def _withheld(letter: Letter, body: bytes, by: Actor, at: datetime) -> str:
    if len(body) > LARGEST:
        return TOO_LARGE
    if not says_a_hidden_address(shown(body), by=by, at=at):
        return ""
    desk = agencies.duty_desk(area=letter.area)
    return (
        "It says where somebody is who must not be found, and is shown to nobody here. Ring the guardian desk, "
        f"{desk}; ask the sender to send it again without the address, and set this aside."
    )


def _settled(letter: Letter) -> str:
    if letter.waits:
        return ""
    how = {"resent": "It was mended and sent again.", "set_aside": "It was set aside, and never taken."}
    because = f" “{letter.settled_because}”" if letter.settled_how != "resent" else ""
    return f"{how.get(letter.settled_how, 'It is settled.')}{because}"


def _said(step: Step) -> str:
    because = f": “{step.because}”" if step.because and step.what != "resent" else "."
    return f"{step.done_by_name} {DONE[step.what]}{because}"
