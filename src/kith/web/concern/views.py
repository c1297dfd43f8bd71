"""Answers the pages of recording a concern: one topic a page, saved at every submit."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.access import operations as access
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.web import drafts
from kith.web.concern import marks
from kith.web.concern.filling import page_of, topic_href
from kith.web.concern.pasting import read_paste
from kith.web.concern.questions import CHECK, IN_WORDS, INJURY, WHERE, Topic, only_offered, question_of
from kith.web.concern.sending import send, sent_before, topic_of
from kith.web.concern.sent import sent_page
from kith.web.concern.writing import Writing, not_begun, opened, own_children, resume
from kith.web.parts.form import Problem
from kith.web.policy import policy
from kith.web.reading.typed import Typed, read_typed
from kith.web.reading.when import next_time_of_day, read_time
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

TO_MEND = 422
PURPOSE = "record a concern"


@require_safe
@policy("signed_in")
def begin(request: HttpRequest) -> HttpResponse:
    """The first topic. ``?child=`` begins from a child whom the writer may see. Nothing is kept until it is submitted."""
    at = now()
    try:
        by = acting(request, at=at)
        child = _begun_from(request, by, at)
    except Refused as refusal:
        return refused(request, refusal)
    return show(request, page_of(not_begun(draft=new_id(), child=child, by=by, at=at), WHERE))


@require_safe
@policy("signed_in")
def go_on(request: HttpRequest, *, draft: UUID) -> HttpResponse:
    """Where a concern was left: its first topic that is not done, or what became of it."""
    at = now()
    try:
        by = acting(request, at=at)
        if sent_before(draft=draft, by=by, at=at):
            return redirect("concern_sent", draft=draft)
        writing = resume(draft=draft, by=by, at=at)
    except Refused as refusal:
        return refused(request, refusal)
    return redirect(topic_href(writing, writing.next_topic))


@require_http_methods(["GET", "HEAD", "POST"])
@policy("signed_in")
def topic(request: HttpRequest, *, draft: UUID, key: str) -> HttpResponse:
    """One topic, and what is submitted on it."""
    at = now()
    try:
        by = acting(request, at=at)
    except Refused as refusal:
        return refused(request, refusal)
    if sent_before(draft=draft, by=by, at=at):
        return redirect("concern_sent", draft=draft)
    try:
        return _answered(request, draft, key, by, at)
    except Refused as refusal:
        # Its draft may have gone while this was read, because another submit sent it.
        if sent_before(draft=draft, by=by, at=now()):
            return redirect("concern_sent", draft=draft)
        return refused(request, refusal)


@require_safe
@policy("signed_in")
def sent(request: HttpRequest, *, draft: UUID) -> HttpResponse:
    """What happens now with a concern that was sent."""
    at = now()
    try:
        by = acting(request, at=at)
        found = sent_before(draft=draft, by=by, at=at)
        if found is None:
            resume(draft=draft, by=by, at=at)
    except Refused as refusal:
        return refused(request, refusal)
    return show(request, sent_page(found, by=by, at=at)) if found else redirect("concern_go_on", draft=draft)


def _begun_from(request: HttpRequest, by: Actor, at: datetime) -> UUID | None:
    """The child whom the writer begins from: the look is written, or the refusal."""
    given = request.GET.get("child", "")
    if not given:
        return None
    try:
        child = UUID(given)
    except ValueError:
        return None
    return access.open_child(child=child, purpose=PURPOSE, by=by, at=at).child.id


def _begun_from_or_in_words(request: HttpRequest, by: Actor, at: datetime) -> UUID | None:
    """Sight that ended while the first page was typed takes no words away: the child is then described."""
    try:
        return _begun_from(request, by, at)
    except Refused:
        return None


def _answered(request: HttpRequest, draft: UUID, key: str, by: Actor, at: datetime) -> HttpResponse:
    if request.method == "POST":
        return _submitted(request, draft, key, by, at)
    writing = resume(draft=draft, by=by, at=at)
    asked = writing.topic(key)
    return show(request, page_of(writing, asked)) if asked else redirect("concern_go_on", draft=draft)


def _submitted(request: HttpRequest, draft: UUID, key: str, by: Actor, at: datetime) -> HttpResponse:
    """Save first, whatever was typed; then stop, ask to mend, go on, or send."""
    writing = _begun(request, draft, by, at)
    asked = writing.topic(key)
    if asked is None:
        return redirect("concern_go_on", draft=draft)
    typed, writing = _saved(request, asked, writing)
    if request.POST.get("then") == "later":
        return _to_mend(request, writing, asked, typed.problems, typed) if typed.too_long else redirect("/")
    if asked is WHERE and request.POST.get("then") == "paste":
        return (
            _to_mend(request, writing, asked, typed.problems, typed) if typed.problems else _pasted(writing)
        )
    if asked is INJURY and _on_the_drawing(request) and not typed.problems:
        return redirect(f"{topic_href(writing, asked)}#marks")
    problems = _together(asked, typed.problems, writing.problems(asked))
    if problems:
        return _to_mend(request, writing, asked, problems, typed)
    if asked is CHECK:
        return _sent(request, writing)
    return redirect(topic_href(writing, writing.next_topic))


def _pasted(writing: Writing) -> HttpResponse:
    """What can be found is filled in where nothing stood; the first page again says what, and the rest of the pages mark it."""
    text = writing.answers.get("pasted", "")
    found = read_paste(
        text=text, before=writing.answers, is_known=writing.child is not None, at=writing.at
    ).answers
    if text:
        drafts.save(draft=writing.id, answers=found, asked=tuple(found), by=writing.by, at=writing.at)
    return redirect(f"{topic_href(writing, WHERE)}#said")


def _on_the_drawing(request: HttpRequest) -> bool:
    """Whether a mark was put or taken away, or the ticked places were to be numbered: the same page again, saved."""
    return bool({"mark", "unmark"} & set(request.POST)) or request.POST.get("then") == "number"


def _begun(request: HttpRequest, draft: UUID, by: Actor, at: datetime) -> Writing:
    """The draft, begun by the first submit under the id that its page was drawn with."""
    try:
        return resume(draft=draft, by=by, at=at)
    except Refused:
        if sent_before(draft=draft, by=by, at=now()):
            raise
        child = _begun_from_or_in_words(request, by, at)
        answers = {"began_from": str(child)} if child else {}
        made = drafts.begin(task="concern", draft=draft, child=child, answers=answers, by=by, at=at)
        return opened(made, by=by, at=at)


def _saved(request: HttpRequest, asked: Topic, writing: Writing) -> tuple[Typed, Writing]:
    questions = {field: question_of(field) for field in asked.fields}
    typed = read_typed(request.POST, asked=questions, in_words=IN_WORDS)
    kept = {**only_offered(typed.answers), **_worked_out(asked, typed, writing)}
    if asked is INJURY:
        kept |= {**marks.after_submit(request.POST, writing.answers), "site": ""}
    names = tuple(name for name in (*asked.fields, "leaves_at") if name not in typed.too_long)
    if asked is not WHERE:
        names = tuple(name for name in names if name != "leaves_at")
    saved = drafts.save(draft=writing.id, answers=kept, asked=(*names, "been"), by=writing.by, at=writing.at)
    return typed, opened(saved, by=writing.by, at=writing.at)


def _worked_out(asked: Topic, typed: Typed, writing: Writing) -> dict[str, str]:
    """What is kept beside the answers: which topics were sent once, and at what moment the child leaves."""
    been = dict.fromkeys([*writing.answers.get("been", "").split(), asked.key])
    found = {"been": " ".join(been)}
    if asked is WHERE and not typed.answers.get("leaves_not_known"):
        try:
            clock = read_time(typed.answers.get("leaves", ""), typed.answers.get("leaves_minute", "") or "?")
        except ValueError:
            return found
        found["leaves_at"] = next_time_of_day(clock, at=writing.at).isoformat()
    own = (
        {str(one.child) for one in own_children(by=writing.by, at=writing.at)}
        if asked.key == "child"
        else set()
    )
    chosen = typed.answers.get("child_id", "other")
    if asked.key == "child" and chosen not in ("other", "") and chosen not in own:
        found["child_id"] = "other"
    return found


def _together(asked: Topic, typed: tuple[Problem, ...], missing: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """One problem for a field, what is wrong with the words before what is missing, in the order of the page."""
    found = {one.field: one for one in (*missing, *typed)}
    return tuple(found[field] for field in asked.fields if field in found)


def _to_mend(
    request: HttpRequest,
    writing: Writing,
    asked: Topic,
    problems: tuple[Problem, ...],
    typed: Typed | None = None,
) -> HttpResponse:
    page = page_of(writing, asked, problems=problems, unsaved=typed.too_long if typed else {})
    return show(request, page, status=TO_MEND)


def _sent(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Send it, once every topic is done. Two submits at the same moment are one: the second finds what the first sent."""
    if writing.next_topic is not CHECK:
        missing = writing.next_topic
        return _to_mend(request, writing, missing, writing.problems(missing))
    problem = send(writing)
    if problem:
        return _to_mend(request, writing, topic_of(writing, problem.field), (problem,))
    return redirect("concern_sent", draft=writing.id)
