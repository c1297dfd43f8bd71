"""The values of the pages of professional disagreement."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity
from kith.web.parts.needs import NeedGroup


@dataclass(frozen=True, kw_only=True)
class StageShown:
    """One stage as the page shows it."""

    name: str
    """``Line managers, safeguarding leads and named professionals``"""
    who: str
    """``Ruth Abara, team manager, 01632 960 112``; or that nobody could be named, with the desk to ring."""
    began: str
    """``Opened today 10:41``"""
    due: str
    due_kind: str
    answer: str = ""
    """``Explained why it stands, today 14:05, by Ruth Abara``"""
    words: str = ""
    """The answer in its own words."""
    why: str = ""
    """Why whoever disagrees pressed on or passed a stage over, in their words."""
    nobody: bool = False


@dataclass(frozen=True, kw_only=True)
class SaidShown:
    """Something said beside the answers."""

    when: Moment
    who: str
    """``Joy Okafor joined``"""
    words: str


@dataclass(frozen=True, kw_only=True)
class Answering:
    """The form of the person named to answer."""

    action: str
    answers: tuple[Choice, ...]
    """Fields: ``answer``, ``words``."""


@dataclass(frozen=True, kw_only=True)
class GoingOn:
    """The forms of whoever disagrees: settled, or the next stage."""

    settle_action: str
    outcomes: tuple[Choice, ...]
    """Fields: ``outcome``, ``settled``."""
    press_action: str
    """Empty after the last stage."""
    stages: tuple[Choice, ...]
    after: int
    """The number of the stage that the page shows, so that two who press at once go on once."""
    must_say_why: bool
    """Whether an answer is still due, so that going on needs a reason. Fields: ``to_stage``, ``why``."""
    last_words: str = ""
    """What there is after the last stage."""


@dataclass(frozen=True, kw_only=True)
class Adding:
    """One field of words: to add to an answer, or to ask."""

    action: str
    what: str
    """``added`` or ``asked``."""
    label: str
    hint: str
    button: str
    """Field: ``said``."""


@dataclass(frozen=True, kw_only=True)
class ChallengePage:
    """Everything on the page of one challenge, in reading order."""

    template: ClassVar[str] = "challenge/page.jinja"
    section: ClassVar[str] = "discussions"

    who: Identity
    agency: Agency
    to: Agency
    about: str
    words: str
    """As they were written; nothing is shortened."""
    would_settle: str
    opened: str
    """``Hamish Orde, 01632 960 305, today 10:41``"""
    thing: str
    """``Of the strategy discussion decided today 10:20``; empty where it is about the child alone."""
    thing_href: str
    meanwhile: str
    """That a later decision was made about the same, where there is one."""
    stands: str
    """Where it stands now, in a sentence: who owes what to whom."""
    stages: tuple[StageShown, ...]
    said: tuple[SaidShown, ...]
    cited: str
    """What the times rest on."""
    form: Form
    kept: str = ""
    """Words of the reader that were not sent, because something had happened meanwhile; with ``kept_because``."""
    kept_because: str = ""
    answering: Answering | None = None
    going_on: GoingOn | None = None
    adding: Adding | None = None
    settled: str = ""
    """``Settled: it was changed. Hamish Orde, today 16:02``"""
    settled_words: str = ""

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        return ("Error: " if self.form.problems else "") + f"Challenge: {self.who.name}"


@dataclass(frozen=True, kw_only=True)
class DisagreePage:
    """The form in which somebody disagrees."""

    template: ClassVar[str] = "challenge/disagree.jinja"
    section: ClassVar[str] = "discussions"

    who: Identity
    with_what: str
    """``The decision of today 10:20: no section 47 enquiry``, or what happens to the child altogether."""
    about: tuple[Choice, ...]
    to: tuple[Choice, ...]
    """The agencies to which it may be put; one alone is not asked for."""
    goes_to: str
    """Who answers first and by when, in a sentence."""
    climbs: str
    """What climbs by itself."""
    action: str
    form: Form
    """Fields: ``about``, ``words``, ``would_settle``, ``to_agency``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Disagree: {self.who.name}"


@dataclass(frozen=True, kw_only=True)
class ChallengesPage:
    """What waits for somebody, and what they disagree with."""

    template: ClassVar[str] = "challenge/list.jinja"
    section: ClassVar[str] = "discussions"
    title: ClassVar[str] = "Challenges and reviews"

    lead: str
    groups: tuple[NeedGroup, ...]
    silence: str
    """Said where there are none."""
