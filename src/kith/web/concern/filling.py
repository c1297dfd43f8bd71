"""Fills the page of one topic from what stands of a concern."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from kith.access.types import Kin
from kith.agencies import queries as agencies
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.people import queries as people
from kith.web import drafts
from kith.web.concern import marks, named_in_words, pasting, telling_family
from kith.web.concern.in_words import answered, leaves_words
from kith.web.concern.page import Checked, ConcernPage, RingNow, TopicLine, Unsent
from kith.web.concern.questions import ASKED, CHECK, INJURY, URGENT, WHERE, Topic, question_of
from kith.web.concern.writing import Writing, brothers_and_sisters, own_children
from kith.web.dates import clock_time, lately
from kith.web.parts.form import Choice, Form, Problem
from kith.web.pictures import body
from kith.web.reading.born import read_birth

RING = "Ring now. Do not wait for this form: the desk can write it with you. If the child is in danger this minute, ring 999."
ANOTHER = Choice(value="other", words="Another child, whom I describe below")
NOTHING: Mapping[str, str] = MappingProxyType({})


def topic_href(writing: Writing, topic: Topic) -> str:
    """Where a topic is asked; the first remembers the child until there is a draft that does."""
    begun_from = f"?child={writing.child}" if writing.child and writing.saved_at is None else ""
    return f"/concern/{writing.id}/{topic.key}/{begun_from}"


def page_of(
    writing: Writing,
    topic: Topic,
    *,
    problems: tuple[Problem, ...] = (),
    unsaved: Mapping[str, str] = NOTHING,
) -> ConcernPage:
    """One topic. ``unsaved`` are words that could not be saved, which go back onto the page."""
    number = writing.topics.index(topic) + 1
    page = ConcernPage(
        topic=topic,
        number=number,
        called=writing.called,
        about=_about(writing),
        form=Form(
            answers={**writing.answers, **_beforehand(writing, topic), **unsaved},
            problems=problems,
            filled=pasting.filled(writing.answers),
        ),
        ring=_ring(writing),
        topics=_lines(writing, topic),
        action=topic_href(writing, topic),
        back_href="/" if number == 1 else topic_href(writing, writing.topics[number - 2]),
        saved=_saved(writing),
        known=_known(writing),
        unsent=_unsent(writing) if number == 1 else (),
    )
    return replace(page, **_of_topic(writing, topic))


def _beforehand(writing: Writing, topic: Topic) -> Mapping[str, str]:
    return telling_family.chosen_beforehand(writing.answers) if topic is URGENT else NOTHING


def _of_topic(writing: Writing, topic: Topic) -> dict[str, Any]:
    """What only some topics show."""
    if topic.key == "child":
        return {"may_be": _may_be(writing)}
    if topic.key == "others":
        return {"also_about": tuple(_kin_choice(one) for one in brothers_and_sisters(writing))}
    if topic is WHERE:
        return {"said_of_paste": tuple(_said_of_paste(writing))}
    if topic is URGENT:
        return {"why_not_yet": telling_family.why_chosen(writing.answers)}
    if topic is INJURY:
        return _body_map(writing)
    return {"checked": _checked(writing), "names_writer": _names_writer(writing)} if topic is CHECK else {}


def _names_writer(writing: Writing) -> tuple[Checked, ...]:
    fields = named_in_words.fields_that_name(writing.answers, name=writing.by.name)
    return tuple(
        Checked(
            question=question_of(field),
            answer="",
            change_href=f"{topic_href(writing, topic)}#{field}",
        )
        for field in fields
        for topic in writing.topics
        if field in topic.fields
    )


def _said_of_paste(writing: Writing) -> Iterator[str]:
    """What the first page says after a paste. Nothing is filled in without being named here."""
    answers = writing.answers
    if not (text := answers.get(pasting.PASTED)):
        return
    found = pasting.filled(answers)
    names = list(dict.fromkeys(ASKED[field].lower() for field in found if field in ASKED))
    if names:
        yield f"Filled in from what you pasted: {', '.join(sorted(names))}. Each is marked where it stands: check it."
    else:
        yield "Nothing in it stands under a label that could be filled in."
    yield "The whole text stands under “What was seen or heard?”, and is kept as it is."
    read = pasting.read_paste(text=text, before=NOTHING, is_known=False, at=writing.at)
    if twice := [question_of(field).lower() for field in read.conflicts]:
        yield f"It says two different things of: {', '.join(twice)}. Nothing was filled in there."
    birth = writing.person.birth if writing.person else None
    if (
        writing.person
        and birth
        and pasting.names_somebody_else(
            answers, name=writing.person.display_name, born=(birth.born_from, birth.born_to), at=writing.at
        )
    ):
        yield f"Stop: what you pasted seems to be about another child than {writing.person.display_name}. Begin again without a child if it is."


def _body_map(writing: Writing) -> dict[str, Any]:
    found = marks.marks_in(writing.answers)
    figure = body.figure_for(_months(writing))
    return {
        "marks": tuple(mark for mark in found if mark.key),
        "drawings": body.pointed_at(figure=figure, marks=[mark.drawn for mark in found]),
        "of_a_mark": {name: marks.choices_of(name) for name in ("side", "appearance", "colour", "shape")},
        "no_more_marks": marks.is_full(writing.answers),
    }


def _months(writing: Writing) -> float | None:
    """The child's age in months at the most, as held or as it was typed."""
    birth = writing.person.birth if writing.person else None
    if birth is None and not writing.child:
        try:
            birth = read_birth(writing.answers, at=writing.at)
        except BadInput:
            return None
    if birth is None or birth.born_from is None:
        return None
    return (writing.at.astimezone(LONDON).date() - birth.born_from).days / 30.44


