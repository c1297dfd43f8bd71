"""What is asked when somebody records a concern, and what must be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kith.kernel.errors import BadInput
from kith.web.concern import marks
from kith.web.concern.choices import CHOICES, SITES
from kith.web.parts.form import Problem
from kith.web.reading.born import read_birth
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
    optional=("collected_by_not_known", "leaves_minute", "leaves_not_known", "where_else", "pasted"),
)
CHILD = Topic(
    key="child",
    short="Which child, and other children there",
    required=("child_name", "born"),
    optional=("born_month", "born_year", "born_about", "unborn", "child_id", "nhs_number", "parents",
              "lives_or_learns", "phone", "other_children"),
)  # fmt: skip
OTHERS = Topic(
    key="others", short="Other children there", required=(), optional=("also_about", "other_children")
)
SEEN = Topic(
    key="seen",
    short="What was seen or said, in whose words",
    required=("happened", "seen_or_heard", "who_said"),
    optional=("happened_month", "happened_year", "happened_about", "happened_not_known", "worry_about", "childs_words",
              "my_view", "own_reference"),
)  # fmt: skip
INJURY = Topic(
    key="injury",
    short="The mark or injury, on the body map",
    required=(),
    optional=(
        "mark_seen",
        "marks",
        "site",
        "appearance",
        "child_mobile",
        "explanation",
        "explained_by",
        "carer_account",
        *marks.FIELDS,
    ),
)
URGENT = Topic(
    key="urgent",
    short="How soon, and what the family knows",
    required=("how_soon", "family_told", "why_not_told"),
    optional=("must_not_know",),
)
CHECK = Topic(key="check", short="Check and send", required=())
TOPICS = (WHERE, CHILD, OTHERS, SEEN, INJURY, URGENT, CHECK)
"""Every topic there is; ``topics_for`` gives those of one concern, which are six at the most."""

WHY_REQUIRED = {
    "where_now": "Nobody can be sent to a child without a place (Working Together 2023: immediate protection first).",
    "collected_by": "The person who collects the child may be the person who harms them.",
    "leaves": "Sets the time by which somebody must answer.",
    "safe_to_go": "Your own view now, while something can still be done.",
    "child_name": "Finds what is already known.",
    "born": "Tells children of one name apart; an age will do.",
    "happened": "Places it in the chronology; a month or year will do.",
    "seen_or_heard": "The fact itself: nobody can decide without it.",
    "who_said": "A child’s word, a relative’s and a professional’s stay apart.",
    "how_soon": "Your own view of the time there is.",
    "family_told": "The desk must know before it rings the home (Working Together 2023: openness unless it adds danger).",
    "why_not_told": "Asked only where the family was not told, and then needed.",
}

ASKED = {
    "where_now": "Where is the child now?",
    "where_else": "Where is that?",
    "collected_by": "Who collects the child?",
    "leaves": "When does the child leave?",
    "safe_to_go": "Is it safe to go with them?",
    "child_name": "The child’s name",
    "born": "Date of birth",
    "born_about": "About how old",
    "nhs_number": "NHS number",
    "parents": "Parents or carers",
    "lives_or_learns": "Home or school",
    "phone": "The family’s telephone",
    "also_about": "Also about",
    "other_children": "Other children",
    "happened": "When was it seen or said?",
    "seen_or_heard": "What was seen or heard?",
    "worry_about": "What is it about?",
    "childs_words": "The child’s own words",
    "who_said": "Who saw or heard it?",
    "my_view": "What you make of it",
    "own_reference": "Your own reference",
    "mark_seen": "Did you see the mark?",
    "appearance": "What does it look like?",
    "marks": "Where on the body?",
    "child_mobile": "Can the child roll, crawl or walk?",
    "explanation": "How was it explained?",
    "explained_by": "Who explained it?",
    "carer_account": "Does that fit?",
    "how_soon": "How soon?",
    "family_told": "Does a parent or carer know?",
    "why_not_told": "Why they were not told",
    "must_not_know": "Must not know",
}
"""A short form of each question: on the last page, and at the head of what is wrong with an answer."""
IN_WORDS = frozenset(
    (
        *(
            "pasted",
            "other_children",
            "seen_or_heard",
            "childs_words",
            "my_view",
            "explanation",
            "why_not_told",
        ),
        *(field for field in marks.FIELDS if field.endswith("_account")),
    )
)
"""Answers that may have many lines."""


def question_of(field: str) -> str:
    """The short form of the question that a field belongs to: its own, or that of the field it stands beside."""
    if field in marks.FIELDS:
        return f"What was said of a mark ({field.split('_', 2)[2].replace('_', ' ')})"
    return next(
        (words for name, words in ASKED.items() if field == name or field.startswith(f"{name}_")),
        "Which child",
    )


def only_offered(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers, without a choice that no page offers."""
    offered = {field: {one.value for one in choices} for field, choices in {**CHOICES, "site": SITES}.items()}
    return {
        field: " ".join(word for word in words.split() if word in offered[field])
        if field in offered
        else words
        for field, words in marks.only_offered_of_marks(answers).items()
    }


def topics_for(answers: Mapping[str, str], *, is_known: bool) -> tuple[Topic, ...]:
    """The topics of one concern: about a known child nothing known is asked, and the body map only where it is needed."""
    who = OTHERS if is_known else CHILD
    marks = (INJURY,) if "injury" in answers.get("worry_about", "").split() else ()
    return (WHERE, who, SEEN, *marks, URGENT, CHECK)


def problems_in(
    topic: Topic, answers: Mapping[str, str], *, called: str, at: datetime
) -> tuple[Problem, ...]:
    """What stops this topic from going on, in the order of its page. ``called`` is the child's name or ``the child``."""
    check = {"where": _where, "child": _child, "seen": _seen, "injury": _injury, "urgent": _urgent}.get(
        topic.key
    )
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
    if answers.get("child_id", "other") != "other":
        return {}
    found = _unanswered(answers, child_name="Enter the child’s name, or “not known”")
    try:
        read_birth(answers, at=at)
    except BadInput as bad:
        found["born"] = bad.problem
    return found


def _seen(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    found = {} if answers.get("happened_not_known") else _date_problem("happened", answers, at)
    return found | _unanswered(
        answers,
        seen_or_heard="Say what was seen or heard",
        who_said="Say who saw or heard it",
    )


def _injury(answers: Mapping[str, str], called: str, at: datetime) -> dict[str, str]:
    return marks.problems_of(answers)


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
