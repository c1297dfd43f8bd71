"""Joy Okafor of Brackley Road Primary records a concern about Casper Lyle, topic by topic."""

from datetime import UTC, datetime

from kith.web.concern.marks import choices_of, marks_in
from kith.web.concern.page import (
    Checked,
    ConcernPage,
    ConcernPhotographsPage,
    ConcernSentPage,
    RingNow,
    TopicLine,
)
from kith.web.concern.questions import (
    CHECK,
    CHILD,
    INJURY,
    SEEN,
    URGENT,
    WHERE,
    Topic,
    problems_in,
    topics_for,
)
from kith.web.concern.telling_family import why_chosen
from kith.web.parts.form import Choice, Form, Problem
from kith.web.pictures.body import pointed_at
from tests.web.samples.tolland_bay import DESK

AT = datetime(2026, 11, 11, 14, 43, tzinfo=UTC)


WITH_A_MARK = {"worry_about": "injury told"}


def _topic_page(
    topic: Topic,
    answers: dict[str, str],
    *,
    mend: bool = False,
    filled: frozenset[str] = frozenset(),
    **more: object,
) -> ConcernPage:
    topics = topics_for(WITH_A_MARK, is_known=False)
    number = topics.index(topic) + 1
    return ConcernPage(
        topic=topic,
        number=number,
        called="Casper",
        about="Concern about Casper Lyle, 4 years 2 months.",
        form=Form(
            answers=answers,
            problems=problems_in(topic, answers, called="Casper", at=AT) if mend else (),
            filled=filled,
        ),
        ring=RingNow(
            when="If Casper leaves within the hour",
            number=DESK,
            words="Ring now. Do not wait for this form: the desk can write it with you. If he is in danger this "
            "minute, ring 999.",
        ),
        topics=tuple(
            TopicLine(
                number=n,
                words=one.short,
                current=one is topic,
                href=f"/concern/draft/{one.key}/" if n < number else "",
            )
            for n, one in enumerate(topics, start=1)
        ),
        action=f"/concern/draft/{topic.key}/",
        back_href="/concern/",
        saved="Saved at 14:43. Nothing you typed is lost if you stop or are signed out.",
        known="Casper’s name, birthday, home and contacts come from your school. You will not be asked for them again.",
        **more,
    )


WHERE_TO_MEND = _topic_page(WHERE, {"where_now": "here", "leaves": "3", "safe_to_go": "not_sure"}, mend=True)
WHICH_CHILD = _topic_page(
    CHILD,
    {"child_name": "Casper Lyle", "born": "2", "born_month": "9", "born_year": "2022"},
    filled=frozenset({"child_name", "born"}),
    may_be=(
        Choice(value="casper", words="Casper Lyle, Nursery, 4 years 2 months"),
        Choice(value="other", words="Another child"),
    ),
)
WHAT_WAS_SEEN = _topic_page(
    SEEN,
    {
        "happened": "11",
        "happened_month": "11",
        "happened_year": "2026",
        "seen_or_heard": "A burn, round, about 8 mm, on the back of the right hand, at 13:30 when he changed for PE.",
        "childs_words": "Daddy’s light bit me.",
        "who_said": "self",
        **WITH_A_MARK,
    },
)
MARKED = {
    "mark_seen": "yes",
    "marks": "1:backs_of_hands.right.hand 2:face.left.cheek 3:..finger",
    "mark_1_appearance": "burn",
    "mark_1_length": "8 mm",
    "mark_1_colour": "red brown",
    "mark_1_shape": "round",
    "mark_2_length": "two",
    "mark_2_account": "He fell on the stairs.",
    "child_mobile": "yes",
}
WHERE_ON_THE_BODY = _topic_page(
    INJURY,
    MARKED,
    mend=True,
    marks=marks_in(MARKED),
    drawings=pointed_at(figure="child", marks=[one.drawn for one in marks_in(MARKED)]),
    of_a_mark={name: choices_of(name) for name in ("side", "appearance", "colour", "shape")},
)
HOW_SOON = _topic_page(URGENT, {"how_soon": "now", "family_told": "not_told"}, mend=True)
DO_NOT_TELL_YET = _topic_page(
    URGENT,
    {"how_soon": "today", "family_told": "ask_desk"},
    why_not_yet=why_chosen({"worry_about": "sexual"}),
)
PASTED = _topic_page(
    WHERE,
    {"pasted": "Pupil: Casper Lyle"},
    said_of_paste=(
        "Filled in from what you pasted: the child’s name. Each is marked where it stands: check it.",
    ),
)
CHECK_AND_SEND = _topic_page(
    CHECK,
    {},
    names_writer=(
        Checked(
            question="What was seen or heard?", answer="", change_href="/concern/draft/seen/#seen_or_heard"
        ),
    ),
    checked=(
        Checked(
            question="Where is Casper now?",
            answer="Here with me. His father collects him at 15:15.",
            change_href="/concern/draft/where/",
        ),
        Checked(
            question="Is it safe for Casper to go with them?",
            answer="I am not sure",
            change_href="/concern/draft/where/#safe_to_go",
        ),
        Checked(
            question="What was seen or heard?",
            answer="A burn, round, about 8 mm, on the back of the right hand, at 13:30 when he changed for PE.",
            change_href="/concern/draft/seen/",
        ),
        Checked(
            question="The child’s own words",
            answer="“Daddy’s light bit me.”",
            change_href="/concern/draft/seen/",
        ),
        Checked(
            question="How soon?",
            answer="Now, or before the child goes home",
            change_href="/concern/draft/urgent/",
        ),
    ),
)
SENT_AND_URGENT = ConcernSentPage(
    called="Casper",
    urgent=True,
    desk_phone=DESK,
    sent="Sent to the duty desk at 14:46. Your words are kept exactly as you wrote them.",
    held_is_not_told="Nobody has opened it yet.",
    next_steps=(
        "The desk answers you before 15:15, when Casper leaves. If nobody has rung you by 15:00, ring 01632 960 140.",
        "You are told what was decided, why, and what would change it, by the end of tomorrow.",
        "If you disagree, say so on the same page: it goes one level up, to a named person.",
    ),
    known_to=("Tolland Bay social care: delivered 14:46", "Your school"),
    photographs_href="/concern/draft/photographs/",
    child_href="/children/casper/",
)
ADD_PHOTOGRAPHS = ConcernPhotographsPage(
    called="Casper Lyle",
    action="/concern/draft/photographs/",
    back_href="/concern/draft/sent/",
    nobody_asks="School and nursery staff are not asked to photograph a child. Add only a picture that exists already. "
    f"If you are not sure, ring {DESK}.",
    so_far="No photograph is with this concern.",
    form=Form(problems=(Problem(field="files", words="Choose a photograph first."),)),
)
