"""What is asked when somebody records a concern, and what must be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from kith.kernel.errors import BadInput
from kith.web.parts.form import Choice, Problem
from kith.web.reading.when import read_time, read_when


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One page of questions."""

    key: str
    """Names the page in its address and its template in ``topics/``."""
    short: str
    """In the list of topics beside the form."""
    required: tuple[str, ...]
    """Fields without which the desk cannot act; each has its reason in ``WHY_REQUIRED``."""
    optional: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every input that the page may post."""
        return (*self.required, *self.optional)


WHERE = Topic(
    key="where",
    short="Where the child is, who collects them, when",
    required=("where_now", "collected_by", "leaves", "safe_to_go"),
    optional=("collected_by_not_known", "leaves_minute", "leaves_not_known", "where_else"),
)
CHILD = Topic(
    key="child",
    short="Which child, and other children there",
    required=("child_name", "born"),
    optional=("born_month", "born_year", "born_about", "child_id", "lives_or_learns", "other_children"),
)
SEEN = Topic(
    key="seen",
    short="What was seen or said, in whose words",
    required=("happened", "seen_or_heard", "who_said"),
    optional=("happened_month", "happened_year", "happened_about", "childs_words", "my_view"),
)
URGENT = Topic(
    key="urgent",
    short="How soon, and what the family knows",
    required=("how_soon", "family_told", "why_not_told"),
    optional=("must_not_know",),
)
CHECK = Topic(key="check", short="Check and send", required=())
TOPICS = (WHERE, CHILD, SEEN, URGENT, CHECK)

WHY_REQUIRED = {
    "where_now": "Nobody can be sent to a child without a place (Working Together 2023: immediate protection first).",
    "collected_by": "The person who collects the child may be the person who harms them.",
    "leaves": "Sets the time by which somebody must answer.",
    "safe_to_go": "The referrer's own view now, while something can still be done.",
    "child_name": "Finds what is already known.",
    "born": "Tells children of one name apart; an age will do.",
    "happened": "Places it in the chronology; a month or year will do.",
    "seen_or_heard": "The fact itself.",
    "who_said": "A child's word, a relative's and a professional's stay apart.",
    "how_soon": "The referrer's own view of the time there is.",
    "family_told": "The desk must know before it rings the home (Working Together 2023: openness unless it adds danger).",
    "why_not_told": "Asked only where the family was not told, and then needed.",
}

WHERE_NOW = (
    Choice(value="here", words="Here with me"),
    Choice(value="home", words="At home, or on the way there"),
    Choice(value="elsewhere", words="Somewhere else"),
    Choice(value="not_known", words="I do not know"),
)
WHO_SAID = (
    Choice(value="self", words="I saw or heard it myself"),
    Choice(value="child", words="The child told me or showed me"),
    Choice(value="family", words="Someone in the family told me"),
    Choice(value="public", words="A neighbour or somebody else told me"),
    Choice(value="professional", words="Another professional told me"),
)
HOW_SOON = (
    Choice(
        value="now",
        words="Now, or before the child goes home",
        hint="You will be given the number to ring. Ring it first.",
    ),
    Choice(value="today", words="Today"),
    Choice(value="working_day", words="By the end of the next working day"),
)
SAFE_TO_GO = (
    Choice(value="yes", words="Yes"),
    Choice(value="no", words="No", hint="Ring the desk now; if the child is in danger, 999."),
    Choice(value="not_sure", words="I am not sure"),
)
FAMILY_TOLD = (
    Choice(value="told", words="Yes, a parent or carer knows that I am telling you"),
    Choice(value="told_disagrees", words="Yes, and they do not agree"),
    Choice(value="not_told", words="No, not yet"),
    Choice(value="danger", words="No: telling them could put somebody in danger"),
)

CHOICES = MappingProxyType(
    {
        "where_now": WHERE_NOW,
        "safe_to_go": SAFE_TO_GO,
        "who_said": WHO_SAID,
        "how_soon": HOW_SOON,
        "family_told": FAMILY_TOLD,
    }
)


def problems_in(
    topic: Topic, answers: Mapping[str, str], *, called: str, at: datetime
) -> tuple[Problem, ...]:
    """What stops this topic from going on, in the order of its page. ``called`` is the child's name or ``the child``."""
    check = {"where": _where, "child": _child, "seen": _seen, "urgent": _urgent}.get(topic.key)
    found = check(answers, called, at) if check else {}
    return tuple(Problem(field=field, words=found[field]) for field in topic.fields if field in found)


def is_urgent(answers: Mapping[str, str]) -> bool:
    """Whether the last page must end with the number to ring now."""
    return answers.get("how_soon") == "now" or answers.get("safe_to_go") == "no"


def _where(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    found = _unanswered(answers, where_now=f"Say where {called} is now, or choose that you do not know")
    if not answers.get("collected_by") and not answers.get("collected_by_not_known"):
        found["collected_by"] = f"Say who collects {called}, or choose that you do not know"
    if not answers.get("leaves_not_known"):
        try:
            read_time(answers.get("leaves", ""), answers.get("leaves_minute", "") or "?")
        except ValueError:
            found["leaves"] = (
                f"Enter the hour and minute {called} leaves, like 15 15, or choose that you do not know"
            )
    return found | _unanswered(answers, safe_to_go=f"Say if it is safe for {called} to go with them")


def _child(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    found = _unanswered(answers, child_name="Enter the child’s name, or what they are called")
    if not answers.get("born_about"):
        found |= _date_problem("born", answers, at)
    return found


def _seen(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    found = _date_problem("happened", answers, at)
    return found | _unanswered(
        answers,
        seen_or_heard="Say what was seen or heard",
        who_said="Say who saw or heard it",
    )


def _urgent(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    found = _unanswered(
        answers,
        how_soon=f"Say how soon somebody should see {called}",
        family_told="Say if a parent or carer knows",
    )
    if answers.get("family_told") in ("not_told", "danger"):
        found |= _unanswered(answers, why_not_told="Say why they have not been told")
    return found


def _unanswered(answers: Mapping[str, str], **asked: str) -> dict[str, str]:
    return {name: words for name, words in asked.items() if not answers.get(name)}


def _date_problem(field: str, answers: Mapping[str, str], at: datetime) -> dict[str, str]:
    typed = (answers.get(field, ""), answers.get(f"{field}_month", ""), answers.get(f"{field}_year", ""))
    try:
        read_when(field=field, typed=typed, at=at)
    except BadInput as bad:
        return {field: bad.problem}
    return {}
