"""A question that opens a decision, one that is looked at again, a decision being opened, the list of them."""

from dataclasses import replace

from kith.web.decision.opening import NewDecisionPage
from kith.web.decision.waiting import DecisionsPage
from kith.web.parts.form import Choice, Form, Problem
from kith.web.parts.needs import Need, NeedGroup
from kith.web.prompt.page import Challenged, Opening
from kith.web.together.joint_steps import JOINT_STEPS
from tests.web.samples.answers import PROMPT, PROMPT_DECLINED
from tests.web.samples.tolland_bay import tams_identity

_ALSO = (Choice(value="school", words="School"), Choice(value="hospital", words="Hospital"))
_ASKS = "Social care, police and community health are asked. You own it, and decide."
_QUESTION = JOINT_STEPS["strategy_discussion"].question("Tam", several=False)

PROMPT_OPENS = replace(
    PROMPT,
    question="Can police, health and social care talk about Tam today?",
    asks_for="It asks for this: strategy discussion, within 24 hours from when it was asked.",
    steps=(),
    opening=Opening(
        words="Start a strategy discussion", href="/prompts/x/discussion", asks=_ASKS, also=_ALSO
    ),
    done_href="/prompts/x/done",
    form=Form(answers={"question": _QUESTION, "also_ask": "school"}),
)
PROMPT_LOOK_AGAIN = replace(
    PROMPT_DECLINED,
    challenge_goes_to="Beatriz Salgado, area on-call manager",
    challenged=Challenged(
        words="Anneka Bright, 11:20 today: “Police going to the door is what she is afraid of.”",
        href="/prompts/x/challenge/answer",
    ),
    form=Form(problems=(Problem(field="looked_again", words="Say what you found, and what happens now"),)),
)


def _need(when: str, what: str, why: str, act: str, tag: str = "", tag_kind: str = "") -> Need:
    return Need(when=when, what=what, why=why, act=act, href="/decisions/x/", tag=tag, tag_kind=tag_kind)


DECISIONS = DecisionsPage(
    lead="A joint decision has one owner, one question, and each agency’s position in its own words.",
    groups=(
        NeedGroup(
            title="They wait for you",
            needs=(
                _need(
                    "By 15:10",
                    "Strategy discussion: Tam, Jory and the unborn baby",
                    "Your agency’s position is not written. You make the decision. Police have written.",
                    "Write your position",
                    "today",
                    "due",
                ),
            ),
        ),
        NeedGroup(
            title="They wait for others",
            needs=(
                _need(
                    "Thu 19 Nov",
                    "Discussion between the agencies: Wilf Denby",
                    "Your agency has written; it waits for whoever decides. Police have written.",
                    "Read",
                ),
            ),
        ),
    ),
    silence="",
)
NEW_DECISION = NewDecisionPage(
    who=tams_identity(),
    steps=(
        Choice(value="strategy_discussion", words="Strategy discussion"),
        Choice(value="initial_conference", words="Initial child protection conference"),
    ),
    asks=_ASKS,
    also_ask=_ALSO,
    also_about=(Choice(value="jory", words="Jory, brother, 2 years 1 month"),),
    action="/children/tam/decisions/new",
    form=Form(problems=(Problem(field="step", words="Choose what is to be decided on."),)),
)
