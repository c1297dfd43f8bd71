"""What is written about a child in one form: saved at every submit, and kept once however often it is sent."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.types import Basis
from kith.chronology import queries as chronology
from kith.kernel.errors import Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web import drafts
from kith.web.drafts import Draft
from kith.web.refused.views import refused


@dataclass(frozen=True, kw_only=True)
class Writing:
    """Who writes about whom, in which draft; ``id`` is the draft's, whether it was begun or not."""

    task: str
    child: Person
    by: Actor
    at: datetime
    basis: Basis
    id: UUID
    draft: Draft | None

    @property
    def answers(self) -> Mapping[str, str]:
        """What was typed so far."""
        return self.draft.answers if self.draft else {}

    def saved(self, answers: Mapping[str, str], *, asked: Collection[str]) -> "Writing":
        """The same with these answers in the draft; those ``asked`` that are missing were emptied."""
        if self.draft is None:
            drafts.begin(task=self.task, draft=self.id, child=self.child.id, by=self.by, at=self.at)
        kept = drafts.save(draft=self.id, answers=answers, asked=tuple(asked), by=self.by, at=self.at)
        return replace(self, draft=kept)

    def take_the_draft(self) -> None:
        """Runs in the transaction that keeps what was written. Raises Refused where another submit did so."""
        drafts.sent(draft=self.id, by=self.by)


def writing(
    request: HttpRequest, *, task: str, child: Person, by: Actor, at: datetime, basis: Basis
) -> Writing:
    """One's open draft about this child: the one that the form names, or the newest."""
    own = [one for one in drafts.drafts_of(by=by) if one.task == task and one.child == child.id]
    try:
        named = UUID(request.GET.get("draft", ""))
    except ValueError:
        named = None
    draft = next((one for one in own if named in (None, one.id)), None)
    id = draft.id if draft else named or new_id()
    return Writing(task=task, child=child, by=by, at=at, basis=basis, id=id, draft=draft)


def answer(
    request: HttpRequest,
    here: Writing,
    *,
    key: str,
    kept_href: str,
    shown: Callable[[HttpRequest, Writing], HttpResponse],
    submitted: Callable[[HttpRequest, Writing], HttpResponse],
) -> HttpResponse:
    """The form, or what came of submitting it; ``key`` is the entry's own: where it was kept, the way there."""
    if here.draft is None and _was_kept(here, key):
        return redirect(kept_href)
    if request.method != "POST":
        return shown(request, here)
    try:
        return submitted(request, here)
    except Refused as refusal:
        # Its draft may have gone while this was read, because another submit kept it.
        return redirect(kept_href) if _was_kept(here, key) else refused(request, refusal)


def _was_kept(here: Writing, key: str) -> bool:
    by = here.by
    return bool(chronology.sent_before(said_by=by.agency, said_by_area=by.area, sender_keys=[key]))
