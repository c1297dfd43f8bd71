"""Whoever sent a concern does not agree with what was decided: they say so on its page, and somebody else looks again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.journeys import screen_contact as screening
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.web.concern.sending import sent_before
from kith.web.concern.sent import contact_to_disagree_with, sent_page
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import read_typed
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

ASKED = {"because": "Why you do not agree"}
TO_MEND = 422


@require_POST
@policy("signed_in")
def disagree(request: HttpRequest, *, draft: UUID) -> HttpResponse:
    """Keeps the disagreement beside the decision, which stays. Refused where nothing of one's own was decided, or somebody looks already."""
    at = now()
    try:
        by = acting(request, at=at)
        sent = sent_before(draft=draft, by=by, at=at)
        contact = contact_to_disagree_with(sent, by=by) if sent else None
        if sent is None or contact is None:
            raise Refused("There is no decision here with which you could disagree. Ring your duty desk.")
        typed = read_typed(request.POST, asked=ASKED, in_words=("because",))
        problems = typed.problems
        if not problems:
            try:
                because = typed.answers.get("because", "")
                screening.disagree(contact=contact.id, because=because, by=by, at=at)
            except BadInput as bad:
                problems = (Problem(field="because", words=bad.problem),)
            else:
                say_next(request, "Kept, beside what was decided. Somebody else looks at it again.")
                return redirect("concern_sent", draft=draft)
        form = Form(answers=typed.shown, problems=problems)
        return show(request, sent_page(sent, by=by, at=at, form=form), status=TO_MEND)
    except Refused as refusal:
        return refused(request, refusal)
