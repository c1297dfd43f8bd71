"""Opening a joint decision from a child's page: which step, the question, who else is asked and about whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kith.access import queries as access
from kith.access.types import Basis
from kith.grammar.words import named
from kith.journeys.asking_agencies import ALWAYS_ASKED, health_for
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.rulebook import Rulebook
from kith.web.child.reading import read
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity
from kith.web.together.header import identity_of_all
from kith.web.together.joint_steps import JOINT_STEPS
from kith.web.together.others import other_agencies


@dataclass(frozen=True, kw_only=True)
class NewDecisionPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "decision/opening.jinja"
    section: ClassVar[str] = "discussions"

    who: Identity
    steps: tuple[Choice, ...]
    asks: str
    """Who is asked without being chosen."""
    also_ask: tuple[Choice, ...]
    also_about: tuple[Choice, ...]
    """Other children of the home or family whom the reader may see."""
    action: str
    form: Form
    """Fields: ``step``, ``question``, ``also_ask``, ``also_about``."""

    @property
    def title(self) -> str:
        """Names the child, so that two tabs can be told apart."""
        return ("Error: " if self.form.problems else "") + f"Decide together: {self.who.name}"


def new_page_of(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> NewDecisionPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis)
    asked = dict.fromkeys([by.agency, *ALWAYS_ASKED, health_for(child=child, at=at)])
    words = named(reading.book.agencies[code].short for code in asked)
    also = other_agencies([reading], already=asked)
    others = access.other_children(child=child.id, by=by, at=at)
    return NewDecisionPage(
        who=identity_of_all([reading], current="decide"),
        steps=_steps(reading.book),
        asks=f"{words[:1].upper()}{words[1:]} are asked. You own it, and decide.",
        also_ask=also,
        also_about=tuple(
            Choice(
                value=str(one.id), words=", ".join(part for part in (one.name, one.relation, one.age) if part)
            )
            for one in others
            if one.may_be_opened
        ),
        action=f"/children/{child.id}/decisions/new",
        form=form or Form(answers={"also_ask": " ".join(one.value for one in also)}),
    )


def _steps(book: Rulebook) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=code, words=book.steps[code].label[:1].upper() + book.steps[code].label[1:])
        for code in JOINT_STEPS
    )
