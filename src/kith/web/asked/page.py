"""The values of the page on which a request is answered."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class Answering:
    """The form, in the words of what was asked: facts, or something to be done."""

    action: str
    answers: tuple[Choice, ...]
    may_be_told: tuple[Choice, ...]
    """Empty where something is to be done."""
    not_shared: tuple[Choice, ...]
    form: Form
    """Fields: ``answer``, ``words``, ``relevance``, ``parents_may_be_told``, ``not_shared``."""


@dataclass(frozen=True, kw_only=True)
class AskedPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "asked/page.jinja"
    section: ClassVar[str] = "none"

    who: Identity
    agency: Agency
    """Who asks."""
    what: str
    purpose: str
    asked: str
    """``Tomasz Wilk, 01632 960 104, asked today 10:41``"""
    due: str
    due_kind: str
    owner: str
    law: str
    """What the law says of telling, in one sentence with its source."""
    answering: Answering | None = None
    answered: str = ""
    """``Answered today 11:02 by Sunita Grewal: told.``"""
    climbed: str = ""

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        problems = self.answering and self.answering.form.problems
        return ("Error: " if problems else "") + f"{self.agency.label} asks: {self.who.name}"
