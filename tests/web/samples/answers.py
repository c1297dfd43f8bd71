"""A visit note, a prompt in three states, a strategy discussion before and after it is decided."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.parts.ask import Step
from kith.web.parts.form import Choice, Form, Problem
from kith.web.prompt.page import Answered, PromptPage, Why
from kith.web.visit_note.page import VisitNotePage
from kith.web.visit_note.questions import problems_in
from tests.web.samples.child import REASONS, SPOKEN_TO_ALONE
from tests.web.samples.tolland_bay import tams_identity

_TYPED = {"seen": "alone", "day": "17", "month": "11", "year": "2026", "hour": "14", "minute": "5"}
VISIT_NOTE = VisitNotePage(
    who=tams_identity("Tam now"),
    called="Tam",
    form=Form(answers=_TYPED),
    action="/children/tam/visit/?draft=tam",
    last_time="Last time, 5 November: upstairs was not seen. Keren: “the radio”.",
    clock="The plan of 1 July: Tam seen alone every 10 working days, since 28 August.",
    clock_kind="over",
    also_about=(
        Choice(value="jory", words="Jory, 2 years 1 month"),
        Choice(value="unborn", words="Unborn baby, due 24 January"),
        Choice(value="davy", words="Davy, 13, stays at weekends"),
    ),
    before_knock="Two workers, always: Lewis threatened a worker on 20 July. Ask Tam away from home.",
    address="This address was corrected on 4 November 2026: it was said to be another until then.",
    home_href="/children/tam/home/",
    saved="Saved at 14:30. Nothing you typed is lost if you stop or are signed out.",
)
VISIT_NOTE_TO_MEND = replace(
    VISIT_NOTE, form=Form(answers=_TYPED, problems=problems_in(_TYPED, called="Tam"))
)

PROMPT = PromptPage(
    who=tams_identity(),
    question=SPOKEN_TO_ALONE.question,
    asks_for="See Tam alone, away from home, before she leaves school at 15:10.",
    owner="Dana Ferris",
    owner_phone="01632 960 151",
    mine=True,
    due="Due today by 15:10",
    due_kind="due",
    why=(
        Why(
            because="A child said something that nobody has asked them about alone.",
            cited="Working Together 2023: see and speak to the child alone. Rule seen_alone_after_disclosure, version 3",
            href="/rulebook/seen_alone_after_disclosure/",
        ),
    ),
    evidence=SPOKEN_TO_ALONE.evidence,
    wrong_if=(
        "Someone has spoken to her alone, and it has not reached Kith. School has sent nothing since Friday.",
        "Tam was speaking of something else. Nobody has asked who “he” is.",
    ),
    steps=(
        Step(words="Arrange to see Tam at school", href="/children/tam/visit/plan/"),
        Step(words="She has been seen alone: write it now", href="/children/tam/visit/"),
    ),
    acknowledge_href="/prompts/seen-alone/acknowledge",
    acknowledged="Nobody has said that they have this. It came at 09:05 today.",
    decline_href="/prompts/seen-alone/decline",
    reasons=REASONS,
    challenge_href="",
    form=Form(),
    named_leader="Marta Leigh, service head",
    history=(
        Answered(
            when=Moment(words="2 Nov, 15:20", iso="2026-11-02T15:20"),
            words="Asked of Joel Prewett, who was away. Nobody answered.",
        ),
        Answered(
            when=Moment(words="16 Nov, 08:55", iso="2026-11-16T08:55"),
            words="Asked again: police’s entry of 14 November joined it.",
        ),
        Answered(
            when=Moment(words="Today, 09:05", iso="2026-11-17T09:05"), words="Given to Dana Ferris, on duty."
        ),
    ),
    more_evidence="One more entry that you may not see speaks for it: ring the desk, 01632 960 140.",
)
PROMPT_TO_MEND = replace(
    PROMPT,
    form=Form(
        answers={"why": "something_safer"},
        problems=(Problem(field="words", words="Say what is safer, in your words"),),
    ),
)
PROMPT_DECLINED = replace(
    PROMPT,
    mine=False,
    acknowledge_href="",
    acknowledged="Dana Ferris said at 09:20 that she has it.",
    decline_href="",
    challenge_href="/prompts/seen-alone/challenge",
    declined="By Dana Ferris, today 11:05: “Something else is safer for Tam. Police go to the door first.”",
)