def _may_be(writing: Writing) -> tuple[Choice, ...]:
    own = own_children(by=writing.by, at=writing.at)
    found = tuple(Choice(value=str(one.child), words=f"{one.name}, {one.age}") for one in own)
    return (*found, ANOTHER) if found else ()


def _kin_choice(one: Kin) -> Choice:
    return Choice(value=str(one.id), words=", ".join(filter(None, (one.name, one.relation, one.age))))


def _about(writing: Writing) -> str:
    if writing.person is not None:
        age = people.age_words(born=writing.person.birth, as_at=writing.at)
        return f"Concern about {writing.person.display_name}, {age}."
    name = writing.answers.get("child_name", "")
    return f"Concern about {name}." if name else ""


def _ring(writing: Writing) -> RingNow:
    leaves = leaves_words(writing.answers, at=writing.at)
    when = f"{writing.called} leaves {leaves}" if leaves else f"If {writing.called} leaves within the hour"
    return RingNow(
        when=when[0].upper() + when[1:], number=agencies.duty_desk(area=writing.by.area), words=RING
    )


def _lines(writing: Writing, current: Topic) -> tuple[TopicLine, ...]:
    """Topics that were reached are links: those that are done, and the one that is next."""
    reached = writing.next_topic
    is_open, lines = True, []
    for number, topic in enumerate(writing.topics, start=1):
        href = topic_href(writing, topic) if is_open and topic is not current else ""
        lines.append(TopicLine(number=number, words=topic.short, href=href, current=topic is current))
        is_open = is_open and topic is not reached
    return tuple(lines)


def _saved(writing: Writing) -> str:
    if writing.saved_at is None:
        return "Saved each time you go on, or stop. Nothing saved is lost if you are signed out."
    return f"Saved at {clock_time(writing.saved_at)}. Nothing saved is lost if you stop or are signed out."


def _known(writing: Writing) -> str:
    if writing.person is not None:
        return (
            f"{writing.person.display_name}’s name, birthday, home and family are in Kith. You will not be asked for "
            "them again."
        )
    if writing.child is not None:
        return "You may no longer open this child’s page. What you write still reaches the desk, about the same child."
    return ""


def _checked(writing: Writing) -> tuple[Checked, ...]:
    found = [
        Checked(question=question, answer=answer, change_href=f"{topic_href(writing, topic)}#{field}")
        for topic in writing.topics
        for field, question, answer in answered(topic, writing.answers, at=writing.at)
    ]
    where = sum(f"/{writing.topics[0].key}/" in one.change_href for one in found)
    return (*found[:where], *_whom(writing), *found[where:])


def _whom(writing: Writing) -> tuple[Checked, ...]:
    """The known child, and the brothers and sisters who were ticked, as answers."""
    if writing.person is None:
        return ()
    topic = writing.topics[1]
    href = topic_href(writing, topic)
    ticked = writing.answers.get("also_about", "").split()
    names = [one.name for one in brothers_and_sisters(writing) if str(one.id) in ticked]
    about = ", ".join([writing.person.display_name, *names])
    return (Checked(question="About", answer=about, change_href=href),)


def _unsent(writing: Writing) -> tuple[Unsent, ...]:
    found = [one for one in drafts.drafts_of(by=writing.by) if one.task == "concern" and one.id != writing.id]
    return tuple(Unsent(words=_draft_words(one, writing.at), href=f"/concern/{one.id}/") for one in found[:5])


def _draft_words(draft: drafts.Draft, at: datetime) -> str:
    """By the name that the writer typed; a name that Kith holds is not shown without asking who may see it."""
    name = draft.answers.get("child_name") or ("A child whom you opened" if draft.child else "A child")
    return f"{name}, saved {lately(draft.saved_at.astimezone(LONDON), now=at).words}"
