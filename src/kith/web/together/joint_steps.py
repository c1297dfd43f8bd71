"""Steps that agencies decide together: the question as it is put, what an agency may answer, what may come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kith.grammar.closed_lists import Step
from kith.web.parts.form import Choice

CANNOT_SAY = Choice(
    value="cannot_say",
    words="We cannot say until something is known",
    hint="Name what, who finds it, and by when.",
)
IN_PART = Choice(value="agree_in_part", words="Yes, in part, or only if")
NO = Choice(value="disagree", words="No")
SOMETHING_ELSE = Choice(value="something_else", words="Something else, said in the reasons")
PUT_OFF = Choice(
    value="put_off", words="Decide again, at a time named now", hint="Say when and where in the reasons."
)


@dataclass(frozen=True, kw_only=True)
class JointStep:
    """How one step is asked and answered. ``{child}`` is the children's names, ``{is_}`` is or are."""

    asks: str
    asks_short: str
    """As it reads after an agency's name: ``is there reasonable cause?``"""
    yes: Choice
    """The position for it; its words are also the outcome's."""
    no: str
    """The outcome against it, in words."""

    def question(self, names: str, *, several: bool) -> str:
        """The question, written before anybody is asked; whoever opens it may put it better."""
        return self.asks.format(child=names, is_="are" if several else "is")

    @property
    def positions(self) -> tuple[Choice, ...]:
        """What an agency may answer."""
        return (self.yes, IN_PART, NO, CANNOT_SAY)

    @property
    def outcomes(self) -> tuple[Choice, ...]:
        """What its owner may decide."""
        return (
            Choice(value="yes", words=self.yes.words, hint=self.yes.hint),
            Choice(value="no", words=self.no),
            SOMETHING_ELSE,
            PUT_OFF,
        )


def _yes(words: str, hint: str = "") -> Choice:
    return Choice(value="agree", words=words, hint=hint)


JOINT_STEPS: Mapping[str, JointStep] = MappingProxyType(
    {
        "strategy_discussion": JointStep(
            asks="Is there reasonable cause to suspect that {child} {is_} suffering, or likely to suffer, significant harm?",
            asks_short="is there reasonable cause?",
            yes=_yes(
                "Yes: begin a section 47 enquiry",
                "No agreement is needed from the parents to begin (Children Act 1989, section 47).",
            ),
            no="No section 47 enquiry",
        ),
        "section_47_enquiry": JointStep(
            asks="Does what is known about {child} need a child protection enquiry (section 47) to begin today?",
            asks_short="should an enquiry begin today?",
            yes=_yes(
                "Yes: begin a section 47 enquiry",
                "No agreement is needed from the parents to begin (Children Act 1989, section 47).",
            ),
            no="No section 47 enquiry",
        ),
        "multi_agency_discussion": JointStep(
            asks="What do we know about {child} when it is put together, and does it need more than each of us does now?",
            asks_short="does it need more than each does now?",
            yes=_yes("Yes: more is needed, said in the reasons"),
            no="No more is needed than each agency does now",
        ),
        "initial_conference": JointStep(
            asks="Should an initial child protection conference be held for {child}?",
            asks_short="should a conference be held?",
            yes=_yes("Yes: call an initial child protection conference"),
            no="No conference",
        ),
        "legal_planning": JointStep(
            asks="Should the legal gateway look at {child}’s situation?",
            asks_short="should it go to the legal gateway?",
            yes=_yes("Yes: to the legal gateway"),
            no="Not to the legal gateway",
        ),
        "review_plan": JointStep(
            asks="Is the plan for {child} keeping them safe, or must it change?",
            asks_short="must the plan change?",
            yes=_yes("Yes: the plan must change"),
            no="The plan stays as it is",
        ),
    }
)
"""[P]: which steps, and their words, for a partnership to set. A step that is not here is done by its owner alone."""


def joint_step(step: Step) -> JointStep:
    """How a step is decided together, also one that is usually done by its owner alone."""
    plain = JointStep(
        asks=step.asks,
        asks_short=f"should it be done: {step.label}?",
        yes=_yes(f"Yes: {step.label}"),
        no=f"No {step.label}",
    )
    return JOINT_STEPS.get(step.code, plain)
