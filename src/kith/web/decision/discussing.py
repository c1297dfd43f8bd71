"""Takes what is written while agencies talk: who is here, what each brings, what it may be, actions, each child."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from kith.decisions import operations as decisions
from kith.decisions.policies import check_can_decide_for_children, check_can_write_in
from kith.decisions.types import NewAction, NewExplanation, NewForChild
from kith.journeys import discuss
from kith.kernel.errors import BadInput
from kith.web.decision.discussion import as_moment
from kith.web.decision.door import AtDecision, about_decision
from kith.web.decision.filling import page_of
from kith.web.decision.live import show_live
from kith.web.parts.form import Form, Problem
from kith.web.parts.writing import ACTION, BRING, CHILDREN, EXPLAIN, HERE, Wrong
from kith.web.reading.posted import answers_from

Typed = Mapping[str, str]


@require_POST
@about_decision(purpose="note who is in a discussion about this child")
def here(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """Somebody says that they are here, or notes who else is, or was rung and is not."""
    check_can_write_in(decision=here.decision.id, by=here.by)
    typed = answers_from(request.POST, ("me", "agency", "name", "how", "words"))
    if typed.get("me"):
        agency, how, who = here.by.agency, "here", here.by.id
    else:
        agency, how, who = typed.get("agency", ""), typed.get("how", ""), None

    def said() -> object:
        asked = {one.agency: one.agency_area for one in here.decision.invitations}
        if agency not in {*asked, here.by.agency}:
            raise BadInput("agency", "Choose the agency.")
        return decisions.say_who_is_there(
            decision=here.decision.id,
            agency=agency,
            agency_area=asked.get(agency, here.by.area),
            how=how,
            practitioner=who,
            name=typed.get("name", ""),
            words=typed.get("words", ""),
            by=here.by,
            at=here.at,
        )

    return _written(request, here, said, Wrong(name=HERE, form=Form(answers=typed)), part="q-h")


@require_POST
@about_decision(purpose="bring to a discussion what we know about this child")
def bring(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """What an agency knows, whether parents may be told, and apart from it what somebody thinks."""
    check_can_write_in(decision=here.decision.id, by=here.by)
    typed = answers_from(request.POST, ("knows", "may_be_told", "thinks"))

    def brought() -> object:
        return discuss.bring(
            decision=here.decision.id,
            knows=typed.get("knows", ""),
            may_be_told=typed.get("may_be_told", ""),
            thinks=typed.get("thinks", ""),
            by=here.by,
            at=here.at,
        )

    return _written(request, here, brought, Wrong(name=BRING, form=Form(answers=typed)), part="br-h")


@require_POST
@about_decision(purpose="write what might be happening to this child")
def explanation(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """One more explanation of what is known, and what would tell it from the others."""
    check_can_write_in(decision=here.decision.id, by=here.by)
    typed = answers_from(request.POST, ("words", "supports", "against", "would_tell"))

    def explained() -> object:
        new = NewExplanation(
            words=typed.get("words", ""),
            supports=typed.get("supports", ""),
            against=typed.get("against", ""),
            would_tell=typed.get("would_tell", ""),
        )
        return decisions.explain(decision=here.decision.id, explanation=new, by=here.by, at=here.at)

    return _written(request, here, explained, Wrong(name=EXPLAIN, form=Form(answers=typed)), part="hy-h")


@require_POST
@about_decision(purpose="agree what is done for this child")
def action(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """One named person is asked to do something by a time."""
    check_can_write_in(decision=here.decision.id, by=here.by)
    typed = answers_from(request.POST, ("sort", "what", "owner", "day", "time", "said_yes"))

    def asked() -> object:
        due = as_moment(typed.get("day", ""), typed.get("time", ""))
        if due is None:
            raise BadInput("day", "Give a day and a time, such as 14:00.")
        new = NewAction(
            sort=typed.get("sort", ""),
            what=typed.get("what", ""),
            owner=_one(typed.get("owner", ""), "owner", "Choose one person, by name."),
            due_at=due,
            said_yes=bool(typed.get("said_yes")),
        )
        return discuss.ask_for_action(decision=here.decision.id, action=new, by=here.by, at=here.at)

    return _written(request, here, asked, Wrong(name=ACTION, form=Form(answers=typed)), part="ac-h")


@require_POST
@about_decision(purpose="answer for an action that was agreed for this child")
def action_answer(request: HttpRequest, *, here: AtDecision, action: UUID) -> HttpResponse:
    """Whoever does it says yes, no or done; whoever decided writes down what was said, or that it is not to be done."""
    typed = answers_from(request.POST, ("answer", "action_words"))

    def answered() -> object:
        if action not in {one.id for one in here.decision.actions}:
            raise BadInput("answer", "There is no such action here.")
        answer, words = typed.get("answer", ""), typed.get("action_words", "")
        if answer in ("done", "not_done"):
            return discuss.end_action(action=action, ended=answer, words=words, by=here.by, at=here.at)
        decisions.answer_action(action=action, answer=answer, words=words, by=here.by, at=here.at)
        return None

    wrong = Wrong(name=ACTION, form=Form(answers=typed), about=action)
    return _written(request, here, answered, wrong, part="ac-h")


@require_POST
@about_decision(purpose="decide for this child in a discussion")
def for_child(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """What is decided for one child, with the medical that was considered."""
    check_can_decide_for_children(decision=here.decision.id, by=here.by)
    typed = answers_from(request.POST, ("child", "outcome", "reasons", "medical", "medical_because"))
    child = _id(typed.get("child", ""))

    def decided() -> object:
        if child is None:
            raise BadInput("child", "Choose the child.")
        new = NewForChild(
            child=child,
            outcome=typed.get("outcome", ""),
            reasons=typed.get("reasons", ""),
            medical=typed.get("medical", ""),
            medical_because=typed.get("medical_because", ""),
        )
        return discuss.decide_for_child(decision=here.decision.id, new=new, by=here.by, at=here.at)

    wrong = Wrong(name=CHILDREN, form=Form(answers=typed), about=child)
    return _written(request, here, decided, wrong, part="fc-h")


_FIELDS = {ACTION: {"answer": "answer", "words": "action_words", "ended": "answer", "due": "day"}}


def _written(
    request: HttpRequest, here: AtDecision, write: Callable[[], object], wrong: Wrong, *, part: str
) -> HttpResponse:
    """Back to that part of the page; where something needs mending, the page with every word as it was typed."""
    try:
        write()
    except BadInput as bad:
        field = _FIELDS.get(wrong.name, {}).get(bad.field, bad.field)
        form = Form(answers=wrong.form.answers, problems=(Problem(field=field, words=bad.problem),))
        mended = Wrong(name=wrong.name, form=form, about=wrong.about)
        return show_live(request, page_of(here, wrong=mended), status=422)
    return HttpResponseRedirect(f"/decisions/{here.decision.id}/#{part}")


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _one(typed: str, field: str, problem: str) -> UUID:
    found = _id(typed)
    if found is None:
        raise BadInput(field, problem)
    return found
